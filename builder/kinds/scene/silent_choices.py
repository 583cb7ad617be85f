"""QUE-024: what was meant as a choice and is text, so that the story would end there and say nothing of it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.model.diagnostics import Fix
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.shapes import is_name
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.questions.common import first_words
from builder.read.words_to_ids import slug

Named = Mapping[str, str]
"""Id of each scene of a story -> its title."""

_TO = r"(?:-{1,2}>|=>|[→⇒➔➜])"
_TWINE = rare_pattern(rf"\[\[([^\[\]|<>→]+?)[ \t]*(?:{_TO}|\|)[ \t]*([^\[\]]+)\]\]")
_TWINE_BACK = rare_pattern(r"\[\[([^\[\]<]+?)[ \t]*<-[ \t]*([^\[\]]+)\]\]")
_TWINE_SHORT = rare_pattern(r"\[\[([^\[\]|<>→]+)\]\]")
_ARROW = rare_pattern(rf"\[?(\S[^\[\]]*?)\]?[ \t]*{_TO}[ \t]*#?([^\[\]#()]+?)[ \t.]*$")
_YARN = rare_pattern(r"-{1,2}>[ \t]*(\S.*)$")
_LABEL = rare_pattern(
    r"(?:\*\*|__)?(?:choice|option)[ \t]?\w{0,2}(?:\*\*|__)?[:.)](?:\*\*|__)?[ \t]*(\S.*)$", re.IGNORECASE
)
_ENTRY = rare_pattern(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+(.*)$")
_LINK = rare_pattern(r"\[([^\[\]]+)\][ \t]*\(<?(?:[^()<>\s]*\.md)?#([^()<>\s]+)>?\)")
_NAMED = rare_pattern(r"#([a-z][a-z0-9-]*[a-z0-9])")
_TAG = rare_pattern(r"</?[a-z][^<>]*>", re.IGNORECASE)
_BARE = rare_pattern(r"\[([^\[\]]+)\][ \t]*\(<?(?![^()]*[:/.#])([^()<>]+)>?\)$")
"""A link with the id or the title of a scene, and no #."""
_BRACKETS = " \t[](){}<>（）［］【】｛｝《》〈〉"
_ASKS = ("?", "؟", "？", ";")
_LEADS_IN = (":", "：")
_SENTENCE_ENDS = frozenset(".!…。؛,;")
_MOST_WORDS = 7
"""Words of an entry that may be a choice."""
_Sign = tuple[Line, str, str]
"""A line, the words of the choice in it, and the scene that is meant; empty if none is known."""
_FEWEST_NAMES = 2
"""Bold lines at the end of a scene that are choices: one alone may be a cry."""


def report_silent_choices(heading: Node, body: Sequence[Node], named: Named, own: str, reader: Reader) -> bool:
    """Report what looks like a choice in a scene that has none; whether anything does.

    An end may hold a list: one to which the words above it lead with a colon, one with words below it, or one of
    sentences. The first scene is no end.
    """
    seen = [node for node in body if node.kind != "html"]
    others = {id: title for id, title in named.items() if id != own}
    if signs := list(_signs(seen, others)):
        for line, words, target in signs:
            _report(line, words, target, others, reader, next(iter(named)))
        return True
    first = own == next(iter(named))
    if (names := _names_at_the_end(seen)) and (first or len(names) >= _FEWEST_NAMES):
        for node in names:
            _report(node.lines[0], node.lines[0].text.strip(" *_:"), "", others, reader)
        return True
    lists = [at for at, node in enumerate(seen) if node.kind == "list"]
    last = seen[lists[-1]] if lists and (first or lists[-1] == len(seen) - 1) else None
    if last is not None and (first or _asks(seen[: lists[-1]])):
        _report_list(last, first, others, reader)
        return True
    if last is not None and not _is_led_to(seen[: lists[-1]]) and _may_be_choices(last):
        _report_list(last, first, others, reader, "STR-050")
        return True
    if first:
        message = "the first scene of a story has no choice, so the story ends where it begins"
        hint = f"Write choices below its text, before any other heading: {_example('Ring again', '', others)}"
        if not others:
            message = "this story is one scene without a choice, so there is nothing to decide"
            hint = f"{hint} . For an ordinary heading, write Scene\\:"
        reader.fault("QUE-024", heading.place(), message, hint, heading.level)
    return first


def scenes_to_lead_to(others: Named) -> str:
    """The ids of other scenes of a story, for a hint; what to write when there is none."""
    if others:
        return f"The other scenes of this story are {', '.join(f'#{id}' for id in others)}."
    return "Begin that scene below with a heading: ## Scene: What comes next {#another-scene}"


def hint_of_choice(text: str, others: Named) -> tuple[str, Fix]:
    """What to write for an entry without a link among the choices of a scene."""
    words, target = _sign(text.strip(), others) or (_parted(text)[0], "")
    words = words if not set(words) & set("[]()<>") else "words"
    fix = (text.rstrip(), f"[{words}](#{target})") if target and target in text and "<" not in text else None
    return f"Write it as a link to a scene: {_example(words, target, others)}", fix


def names_a_scene(text: str, others: Named) -> bool:
    """Whether an entry is a link with the id or the title of a scene, and no # before it."""
    match = _BARE.match(text.strip())
    return match is not None and bool(_scene_of(match[2], others))


def _example(words: str, target: str, others: Named) -> str:
    written = f"- [{words}](#{target or 'another-scene'})"
    return written if target else f"{written} . {scenes_to_lead_to(others)}"


def _report(line: Line, words: str, target: str, others: Named, reader: Reader, first: str = "") -> None:
    """One choice that is text, with the link to write for it; `first` is the first scene, to which an end may link."""
    text = line.text.strip()
    place = line.place(len(line.text) - len(line.text.lstrip()))
    entry = _ENTRY.match(line.typed)
    hint = f"Write it as a link to a scene, in a list at the end: {_example(words, target, others)}"
    message = "this choice is plain text here, so it leads nowhere"
    if target and f"](#{target}" in text:
        message = "this link leads to a scene, and stands in no list of choices"
        if target == first and not entry:
            message = "this link leads back to the beginning, which only the button below an end does"
            hint = "Delete the link, and keep its words. For a choice, put it into a list at the end."
    fix = (text, f"[{words}](#{target})") if target and entry and entry[1].rstrip() == text else None
    reader.fault("QUE-024", place, message, hint, len(text), fix)


def _asks(above: Sequence[Node]) -> bool:
    """Whether the words above a list ask something."""
    last = above[-1].lines[-1].text.rstrip(" *_：:") if above and above[-1].lines else ""
    return last.endswith(_ASKS)


def _may_be_choices(node: Node) -> bool:
    """Whether the entries of a list are a few words each, begin as a button does and end as none of the sentences around."""
    entries = [line.text.strip(" *_") for line in _words([node])]
    return len(entries) > 1 and all(
        len(text.split()) <= _MOST_WORDS and not text[:1].islower() and text[-1:] not in _SENTENCE_ENDS
        for text in entries
    )


def _report_list(node: Node, first: bool, others: Named, reader: Reader, rule: str = "QUE-024") -> None:
    words = next((line.text.strip() for line in _words([node])), "")
    plain = words.strip("*_[] ") if not set(words.strip("*_[] ")) & set("[]") else "Ring again"
    message = "no entry of this list leads to a scene, so the story ends here"
    hint = f"Write each choice as a link to a scene: {_example(plain, '', others)}"
    if not first:
        hint += " Where the story does end here, say below the list what has come of it."
    reader.fault(rule, node.place(), message, hint)


def _signs(body: Sequence[Node], others: Named) -> Iterator[_Sign]:
    """Each line that other tools read as a choice, or that links to a scene; of a list that has one, all that follows."""
    listed = False
    for node in body:
        found = [(line, _sign(line.text.strip(), others)) for line in _words([node])]
        listed = node.kind == "list" and (listed or any(sign for _, sign in found))
        for line, sign in found:
            if sign or listed:
                yield line, *(sign or (_parted(line.text)[0], ""))


def _sign(text: str, others: Named) -> tuple[str, str] | None:
    """The words of a choice and the scene that is meant, empty if none is known; None for ordinary text."""
    if match := _LINK.search(text):
        return (match[1], match[2]) if match[2] in others else None
    if match := _TWINE.search(text):
        return match[1].strip(), _scene_of(match[2], others)
    if match := _TWINE_BACK.search(text):
        return match[2].strip(), _scene_of(match[1], others)
    if match := _TWINE_SHORT.search(text):
        return match[1].strip(), _scene_of(match[1], others)
    if match := _BARE.match(text):
        known = _scene_of(match[2], others)
        return (match[1].strip(), known) if known else None
    if bracketed := _in_odd_brackets(text, others):
        return bracketed
    if match := _YARN.match(text) or _LABEL.match(text):
        words, target = _parted(match[1])
        return words, _scene_of(target, others)
    words, target = _parted(text)
    known = _scene_of(target, others)
    return (words, known) if known else None


def _in_odd_brackets(text: str, others: Named) -> tuple[str, str] | None:
    """The words of `(Go up)[#opened]`, and the one scene that is named in it; None where none is, or several are."""
    named = [match for match in _NAMED.finditer(text) if match[1] in others]
    if len(named) != 1:
        return None
    (match,) = named
    if any(tag.start() < match.start() < tag.end() for tag in _TAG.finditer(text)):
        words = _TAG.sub(" ", text)
    else:
        words = f"{text[: match.start()].rstrip(_BRACKETS)} {text[match.end() :].lstrip(_BRACKETS)}"
    words = " ".join(words.strip(_BRACKETS).split())
    return (words, match[1]) if words and not set(words) & set("[]#") else None


def _parted(text: str) -> tuple[str, str]:
    """The words before an arrow, and those behind it."""
    match = _ARROW.match(text.strip())
    return (match[1].strip(), match[2]) if match else (text.strip(" *_[]"), "")


def _scene_of(said: str, others: Named) -> str:
    """The id of the scene that another tool's target names, by its id or its title; empty for none."""
    name = slug(said)
    return next((id for id, title in others.items() if name and name in {id, slug(title), slug(f"scene {title}")}), "")


def _words(body: Sequence[Node]) -> Iterator[Line]:
    """The lines of paragraphs, of the entries of lists, and of the cells of tables."""
    for node in body:
        if node.kind == "paragraph":
            yield from node.lines
        elif node.kind == "list":
            for item in node.children:
                words = first_words(item)
                yield from words.lines if words else ()
        elif node.kind == "table":
            yield from (cell for row in node.rows for cell in row)


def _names_at_the_end(body: Sequence[Node]) -> list[Node]:
    """Bold words alone in their paragraphs, with which a scene ends."""
    names: list[Node] = []
    for node in reversed(body):
        if not is_name(node):
            break
        names.insert(0, node)
    return names


def _is_led_to(above: Sequence[Node]) -> bool:
    """Whether the words above a list say that it belongs to them, and ask nothing."""
    last = above[-1].lines[-1].text.rstrip().rstrip("*_") if above and above[-1].lines else ""
    return last.endswith(_LEADS_IN) and not last.rstrip("".join(_LEADS_IN)).endswith(_ASKS)
