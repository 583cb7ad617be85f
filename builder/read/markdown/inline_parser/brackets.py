"""Square brackets: links, pictures, footnotes, and words with braces behind them (CommonMark 6.3 and 6.4).

They are found in one walk over the text, from the inside out, as CommonMark has it: a link holds no link.
"""

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.attributes import parse_attributes
from builder.read.markdown.inline_parser.html_tags import without_entities
from builder.read.markdown.inline_parser.verbatim import SIGNS, Found, code_end, verbatim_at
from builder.read.markdown.lines import label_of

if TYPE_CHECKING:
    from builder.read.markdown.inline_parser.engine import InlineEngine

_SIGNS = re.compile(rf"[\[\]]|{SIGNS}")
_NOTE = rare_pattern(r"\^([^\]\s]+)")
_BRACES = rare_pattern(r"\{[^{}\n]+\}")
_LABEL = rare_pattern(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_SPACE = r"[ \t]*(?:\n[ \t]*)?"
_TITLE = r"(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)'|\((?P<round>(?:[^()\\]|\\.)*)\))"
_SIGN = r"(?:[^\x00-\x20\x7f()\\]|\\[^\x00-\x20]|\\(?=[\x00-\x20]))"
"""A character of an address (CommonMark 6.3, link destination)."""
_INLINE = re.compile(
    rf"\({_SPACE}(?:<(?P<pointed>(?:[^<>\n\\]|\\.)*)>|(?P<bare>(?!<)(?:{_SIGN}|\((?:{_SIGN}|\({_SIGN}*\))*\))*))"
    rf"(?:(?:[ \t]+|[ \t]*\n[ \t]*){_TITLE})?{_SPACE}\)",
    re.DOTALL,
)
"""Address and title of a link (CommonMark 6.3)."""
_LOOSE = rare_pattern(
    r"\([ \t]*(?P<bare>(?!<)(?:[^()\n\\]|\\.|\([^()\n]*\))*?)(?:[ \t]+(?P<mark>[\"'])(?P<title>[^\n]{0,300}?)(?P=mark))?[ \t]*\)"
)
"""The same with spaces in the address, as names of files have them."""
_UNESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(slots=True)
class _Opener:
    start: int
    bracket: int
    """Where the bracket stands: behind the exclamation mark of a picture."""
    picture: bool
    active: bool = True


@dataclass(slots=True)
class _Found:
    """A link, picture, footnote or span: what it is, and where it stands."""

    start: int
    bracket: int
    end: int
    element: etree.Element
    words: tuple[int, int] = (0, 0)
    """From where to where its words stand."""
    inner: list["_Found"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A construct in square brackets, and where its parts stand in the text."""

    kind: str
    """`link`, `picture`, `footnote` or `span`."""
    start: int
    end: int
    words: tuple[int, int]
    """From where to where its words stand."""
    address: tuple[int, int] | None = None
    """Its address, where it is written here."""
    title: tuple[int, int] | None = None
    """Its title, without its quotes."""
    label: str = ""
    """The label by which its address is found elsewhere; empty when the address is written here."""
    inner: tuple["Bracketed", ...] = ()
    """What stands in its words."""


_KINDS = {"a": "link", "img": "picture", "sup": "footnote", "span": "span"}


def bracketed(data: str, engine: "InlineEngine") -> tuple[Bracketed, ...]:
    """Every construct in square brackets of a text, in order."""
    return tuple(_bracketed(found, data) for found in engine.brackets.found_in(data))


def _bracketed(found: "_Found", data: str) -> Bracketed:
    kind = _KINDS[found.element.tag]
    inner = tuple(_bracketed(one, data) for one in found.inner)
    close = found.words[1]
    if kind in {"footnote", "span"}:
        return Bracketed(kind, found.start, found.end, found.words, inner=inner)
    written = (
        (_INLINE.match(data, close + 1) or _LOOSE.match(data, close + 1))
        if data[close + 1 : close + 2] == "("
        else None
    )
    if written is None or written.end() != found.end:
        label = data[close + 2 : found.end - 1] or data[slice(*found.words)]
        return Bracketed(kind, found.start, found.end, found.words, label=label, inner=inner)
    spans = {name: written.span(name) for name, text in written.groupdict().items() if text is not None}
    address = spans.get("pointed") or spans.get("bare")
    title = next((spans[name] for name in ("double", "single", "round", "title") if name in spans), None)
    return Bracketed(kind, found.start, found.end, found.words, address, title, inner=inner)


class BracketPattern(InlineProcessor):
    """Whatever stands in square brackets."""

    looks_ahead = True

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(r"\[", engine.markdown)
        self.engine = engine
        self._data = ""
        self._done = 0
        self._left: list[_Found] = []

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The construct that begins here."""
        # What was found is known by its distance from the end, which stays when what stands before is replaced.
        if len(data) - m.start() > len(self._data) - self._done or (
            data is not self._data and not data.endswith(self._data[self._done :])
        ):
            self._walk(data)
        shift = len(data) - len(self._data)
        while self._left and self._left[0].bracket + shift < m.start():
            self._left.pop(0)
        if not self._left or self._left[0].bracket + shift != m.start():
            return None, m.start(), m.end()
        found = self._left.pop(0)
        self._done = found.end
        return self._filled(found), found.start + shift, found.end + shift

    def forget(self) -> None:
        """Begin another document: the same brackets may lead elsewhere."""
        self._data, self._done = "", 0

    def found_in(self, data: str) -> list[_Found]:
        """Every construct of a text, whose elements are of no use by themselves."""
        self.engine.begin()
        self._walk(data)
        found, self._left = self._left, []
        self.forget()
        return found

    def _walk(self, data: str) -> None:
        """Find all constructs of a text."""
        self._data, self._done, self._left = data, 0, []
        openers: list[_Opener] = []
        position = 0
        while sign := _SIGNS.search(data, position):
            start, position = sign.start(), sign.end()
            if sign[0] == "[":
                picture = data[start - 1 : start] == "!" and not _is_escaped(data, start - 1)
                openers.append(_Opener(start - picture, start, picture))
            elif sign[0] != "]":
                found = verbatim_at(data, start)
                position = (code_end(data, found) if found["ticks"] else None) or found.end() if found else position
            elif openers and (made := self._construct(data, openers.pop(), start)):
                position = made.end
                self._take(made)
                if made.element.tag == "a":
                    for outer in openers:
                        outer.active = outer.active and outer.picture

    def _take(self, found: _Found) -> None:
        """Add what was found; it takes in what it holds."""
        first = len(self._left)
        while first and self._left[first - 1].start >= found.start:
            first -= 1
        found.inner = self._left[first:]
        self._left[first:] = [found]

    def _construct(self, data: str, opener: _Opener, close: int) -> _Found | None:
        words = (opener.bracket + 1, close)
        text = data[opener.bracket + 1 : close]
        behind = data[close + 1 : close + 2]
        if not opener.picture and (note := _NOTE.fullmatch(text)):
            return _Found(opener.start, opener.bracket, close + 1, etree.Element("sup", {"label": note[1]}))
        if behind == "{" and text and not opener.picture and (braces := _BRACES.match(data, close + 1)):
            return _Found(opener.start, opener.bracket, braces.end(), self._span(braces[0]), words)
        if not opener.active:
            return None
        if behind == "(" and (link := _INLINE.match(data, close + 1) or _LOOSE.match(data, close + 1)):
            named = link.groupdict()
            written = named.get("pointed") if named.get("pointed") is not None else named["bare"]
            title = next((named[name] for name in ("double", "single", "round", "title") if named.get(name)), "")
            return _Found(
                opener.start, opener.bracket, link.end(), self._link(opener.picture, written or "", title), words
            )
        return self._reference(data, opener, close, text)

    def _reference(self, data: str, opener: _Opener, close: int, text: str) -> _Found | None:
        """A link by its label: `[words][label]`, `[label][]` or `[label]`."""
        label = _LABEL.match(data, close + 1)
        end = label.end() if label else close + 1
        name = label[1] if label and label[1] else text
        if (name is text and not _LABEL.fullmatch(f"[{text}]")) or not name.strip():
            return None
        known = self.engine.references.get(label_of(name))
        if known is None:
            return None
        element = self._link(opener.picture, *known)
        element.set("elsewhere", "")
        return _Found(opener.start, opener.bracket, end, element, (opener.bracket + 1, close))

    def _span(self, braces: str) -> etree.Element:
        attributes = parse_attributes(braces[1:-1])
        self.engine.current.braces.append((braces, attributes))
        language = attributes.options.get("lang")
        return etree.Element("span", {"lang": language} if language else {})

    def _link(self, picture: bool, written: str, title: str) -> etree.Element:
        address = self.engine.fill(plain(written))
        element = etree.Element("img" if picture else "a", {"href": address, "written": written})
        if title:
            element.set("title", self.engine.fill(plain(title)))
        return element

    def _filled(self, found: _Found) -> etree.Element:
        """The element with its words and what stands among them; other patterns read the words."""
        element, (at, end) = found.element, found.words
        last: etree.Element | None = None
        for inner in found.inner:
            _put(element, last, self._data[at : inner.start])
            last = self._filled(inner)
            element.append(last)
            at = inner.end
        _put(element, last, self._data[at:end])
        return element


def _is_escaped(data: str, position: int) -> bool:
    """Whether an odd number of backslashes stands before a sign."""
    before = data[:position]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _put(element: etree.Element, last: etree.Element | None, text: str) -> None:
    if last is None:
        element.text = text
    else:
        last.tail = text


def plain(written: str) -> str:
    """An address or a title without its backslashes and entities."""
    return without_entities(_UNESCAPED.sub(r"\1", written))
