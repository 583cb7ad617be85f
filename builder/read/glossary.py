"""`glossary.md` -> terms with their definitions, on a page of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from builder.model.blocks import Prose
from builder.model.content.spelling import alike
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic, Span
from builder.model.glossary import Glossary, Term
from builder.read.files.source import Source
from builder.read.ids import Ids
from builder.read.links import Addresses
from builder.read.markdown.block_parser.comments import without_comments
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.blocks import note_structure
from builder.read.near_miss.definitions import note_near_term
from builder.read.settings.front_matter import read_front_matter
from builder.read.settings.validate import module_settings
from builder.read.settings.values import ModuleSettings
from builder.read.source_facts import facts_of
from builder.read.typography import typeset, typeset_setting
from builder.read.words_to_ids import anchor_of

GLOSSARY = "glossary"
"""Id of the page; its file is this with `.md`."""

_KEYS = ("title", "language")
_BAR = re.compile(r"(?<!\\)\|")
_EXAMPLE = "Write the term on a line of its own, and below it a line such as `: what it means`"


def read_glossary(
    source: Source, language: str, engine: InlineEngine, addresses: Addresses, ids: Ids
) -> tuple[Glossary, list[Diagnostic]]:
    """Read a glossary: its terms in the order of the alphabet, and every fault at its place."""
    yaml, body, diagnostics = read_front_matter(source)
    diagnostics += engine.variables.fill(yaml, source)
    values, faults = module_settings(yaml, source)
    settings = values or ModuleSettings()
    for name in yaml.values:
        if name not in _KEYS and values is not None:
            line, column = yaml.place((name,), of_key=True)
            message, hint = f'"{name}" is not a key of a glossary', "Known here: title, language."
            faults.append(source.fault("STR-007", line, column, message, hint, len(name)))
    nodes, definitions = parse_blocks(source, body)
    nodes = without_comments(nodes)
    reader = Reader(source, GLOSSARY, settings.language or language, engine, addresses, ids, definitions)
    note_structure(nodes, False, reader)
    above, lists = _sort(nodes, reader)
    prose = reader.blocks(above)
    terms = _terms(lists, reader)
    if not terms and not reader.diagnostics:
        reader.fault(
            "GLO-001", reader.here(min(body, len(source.lines))), "there is no term in this glossary", f"{_EXAMPLE}."
        )
    page = Module(
        id=GLOSSARY,
        title=typeset_setting(settings.title, reader.language),
        summary="",
        presenters=(),
        language=settings.language if settings.language != language else "",
        blocks=(Prose(prose, Span(source.path, above[0].line)),) if above else (),
        notes=reader.footnotes(),
        span=Span(source.path),
        # A term or a definition may be in italics throughout, and headings are reported as GLO-001.
        facts=replace(facts_of(reader, [GLOSSARY, *(term.id for term in terms)]), headings=(), italics=()),
    )
    ordered = tuple(sorted(terms, key=lambda term: term.words.text.casefold()))
    return Glossary(page, ordered), [*diagnostics, *faults, *reader.diagnostics]


def _sort(nodes: Sequence[Node], reader: Reader) -> tuple[list[Node], list[Node]]:
    """Paragraphs above the terms, and the lists of terms; everything else is a fault."""
    above: list[Node] = []
    lists: list[Node] = []
    for node in nodes:
        near = next((line for line in node.lines if line.text.startswith(":")), None)
        if node.kind == "definitions":
            lists.append(node)
        elif node.kind == "heading":
            message = "a glossary has no headings: its terms stand in the order of the alphabet"
            hint = "Delete this line. The title of the page is `title: ...` in the front matter."
            reader.fault("GLO-001", node.place(), message, hint)
        elif node.kind == "paragraph" and near:
            message = "this definition needs one space after its colon, and its term alone on the line above"
            words = near.text.lstrip(": ")
            hint = f"Write: : {words[:60] or 'what it means'}"
            fix = (near.text, f": {words}") if words and near in node.lines[1:2] else None
            reader.fault("GLO-001", near.place(), message, hint, fix=fix)
        elif node.kind == "paragraph" and note_near_term(node, reader):
            continue
        elif node.kind == "paragraph" and not lists:
            above.append(node)
        else:
            message = "this is not a term with its definition"
            reader.fault("GLO-001", node.place(), message, f"{_EXAMPLE}.")
    return above, lists


def _terms(lists: Sequence[Node], reader: Reader) -> list[Term]:
    terms: list[Term] = []
    taken: dict[str, int] = {}
    for node in lists:
        for index, child in enumerate(node.children):
            if child.kind != "term":
                continue
            meanings: list[Node] = []
            for following in node.children[index + 1 :]:
                if following.kind == "term":
                    break
                meanings.append(following)
            if term := _term(child, meanings, taken, reader):
                terms.append(term)
    return terms


def _term(node: Node, meanings: Sequence[Node], taken: dict[str, int], reader: Reader) -> Term | None:
    lines, attributes = reader.braces(node.lines)
    language = reader.language_of(attributes, allowed=("id",))
    first, *others = _parts(lines[0]) if lines else [Line(node.source, node.line, node.column, "")]
    words = reader.fragment([first])
    forms = [words.text, *(typeset(other.text, reader.language) for other in others)]
    for form, written in zip(forms, (first, *others), strict=True):
        if not form:
            message, hint = (
                "this term has no words",
                "Write the term on the line above its definition, or between the bars.",
            )
            reader.fault("GLO-001", written.place(), message, hint)
            return None
        line = taken.setdefault(alike(form), written.number * 2 + (written is not first))
        if line != written.number * 2 + (written is not first):
            message = f"“{form}” is in this glossary already, on line {line // 2}"
            hint = "Put both definitions under one of them, or delete one."
            reader.fault("GLO-002", written.place(), message, hint, len(written.text))
            return None
    meant = tuple(reader.blocks(meaning.children, tight=len(meaning.children) == 1) for meaning in meanings)
    identifier = _id(attributes.id if attributes else "", words.text, node, reader)
    english = (language or reader.language).lower().startswith("en")
    span, excerpt = node.place().span(len(first.text)), node.typed
    return Term(identifier, words, tuple(forms), english, meant, span, excerpt, language)


def _parts(line: Line) -> list[Line]:
    """The forms of a term, between bars."""
    found, start = [], 0
    for end in [*(match.start() for match in _BAR.finditer(line.text)), len(line.text)]:
        raw = line.text[start:end]
        lead = len(raw) - len(raw.lstrip())
        found.append(line.part(start + lead, raw.strip()))
        start = end + 1
    return found


def _id(chosen: str, words: str, node: Node, reader: Reader) -> str:
    if chosen:
        problem = reader.ids.claim(chosen, reader.source, node.line, node.column)
        if problem is None:
            return chosen
        reader.diagnostics.append(problem)
    wanted = f"{GLOSSARY}-{anchor_of(words, 'term')}"
    return reader.ids.free(wanted, node.place().span(), words)
