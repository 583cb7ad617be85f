"""The accessibility statement, which learners read: in each language of the course that there are words for, else in English.

It follows the model of the UK government, as the Web Accessibility Directive had it. What was found stays in the English of
the probes, marked as such. No native reader has read the words in Welsh, Polish, Ukrainian and Arabic yet.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from markupsafe import Markup

from builder import __version__
from builder.evidence.report.matter import Matter
from builder.evidence.run import Proof

ENGLISH = "en"
_FOLDER = Path(__file__).parent / "statements"
_SCRIPTS = {"cy": "Latn", "pl": "Latn", "uk": "Cyrl", "ar": "Arab", ENGLISH: "Latn"}
"""The languages of the statement, and the script that each is written in."""
_FROM_RIGHT = ("Arab",)
_COMMA = {"ar": "، "}
_TO_LEARNERS = {"voice control": "voice-control"}
"""What people test with that is no name, and its key."""
Say = Callable[..., Markup]


def languages_of(proof: Proof) -> tuple[str, ...]:
    """The languages that its statement is written in, that of the source first; English where there are no words in any."""
    tags = proof.languages or (proof.language,)
    return tuple(dict.fromkeys(spoken for tag in tags if (spoken := _spoken(tag)))) or (ENGLISH,)


def _spoken(tag: str) -> str:
    """Our language for a BCP 47 tag, or nothing: other scripts of a language are not ours."""
    language, *rest = tag.split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    known = _SCRIPTS.get(language.lower())
    return language.lower() if known and script in ("", known) else ""


def file_name(proof: Proof, language: str) -> str:
    """`statement.html` in the first language, `statement.cy.html` in another."""
    return "statement.html" if language == languages_of(proof)[0] else f"statement.{language}.html"


def statement_matter(matter: Matter, language: str) -> dict[str, object]:
    """What the template of the statement asks for beside the matter: its words, its direction and its other languages."""
    proof = matter.proof
    say = partial(_said, language)
    return {
        "say": say,
        "lang": "en-GB" if language == ENGLISH else language,
        "dir": "rtl" if _SCRIPTS[language] in _FROM_RIGHT else "ltr",
        "foreign": lambda tag: tag.partition("-")[0].lower() != language,
        "day": _day(language, matter.date),
        "file": Markup('<code dir="ltr">{}</code>').format,
        "others": [(one, file_name(proof, one), _said(one, "title")) for one in languages_of(proof) if one != language],
        "remark": _remark(say, language, matter),
        "methods": _methods(say, language, matter),
    }


@lru_cache
def _words(language: str) -> Mapping[str, str]:
    words: Mapping[str, str] = json.loads((_FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return words


def _said(language: str, key: str, **values: object) -> Markup:
    """A sentence with its values. Words of the course may be in another script: they keep their own direction."""
    own = {
        name: Markup("<bdi>{}</bdi>").format(value) if type(value) is str and language != ENGLISH else value
        for name, value in values.items()
    }
    return Markup(_words(language)[key]).format(**own)


def _english(words: str, language: str) -> Markup:
    return Markup("{}" if language == ENGLISH else '<bdi lang="en">{}</bdi>').format(words)


def _listed(parts: Sequence[str | Markup], language: str) -> Markup:
    return Markup(_COMMA.get(language, ", ")).join(parts)


def _day(language: str, day: str) -> str:
    made = date.fromisoformat(day)
    if language == ENGLISH:
        return f"{made.day} {made:%B %Y}"
    from babel.dates import format_date  # only here: most statements are in English

    return format_date(made, "long", locale=language)


def _remark(say: Say, language: str, matter: Matter) -> Markup:
    """What people have tested with, and what not."""
    people = matter.people
    done = [_english(f"{one.what} {one.version} ({one.date})", language) for one in people.tested]
    left = [say(_TO_LEARNERS[name]) if name in _TO_LEARNERS else _english(name, language) for name in people.untested]
    parts = [say("tested", list=Markup("; ").join(done))] if done else []
    parts += [say("untested", list=_listed(left, language))] if left else []
    return Markup(" ").join(parts)


def _methods(say: Say, language: str, matter: Matter) -> Markup:
    """How the course was tested."""
    proof = matter.proof
    first = say(
        "methods",
        satchel=__version__,
        browser=_english(proof.browser, language),
        probes=len(matter.probes),
        times=f"{len(proof.sightings):,}" if language == ENGLISH else len(proof.sightings),
        pages=len(proof.pages),
        engines=_listed([_english(f"{name} {number}", language) for name, number in proof.engines.items()], language),
    )
    if not proof.languages:
        return first
    seen, *others = (_name(tag, language) for tag in proof.languages)
    return Markup("{} {}").format(first, say("languages", first=seen, others=_listed(others, language)))


def _name(tag: str, language: str) -> str:
    """The name of a language in another, as CLDR has it; the tag where it has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(language) or tag
    except (UnknownLocaleError, ValueError):
        return tag
