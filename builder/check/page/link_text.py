"""W10, W11 and W31: links that sound alike, downloads that do not say what they are, pictures without their sign."""

import re
from collections.abc import Iterator

from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rules import fault

_KINDS = {
    "pdf": "PDF", "doc": "Word", "docx": "Word", "odt": "OpenDocument", "rtf": "RTF", "xls": "Excel", "xlsx": "Excel",
    "ods": "OpenDocument", "csv": "CSV", "ppt": "PowerPoint", "pptx": "PowerPoint", "odp": "OpenDocument",
    "zip": "ZIP", "epub": "EPUB", "mp3": "MP3",
}  # fmt: skip
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_SIZE = re.compile(r"\d\s?(?:[kKMG]i?B\b|bytes\b|pages?\b|slides?\b|minutes?\b|min\b)")


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
            message = f"the link “{link.text}” leads elsewhere {where}"
            hint = "Give each its own words: a list of links is often all that is read out."
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
            message = f"“{link.text}” does not say what kind of file it leads to, and how large it is"
            hint = f"Write [{link.text} ({kind}, {shown})](...)."
            yield fault("W11", link.span, message, hint, link.excerpt)


def _pictures(module: Module, sizes: dict[str, int]) -> Iterator[Diagnostic]:
    for link in module.facts.links:
        if link.target not in sizes or not link.target.lower().endswith(_PICTURES):
            continue
        if any(
            p.kind == "paragraph" and p.line == link.span.line and p.text == link.text for p in module.facts.passages
        ):
            message = "this is a link to a picture, and not the picture"
            hint = f"Write !{link.excerpt.strip()}"
            yield fault("W31", link.span, message, hint, link.excerpt)
