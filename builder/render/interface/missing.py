"""Words of the interface that a language lacks: they come in English, and say so where they stand (WCAG 2.2, 3.1.2).

While the page is written they stand between marks, which no text of a course has. Here each mark becomes an element, or
the attributes of one where its words stand in an attribute, such as `aria-label`.
"""

import re
from collections.abc import Iterable, Iterator

from builder.model.interface import BEGIN, END, OWN_BEGIN, OWN_END
from builder.model.rare_pattern import rare_pattern
from builder.render.html.direction import direction

_TAG = rare_pattern(r"<(/?)([a-zA-Z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>|<!--.*?-->", re.DOTALL)
_MARKS = rare_pattern(f"[{BEGIN}{END}{OWN_BEGIN}{OWN_END}]")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_PLAIN = frozenset({"option", "title", "textarea", "script", "style"})
"""Elements that hold text alone: of these, an option says its language itself."""
_SPOKEN = rare_pattern(rf"\s(?:aria-label|aria-description|alt|title|placeholder)=\"[^\"]*{BEGIN}")
_TITLE = rare_pattern(rf"\sdata-title=\"[^\"]*{BEGIN}")
_ENGLISH = ' lang="en" dir="ltr"'


def with_marks(pieces: Iterable[str], language: str) -> Iterator[str]:
    """A page in `language` (BCP 47), with the words that are in English for want of others marked as such."""
    return _Marker(language).page("".join(pieces))


class _Marker:
    def __init__(self, language: str) -> None:
        self._own = f' lang="{language}" dir="{direction(language)}"'
        self._open: list[tuple[str, bool]] = []
        """The elements around: name, and whether its language is English for the sake of an attribute."""

    def page(self, text: str) -> Iterator[str]:
        at = 0
        for found in _TAG.finditer(text):
            following = text[found.end() : found.end() + 1]
            yield self._text(text[at : found.start()])
            yield self._tag(found, following) if found[2] else found[0]
            at = found.end()
        yield self._text(text[at:])

    def _text(self, text: str) -> str:
        name, english = self._open[-1] if self._open else ("", False)
        if not text.strip():
            return text
        if name in _PLAIN:
            return _MARKS.sub("", text)
        marked = text.replace(BEGIN, f"<span{_ENGLISH}>").replace(END, "</span>")
        marked = marked.replace(OWN_BEGIN, f"<span{self._own}>").replace(OWN_END, "</span>")
        # Its element says English for a name that nobody sees; its words are in the language of the page.
        return f"<span{self._own}>{marked}</span>" if english else marked

    def _tag(self, found: re.Match[str], following: str) -> str:
        closing, name, rest = found[1], found[2].lower(), found[3]
        if closing:
            self._close(name)
            return found[0]
        inside = bool(self._open) and self._open[-1][1]
        english = bool(_SPOKEN.search(rest)) or (name == "option" and following == BEGIN)
        titled = ' data-title-language="en"' if _TITLE.search(rest) else ""
        slash = "/" if rest.endswith("/") else ""
        rest = _MARKS.sub("", rest).removesuffix("/")
        if english:
            rest = re.sub(r"\s(?:lang|dir)=\"[^\"]*\"", "", rest) + _ENGLISH
        elif inside and ' lang="' not in rest:
            rest += self._own
        if name not in _VOID and not slash:
            self._open.append((name, english))
        return f"<{found[2]}{rest}{titled}{slash}>"

    def _close(self, name: str) -> None:
        """Leave an element, and those in it whose end nobody wrote."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == name:
                del self._open[place:]
                return
