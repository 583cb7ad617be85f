"""Every colour of the page, worked out from the few that an author chooses: whatever those are, it can be read.

Words have 7 to 1 on all that they stand on (WCAG 2.2, 1.4.6), edges and the line of the focus 3 to 1 (1.4.11).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from builder.model.look.colour import FOR_EVERYBODY, contrast, first_step, least_contrast, mixed, shade_for

FOR_EDGES = 3.0
"""Contrast of borders, signs and the line of the focus (WCAG 2.2, 1.4.11)."""
FOR_A_PAGE = 10.0
"""Contrast of black or white on a page's paper: 7 for words, and room for tints between paper and words."""

_TINT, _QUIET, _EDGE, _LINE, _GROUND, _RING = 0.045, 0.22, 0.52, 0.17, 0.09, 0.55
"""Share of the other colour in raised paper, quiet words, edges, thin lines, the ground of a verdict, a ring of the cover."""
_NEAR = 1.15
"""Contrast up to which a paper is so near to ours that our grounds of verdicts stand out from it as well."""
_STEPS = 50

Scheme = Mapping[str, str]
"""Colours by the names that `templates/styles/tokens.css` gives them."""

LIGHT: Scheme = {
    "paper": "#fbfaf6",
    "raised": "#f2efe6",
    "ink": "#1b222b",
    "quiet": "#474e57",
    "edge": "#7b7566",
    "line": "#d8d2c3",
    "accent": "#0a5557",
    "on-accent": "#fbfaf6",
    "band": "#0a5557",
    "on-band": "#fbfaf6",
    "band-strong": "#fbfaf6",
    "right": "#14532d",
    "right-ground": "#e6f0e4",
    "partly": "#6b3f00",
    "partly-ground": "#faeed6",
    "wrong": "#8f1d1d",
    "wrong-ground": "#fae6e1",
}
"""The light scheme of a course that chooses no colour; `tokens.css` says the same."""

DARK: Scheme = {
    "paper": "#14181b",
    "raised": "#1d2327",
    "ink": "#ece8df",
    "quiet": "#bab7af",
    "edge": "#838d8e",
    "line": "#3a4246",
    "accent": "#7fcbc6",
    "on-accent": "#14181b",
    "band": "#1d2327",
    "on-band": "#ece8df",
    "band-strong": "#7fcbc6",
    "right": "#8fd6a4",
    "right-ground": "#1a2b20",
    "partly": "#edc27a",
    "partly-ground": "#2f2716",
    "wrong": "#ffb0a6",
    "wrong-ground": "#371f1d",
}
"""The same in the dark."""

_VERDICTS = ("right", "partly", "wrong")
_EXTREMES = ("#ffffff", "#000000")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A colour that an author chose and that cannot be used as it is."""

    name: str
    """What it is for, such as `accent-dark`."""
    colour: str
    """As it was chosen."""
    ratio: float
    """Its contrast."""
    needed: float
    """The contrast that it needs."""
    against: str
    """The colour on which it has the least, or that has the least on it."""
    nearest: str
    """The nearest shade of the same hue that can be used."""


def schemes_of(chosen: Mapping[str, str]) -> tuple[Scheme, Scheme]:
    """The light and the dark scheme of a course that chose these colours, each that cannot be used as the nearest that can."""
    light, dark = _Choice(chosen, dark=False), _Choice(chosen, dark=True)
    return light.scheme(), dark.scheme()


def unreadable(chosen: Mapping[str, str]) -> Iterator[Unreadable]:
    """Each chosen colour that cannot be used as it is. What rests on another is held against that one as it would be used."""
    for dark in (False, True):
        choice = _Choice(chosen, dark)
        choice.scheme()
        yield from choice.faults


class _Choice:
    """One scheme of one course."""

    def __init__(self, chosen: Mapping[str, str], dark: bool) -> None:
        self.dark = dark
        self.base = DARK if dark else LIGHT
        self.words = "#ffffff" if dark else "#000000"
        self.chosen = chosen
        self.faults: list[Unreadable] = []

    def scheme(self) -> Scheme:
        """Every colour; none that fails its contrast."""
        self.faults = []
        paper = self._paper()
        tinted = paper != self.base["paper"]
        raised = mixed(paper, self.words, _TINT) if tinted else self.base["raised"]
        grounds = (paper, raised)
        ink = self._used("ink", grounds) or shade_for(self.base["ink"], grounds, FOR_EVERYBODY)
        accent = self._used("accent", grounds) or shade_for(self._other("accent"), grounds, FOR_EVERYBODY)
        own = tinted or ink != self.base["ink"]
        made = {"paper": paper, "raised": raised, "ink": ink, "accent": accent, "on-accent": paper}
        made |= self._verdicts(paper, raised, ink)
        papers = (*grounds, *(made[f"{verdict}-ground"] for verdict in _VERDICTS))
        made["quiet"] = _towards(
            mixed(ink, paper, _QUIET) if own else self.base["quiet"], ink, lambda c: _least(c, papers, FOR_EVERYBODY)
        )
        made["edge"] = _towards(
            mixed(ink, paper, _EDGE) if own else self.base["edge"], ink, lambda c: _least(c, papers, FOR_EDGES)
        )
        made["line"] = mixed(paper, ink, _LINE) if own else self.base["line"]
        made |= self._band(made)
        return made | {"ring": self._ring(made["band"], made["band-strong"])}

    def _name(self, name: str) -> str:
        return f"{name}-dark" if self.dark else name

    def _other(self, name: str) -> str:
        """What a colour is made of that was not chosen for this scheme: of that of the light one, or of our own."""
        return self.chosen.get(name, self.base[name]) if self.dark else self.base[name]

    def _paper(self) -> str:
        colour = self.chosen.get(self._name("paper"))
        if colour is None:
            return self.base["paper"]
        return self._held("paper", colour, (self.words,), FOR_A_PAGE)

    def _used(self, name: str, grounds: tuple[str, ...]) -> str:
        colour = self.chosen.get(self._name(name), "")
        return self._held(name, colour, grounds, FOR_EVERYBODY) if colour else ""

    def _held(self, name: str, colour: str, grounds: tuple[str, ...], needed: float) -> str:
        """The colour, or the nearest that has the contrast."""
        nearest = shade_for(colour, grounds, needed)
        if nearest != colour:
            against = min(grounds, key=lambda ground: contrast(colour, ground))
            found = Unreadable(self._name(name), colour, contrast(colour, against), needed, against, nearest)
            self.faults.append(found)
        return nearest

    def _verdicts(self, paper: str, raised: str, ink: str) -> dict[str, str]:
        """Right, partly right and wrong: each a colour for words, and a ground of it."""
        made = {}
        for name in _VERDICTS:
            words, ground = self.base[name], self.base[f"{name}-ground"]
            if contrast(paper, self.base["paper"]) > _NEAR:
                ground = mixed(paper, words, _GROUND)
            ground = _towards(ground, paper, lambda c: contrast(c, ink) >= FOR_EVERYBODY)
            made[f"{name}-ground"] = ground
            made[name] = shade_for(words, (paper, raised, ground), FOR_EVERYBODY)
        return made

    def _band(self, made: Scheme) -> dict[str, str]:
        """The head of the cover: a colour of its own, the accent, or in the dark raised paper."""
        colour = self.chosen.get(self._name("band"), "")
        if colour:
            colour = self._band_held(colour)
        elif not self.dark:
            colour = made["accent"]
        elif (lit := self.chosen.get("band", "")) and contrast(lit, "#ffffff") >= FOR_EVERYBODY:
            colour = lit
        else:
            return {"band": made["raised"], "on-band": made["ink"], "band-strong": made["accent"]}
        words = next(w for w in (made["paper"], made["ink"], *_EXTREMES) if contrast(w, colour) >= FOR_EVERYBODY)
        return {"band": colour, "on-band": words, "band-strong": words}

    @staticmethod
    def _ring(band: str, strong: str) -> str:
        """A ring of the cover that is not begun."""
        return _towards(mixed(band, strong, _RING), strong, lambda c: contrast(c, band) >= FOR_EDGES)

    def _band_held(self, colour: str) -> str:
        """A band, or the nearest on which white or black words can be read."""
        grounds = [shade_for(colour, (words,), FOR_EVERYBODY) for words in _EXTREMES]
        if colour in grounds:
            return colour
        nearest = min(grounds, key=lambda other: _apart(other, colour))
        against = max(_EXTREMES, key=lambda words: contrast(words, colour))
        ratio = contrast(colour, against)
        self.faults.append(Unreadable(self._name("band"), colour, ratio, FOR_EVERYBODY, against, nearest))
        return nearest


def _least(colour: str, grounds: tuple[str, ...], needed: float) -> bool:
    return least_contrast(colour, grounds) >= needed


def _apart(one: str, other: str) -> int:
    """How far two colours lie apart."""
    return sum(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))


def _towards(colour: str, goal: str, passes: Callable[[str], bool]) -> str:
    """The first colour on the way from one to another that passes; the other when none before it does."""
    step = first_step(lambda step: passes(mixed(colour, goal, step / _STEPS)), _STEPS)
    return mixed(colour, goal, step / _STEPS)
