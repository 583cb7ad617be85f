"""WEB-030: every word of the source is in the finished page: of modules, glossary, captions, course.yml and its form.

Most lines stand in the page as they were written and are found at once. A line that does not is taken apart at its
markdown signs, and each piece must be in the page as the same run of words. Typography, entities and tags do not count.
A line whose words stand a second time in the same module is not missed.
"""

import html
import re
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from urllib.parse import unquote

from builder.check.translation import check_translation
from builder.model.blocks import Watch
from builder.model.content.dollars import FORMULA
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.remembered import Remembered

MOST = 10
"""Lines reported in one file: a few are enough for a page that lost everything."""

_SECTION = re.compile(rb'<section [^>]*?\bdata-(?:page|answer)="([^"]+)"')
_LANGUAGE = re.compile(rb'<div [^<>]*data-language="[^"]*">')
"""Where the course in another language begins."""
_TAG = re.compile(r"<[^>]*>")
_SAID_IN_TAGS = rare_pattern(r'\s(?:alt|title|aria-label)="([^"]*)"')
_TRACK = rare_pattern(r'kind="captions" src="data:text/vtt[^,"]*,([^"]*)"')
_WORD = re.compile(r"[^\W_]+")
_FORMULAS = rare_pattern(
    r"^[ >]*\$\$(?:(?!\n[ >]*\n).)*?\$\$[ \t]*$|^[ >]*(`{3,}|~{3,})[ \t]*math\b.*?^[ >]*\1", re.DOTALL | re.MULTILINE
)
"""Formulas on lines of their own: the page has what they mean, not what was typed."""
_YAML_COMMENT = re.compile(r"""^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"'#].*?)[ \t]+#.*$""")
"""A value with a comment behind it (YAML 1.2, 6.6)."""
_MARKS = re.compile(r"^(?:\s|>|[-+*](?=\s)|\d+[.)](?=\s)|\[[ xX]\](?=\s)|#{1,6}(?=\s)|:(?=\s))+")
_KIND = re.compile(r"^\w+\\?:\s*")
_BRACES = re.compile(r"\{[^{}\n]*\}")
_ADDRESS = re.compile(r"\]\((?:<[^<>]*>|[^()\s\"]*(?:\([^()]*\)[^()\s\"]*)*)")
_REFERENCE = re.compile(r"\]\[[^\[\]]*\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>]*)>")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
_PIECES = re.compile(r"[^\w\s.,'’]+|\s-+\s|_+|\.\.+")
_DEFINED = re.compile(r"^ {0,3}(?:=\s*[-\d]|\*\[[^\]]+\]:|\[(?!\^)[^\]]+\]:\s*\S)")
_INCLUDE = rare_pattern(r"^\[[^\]]*\]\(<?(?:\./)?_[^()]*\.md>?\)\s*$", re.IGNORECASE)
_KEY = rare_pattern(r"^\s*(?:[-+*]\s+)?(?:[a-z][a-z -]*|at [\d:]+):")
_LABEL = re.compile(r"(?:Table|Hint|Worked answer|Example|Description|Source):\s*", re.IGNORECASE)
_SPOT = rare_pattern(r"\*\* \(\d{1,3}(?:\.\d+)? ?%? *[,;،؛] *\d{1,3}(?:\.\d+)? ?%?\)[:.]?")
"""Where a place in a picture is."""
_BOX = rare_pattern(
    r"\[![ \t]*[\w -]+(?:\|[^\[\]]*)?\][-+]?[ \t]*|(?:!!!|\?\?\?)\+?[ \t]*(?:[\w-]+(?: inline(?: end)?)?)?"
    r"|:{3,}[ \t]*(?:\{[^{}]*\}|[\w-]+)?|:[a-z-]+:(?:[ \t].*|$)|/{3,}[ \t]*[\w-]*(?:[ \t]*\|)?"
)
"""How a box begins, or ends."""
_OPTION = rare_pattern(r"(?: {4}|\t)[ \t]*[a-z]+:[ \t]*[\w-]*[ \t]*$")
"""A setting of a box between slashes, directly below its beginning."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def check_words(course: Course, page: bytes, kept: Remembered | None = None) -> Iterator[Diagnostic]:
    """Hold the sources of a course against its page: every line of which words are missing, in each of its languages.

    With `kept`, modules that have not changed are not looked through while their part of the page is the same.
    """
    own, *others = _LANGUAGE.split(page)
    yield from _lost_words(course, own, kept)
    for translation, part in zip(course.translations, others, strict=False):
        found = Report.of(_lost_words(translation.course, part, None))
        yield from check_translation(translation, found)


def _lost_words(course: Course, page: bytes, kept: Remembered | None) -> Iterator[Diagnostic]:
    sections = _Sections(page)
    yield from _lost_settings(course, sections, page)
    for module in course.pages:
        names = (module.id, *(item.id for item in module.items))
        part = b"\n".join([sections[name] for name in names]) if module.id in sections else page
        look = partial(_of_module, module, part)
        yield from kept.get("lost words", module, sha256(part).digest(), look) if kept else look()


def _of_module(module: Module, part: bytes) -> tuple[Diagnostic, ...]:
    text = part.decode()
    return (*_lost(module, _Said(text)), *_lost_captions(module, text))


class _Sections:
    """The parts of a page by their names, not decoded: all of 1,000 modules take 60 MiB as text."""

    def __init__(self, page: bytes) -> None:
        places = [(match[1].decode(), match.start()) for match in _SECTION.finditer(page)]
        ends = [start for _, start in places[1:]] + [len(page)]
        self.page = page
        self.places = {name: slice(start, end) for (name, start), end in zip(places, ends, strict=True)}

    def __contains__(self, name: str) -> bool:
        return name in self.places

    def __getitem__(self, name: str) -> bytes:
        """The source of a part; empty when the page has none of this name."""
        return self.page[self.places[name]] if name in self.places else b""


_PLACES = 3
"""How many places are known, behind which the next line most likely stands."""
_NEAR = 1 << 14
"""Characters behind such a place that are searched before all of the page is."""


class _Said:
    """What a part of the page says; taken apart only when it must be."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._words = ""
        self._places = [0] * _PLACES

    def has(self, line: str) -> bool:
        return self._holds(line) or all(
            piece.strip() in self.source or _run(piece) in self.words for piece in _pieces(line)
        )

    def _holds(self, line: str) -> bool:
        """Whether the source holds a line, which stands most often behind the last one or behind the last answer."""
        for number, place in enumerate(self._places):
            at = self.source.find(line, place, place + _NEAR)
            if at >= 0:
                self._places[number] = at
                return True
        at = self.source.find(line)
        if at >= 0:
            self._places = [at, *self._places[:-1]]
        return at >= 0

    @property
    def words(self) -> str:
        if not self._words:
            noted = " | ".join(_SAID_IN_TAGS.findall(self.source))
            self._words = _run(html.unescape(f"{_TAG.sub(' ', self.source)} | {noted}"))
        return self._words


def _run(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} " if _WORD.search(text) else ""


def _pieces(line: str) -> list[str]:
    line = FORMULA.sub("|", line) if "$" in line else line
    line = _SPOT.sub("** ", line) if "** (" in line else line
    plain = _AUTOLINK.sub(r" \1 ", _REFERENCE.sub("] ", line))
    plain = _ADDRESS.sub("] ", _FOOTNOTE.sub("|", _BRACES.sub("|", plain)))
    plain = _TAG.sub("|", plain).replace("\\&", "|&amp;")  # an escaped entity is shown as it was typed
    return _PIECES.split(html.unescape(plain).replace("\\", "|"))


def _lost(module: Module, said: _Said) -> Iterator[Diagnostic]:
    told = 0
    for path, lines in module.facts.sources.items():
        for number, line in _shown(lines, path == module.span.path):
            if not said.has(line):
                yield _fault(path, number, line, lines[number - 1])
                told += 1
                if told == MOST:
                    return


def _shown(lines: Sequence[str], settings: bool) -> Iterator[tuple[int, str]]:
    """The lines whose words a learner reads, without their marks; front matter, keys and definitions are not."""
    lines = _without_hidden(lines)
    start = 0
    if settings and lines and lines[0].rstrip() == "---":
        start = next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() in {"---", "..."}), len(lines))
        yield from _front_matter(lines[1 : start - 1])
    fence = watch = slashes = False
    for number, line in enumerate(lines[start:], start + 1):
        if not line or line.isspace():
            continue
        if line[0].isalpha() and not watch:  # no sign stands before the words, as in most paragraphs
            yield number, (line if fence else _without_caption(line)).rstrip()
            continue
        if line.lstrip().startswith(("```", "~~~")):
            fence = not fence
            continue
        body = line if fence or line[:1].isalpha() else _MARKS.sub("", line)
        if not fence and body[:1] in "[!?:/":
            slashes = body.startswith("///")
            body = _BOX.sub("", body)
        elif slashes and _OPTION.match(line):
            continue
        else:
            slashes = False
        if not body or (fence and not body.strip()):
            continue
        if not fence:
            if line.lstrip().startswith("#"):
                body, watch = _KIND.sub("", body), body.startswith(("Watch:", "Listen:"))
            elif (
                (line.startswith("[") and _INCLUDE.match(line))
                or (watch and (_KEY.match(line) or line.startswith("[")))
                or _DEFINED.match(line)
            ):
                continue
            body = _without_caption(body)
        yield number, body.rstrip()


def _without_hidden(lines: Sequence[str]) -> Sequence[str]:
    """The same lines without comments, and without formulas on lines of their own."""
    if any("<!--" in line for line in lines):
        closed, arrow, rest = "\n".join(lines).rpartition("-->")  # no comment is looked for behind the last arrow
        lines = (_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), closed + arrow) + rest).split("\n")
    if any("$$" in line or "math" in line for line in lines):
        lines = _FORMULAS.sub(lambda formula: "\n" * formula[0].count("\n"), "\n".join(lines)).split("\n")
    if any("$" in line for line in lines):  # the line of a formula may be broken
        lines = FORMULA.sub(lambda formula: "|" + "\n|" * formula[0].count("\n"), "\n".join(lines)).split("\n")
    return lines


def _without_caption(body: str) -> str:
    if body[:1] in "TtHhWwEeDdSs" and (label := _LABEL.match(body)):
        body = body[label.end() :]
    return _BRACES.sub("", body).rstrip() if body.endswith("}") else body


def _front_matter(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    shown = False
    for number, line in enumerate(lines, 2):
        if line[:1].strip():
            key, _, value = line.partition(":")
            shown = key.strip() in {"title", "summary"}
            line = _YAML_COMMENT.sub(r"\1", value.strip()).strip("\"'>|-")
        if shown and line.strip():
            yield number, line.strip()


def _lost_settings(course: Course, sections: _Sections, page: bytes) -> Iterator[Diagnostic]:
    """What `course.yml` says stands on the cover and at the foot; what a form asks, on the page of the record."""
    whole = _Said((sections["cover"] + page[page.rfind(b"main>") :]).decode())
    record = _Said(sections["record"].decode())
    for passage in course.facts.passages:
        said = whole if passage.path == "course.yml" else record
        for line in passage.text.split("\n"):
            words = _MARKS.sub("", line.strip())
            if words and not said.has(words):
                lines = course.facts.sources[passage.path]
                yield _fault(passage.path, passage.line, words, lines[passage.line - 1])
                break


def _lost_captions(module: Module, text: str) -> Iterator[Diagnostic]:
    films = [block for block in module.blocks if isinstance(block, Watch)]
    packed = [unquote(track) for track in _TRACK.findall(text)] if films else []
    for film in films:
        # At a service its player has captions of its own: these are the transcript, which W06 holds against them.
        for track in () if film.away else film.captions:
            if track.webvtt in packed:
                continue
            said = " ".join(_run(html.unescape(_TAG.sub("", track))) for track in packed)
            for cue in track.cues:
                # Between two speakers of one caption stands the name of the second.
                if any(_run(words) not in said for words in [words for _, words in cue.said] or [cue.text]):
                    yield _fault(track.asset.source, cue.line, cue.text, cue.text.split("\n")[0])


def _fault(path: str, line: int, words: str, excerpt: str) -> Diagnostic:
    message = f"these words are not in the finished page: {' '.join(words.split())[:60]}"
    return fault("WEB-030", Span(path, line), message, "Please report it, with this line.", excerpt)
