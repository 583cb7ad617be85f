"""What markdown leaves as it is: code, addresses in pointed brackets, tags, entities, escaped signs, line breaks.

The leftmost of them wins: a backtick in a tag begins no code, and a tag in code is no tag (CommonMark 6.1).
"""

import re
import xml.etree.ElementTree as etree
from functools import lru_cache
from html.entities import html5
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.util import ETX, STX, AtomicString

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.inline_parser.html_tags import read_tag

if TYPE_CHECKING:
    from builder.read.markdown.inline_parser.engine import InlineEngine

Found = tuple[etree.Element | str | None, int | None, int | None]
"""What a pattern gives: what stands in place of the text, and from where to where; None for nothing."""

_VALUE = r"(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\")"
_ATTRIBUTES = rf"(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*{_VALUE})?)*"
TAG = (
    rf"<[A-Za-z][A-Za-z0-9-]*{_ATTRIBUTES}\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>"
    r"|<!--(?:-?>|.*?-->)|<\?.*?\?>|<![A-Za-z][^>]*>|<!\[CDATA\[.*?\]\]>"
)
"""A tag, a comment, or another piece of HTML (CommonMark 6.6)."""
URI = r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>"
MAIL = r"<[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*>"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);"
SIGNS = r"[\\`<&]"
"""What all of it begins with: nearly all of a text is passed over by this alone."""
_KINDS = rare_pattern(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|\\(?P<newline>\n)|(?P<ticks>`+)"
    rf"|(?P<uri>{URI})|(?P<mail>{MAIL})|(?P<tag>{TAG})|(?P<entity>{_ENTITY})",
    re.DOTALL,
)
_ENDS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_LANG = rare_pattern(r"\blang\s*=\s*[\"']?([^\s\"'>]*)", re.IGNORECASE)


class VerbatimPattern(InlineProcessor):
    """All that is left as it is."""

    looks_ahead = True

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(SIGNS, engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The element or placeholder for what begins here."""
        found = verbatim_at(data, m.start())
        if found is None:
            return None, m.start(), m.end()
        start, end, raw = found.start(), found.end(), found[0]
        match found.lastgroup:
            case "escaped":
                return f"{STX}{ord(raw[1])}{ETX}", start, end
            case "newline":
                return etree.Element("br"), start, end
            case "ticks":
                return _code(found, data)
            case "uri" | "mail":
                address = ("mailto:" if found.lastgroup == "mail" else "") + raw[1:-1]
                element = etree.Element("a", {"href": address, "written": raw[1:-1]})
                element.text = AtomicString(raw[1:-1])
                return element, start, end
            case "entity" if raw[1] != "#" and raw[1:] not in html5:
                return None, start, end
            case "tag":
                self._note(raw)
        kept = "" if raw.startswith("<!--") else self.engine.markdown.htmlStash.store(raw)
        return kept, start, end

    def _note(self, raw: str) -> None:
        """Note a tag that is not allowed, or one that names a language."""
        if raw.startswith("<!--"):
            return
        if read_tag(raw) is None:
            self.engine.current.tags.append(raw)
            return
        if "{{" in raw:
            self.engine.fill(raw)  # notes what is not known; `InlineValues` puts the words into the values
        if "lang" in raw and (named := _LANG.search(raw)):
            self.engine.current.languages.append((raw, self.engine.variables.filled(named[1])))


class LineBreakPattern(SubstituteTagInlineProcessor):
    """Two spaces at the end of a line (CommonMark 6.7)."""

    looks_ahead = True


def verbatim_at(data: str, position: int) -> re.Match[str] | None:
    """What begins at a sign of `SIGNS`; None when the sign stands for itself."""
    if data.startswith(("<!", "<?"), position) and not _is_closed(data, position):
        return None
    return _KINDS.match(data, position)


def _is_closed(data: str, position: int) -> bool:
    """Whether the end of what may be a comment, an instruction or a declaration stands anywhere behind it.

    The pattern would look for it as well, ten times as slowly, and again at each sign.
    """
    end = next((end for begin, end in _ENDS.items() if data.startswith(begin, position)), ">")
    return _last(data, end) >= position + 2


@lru_cache(maxsize=2)
def _last(data: str, end: str) -> int:
    """Where an end stands for the last time; -1 where it never does. A text is asked for it at each of its signs."""
    return data.rfind(end)


def _code(opening: re.Match[str], data: str) -> Found:
    """Code up to as many backticks as it begins with (CommonMark 6.1)."""
    end = code_end(data, opening)
    if end is None:
        return None, opening.start(), opening.end()
    words = data[opening.end() : end - len(opening[0])].replace("\n", " ")
    if words[0] == " " == words[-1] and words.strip(" "):
        words = words[1:-1]
    element = etree.Element("code")
    element.text = AtomicString(words)
    return element, opening.start(), end


def code_end(data: str, opening: re.Match[str]) -> int | None:
    """Where the code ends that backticks begin; None when it never does."""
    closing = re.compile(rf"(?<!`){opening[0]}(?!`)").search(data, opening.end())
    return closing.end() if closing else None
