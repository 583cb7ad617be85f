"""W10, W11 and W31: links that sound alike, downloads that do not say what they are, pictures without their sign."""

from collections.abc import Iterator
from dataclasses import replace

from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault, swap
from builder.model.source_facts import Link

_KINDS = {
    "pdf": "PDF", "doc": "Word", "docx": "Word", "odt": "OpenDocument", "rtf": "RTF", "xls": "Excel", "xlsx": "Excel",
    "ods": "OpenDocument", "csv": "CSV", "ppt": "PowerPoint", "pptx": "PowerPoint", "odp": "OpenDocument",
    "zip": "ZIP", "epub": "EPUB", "mp3": "MP3",
}  # fmt: skip
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_BEFORE = rare_pattern(r"\[([^\[\]]*)\]\($")
"""The words of a link, before its address."""
_SIZE = rare_pattern(r"\d\s?(?:[kKMG]i?B\b|bytes\b|pages?\b|slides?\b|minutes?\b|min\b)")


def check_links_apart(course: Course) -> Iterator[Diagnostic]:
    """Links of one module with the same words and different targets; links to files, and to pictures alone."""
    sizes = {asset.name: asset.size for asset in course.assets}
    for module in course.pages:
        if module.facts.links:
            yield from _alike(module)
            yield from _downloads(module, sizes)
            yield from _pictures(module, sizes)


def _alike(module: Module) -> Iterator[Diagnostic]:
    met: dict[str, tuple[str, Span]] = {}
    for link in module.facts.links:
        words = link.text.strip().casefold()
        target, place = met.setdefault(words, (link.target, link.span))
        if words and target != link.target:
            where = f"on line {place.line}" if place.path == link.span.path else f"at {place.path}:{place.line}"
            message = f"the link “{link.text}” {where} has the same words and leads elsewhere"
            hint = "Give each link words of its own: many learners hear the links as a list."
            yield fault("W10", link.span, message, hint, link.excerpt)


def _downloads(module: Module, sizes: dict[str, int]) -> Iterator[Diagnostic]:
    for link in module.facts.links:
        ending = link.target.rpartition(".")[2].lower()
        if link.target not in sizes or ending not in _KINDS:
            continue
        kind, size = _KINDS[ending], sizes[link.target]
        named = kind.lower() in link.text.lower() or ending in link.text.lower()
        if not (named and _SIZE.search(link.text)):
            shown = f"{size / 1e6:.1f} MB" if size >= 999_500 else f"{max(1, round(size / 1e3))} KB"
            said = _SIZE.search(link.text)
            words = _words(link)
            mended = _with_size(words, *(() if named else (kind,)), *(() if said else (shown,)))
            message = f"“{link.text}” does not say what kind of file it leads to, or how large it is"
            place = replace(link.span, column=link.span.column - len(words) - 2)
            fix = swap(place, link.excerpt, f"{words}](", f"{mended}](")
            yield fault("W11", link.span, message, f"Write [{mended}](...).", link.excerpt, fix)


def _words(link: Link) -> str:
    """The words of a link as they are written; as they are shown when they cannot be found."""
    written = _BEFORE.search(link.excerpt[: link.span.column - 1])
    return written[1] if written else link.text


def _with_size(words: str, *more: str) -> str:
    """The words of a link with more in the brackets at their end: `The plan (PDF, 20 KB)`."""
    inside = words.endswith(")") and "(" in words
    return f"{words[:-1]}, {', '.join(more)})" if inside else f"{words} ({', '.join(more)})"


def _pictures(module: Module, sizes: dict[str, int]) -> Iterator[Diagnostic]:
    for link in module.facts.links:
        if link.target not in sizes or not link.target.lower().endswith(_PICTURES):
            continue
        if any(
            p.kind == "paragraph" and p.line == link.span.line and p.text == link.text for p in module.facts.passages
        ):
            message = "this is a link to a picture, not the picture itself"
            words = _words(link)
            place = replace(link.span, column=link.span.column - len(words) - 3)
            fix = swap(place, link.excerpt, f"[{words}](", f"![{link.text}](")
            address = link.excerpt[link.span.column - 1 :][: link.span.length]
            yield fault("W31", link.span, message, f"Write ![{link.text}]({address})", link.excerpt, fix)
