"""W18: passages that are in italics from their first word to their last."""

import re
from collections.abc import Iterator

from builder.check.places import remark
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import Passage

FEWEST = 12
"""Words below which italics do no harm."""

_REFERENCES = rare_pattern(r"reference|bibliograph|reading|literature|sources|publications|cyfeiriad", re.IGNORECASE)


def check_italics(module: Module) -> Iterator[Diagnostic]:
    """Paragraphs and items; the titles of works in a list of references, in a note or as a link are as they should be."""
    for passage in module.facts.italics:
        if len(passage.text.split()) >= FEWEST and not _is_title(module, passage):
            message = "a whole passage in italics is hard to read, and a screen reader does not announce italics"
            hint = "Delete the signs round it. For a quotation, begin its lines with >; to stress something, put single words in bold."
            yield remark("W18", module, passage, "", message, hint)


def _is_title(module: Module, passage: Passage) -> bool:
    lines = module.facts.sources.get(passage.path, ())
    if passage.line <= len(lines) and lines[passage.line - 1].lstrip().startswith("[^"):
        return True
    if any(link.text == passage.text and link.span.line >= passage.line for link in module.facts.links):
        return True
    above = [heading.text for heading in module.facts.headings if heading.span.line < passage.line]
    return _REFERENCES.search(above[-1] if above else module.title) is not None
