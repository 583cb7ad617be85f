"""One markdown file -> a module."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from builder.did_you_mean import did_you_mean
from builder.model.assessment import AssessmentItem
from builder.model.blocks import Block, Prose
from builder.model.content import Fragment, telling_words
from builder.model.content import Span as LanguageSpan
from builder.model.content.control_characters import refused
from builder.model.content.spelling import alike, has_words
from builder.model.course import Module, Person
from builder.model.diagnostics import Diagnostic, Span
from builder.model.glossary import Term
from builder.model.kind import Kind, QuestionKind
from builder.model.source_facts import GeneratedId, Passage
from builder.read.blocks.sections import Kinds, Section, always, begins_block, block_starts, split_sections
from builder.read.files.ignored_files import how_to_title
from builder.read.files.source import Source
from builder.read.generated_ids import made_for_block, made_for_module
from builder.read.ids import Ids
from builder.read.links import Addresses
from builder.read.markdown.block_parser.comments import without_comments
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.glossary_links import TermLinker
from builder.read.markdown.includes import Fragments, Including
from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.markdown.lines import Node
from builder.read.markdown.variables import Variables
from builder.read.near_miss.answer_lines.reading import with_answer_lines
from builder.read.near_miss.blocks import is_near_title, lacks_first_dashes, note_structure, titles_reported_once
from builder.read.near_miss.headings import meant_starts, note_inner_blocks
from builder.read.near_miss.lists import note_near_lists
from builder.read.near_miss.missing_hashes import MEANT, with_headings
from builder.read.people import presenters_of
from builder.read.questions.attributes import allowed_options, question_options, read_bank, read_shuffle, refuse_options
from builder.read.questions.hints import take_help
from builder.read.questions.test_settings import check_opening
from builder.read.settings.front_matter import read_front_matter
from builder.read.settings.keys.key import said
from builder.read.settings.validate import module_settings, without_comment
from builder.read.settings.values import ModuleSettings
from builder.read.settings.yaml_spans import Settings
from builder.read.source_facts import facts_of
from builder.read.typography import typeset_setting
from builder.read.words_to_ids import block_id

_NUMBER = re.compile(r"^[\d\s._-]+")
"""Before the words of a file name; digits of any script."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A module's file with its front matter read: enough to name it, not yet its words."""

    source: Source
    """The file."""
    settings: ModuleSettings
    """Its front matter."""
    yaml: Settings
    """The same with places."""
    id: str
    """Its id; empty when it could not have one."""
    body: int
    """Number of the first line below the front matter."""
    generated: tuple[GeneratedId, ...] = ()
    """Its id, when the author did not write it."""


def name_modules(paths: Sequence[str]) -> dict[str, str]:
    """An id for each file, from its name without its number, so that it survives another order of the modules.

    None for a name that is a number alone, and for those that differ in nothing but their numbers: a number is a place.
    """
    stems = {path: _NUMBER.sub("", path.rsplit("/", 1)[-1].rsplit(".", 1)[0]) for path in paths}
    made = {path: block_id(stem, "module") if has_words(stem) else "" for path, stem in stems.items()}
    shared = {id for id, count in Counter(made.values()).items() if count > 1}
    return {path: "" if id in shared else id for path, id in made.items()}


def open_module(
    source: Source, name: str, ids: Ids, variables: Variables | None = None
) -> tuple[Opening, list[Diagnostic]]:
    """Read the front matter of a file and claim the module's id: its own, or the one that its file name gives."""
    settings, body, diagnostics = read_front_matter(source)
    diagnostics += (variables or Variables()).fill(settings, source)
    values, faults = module_settings(settings, source)
    diagnostics += faults
    opening = values or ModuleSettings()
    title = "" if opening.id or name else opening.title or _first_heading(source, body)
    identifier = opening.id or name or block_id(title or source.path, "module")
    line, column = settings.place(("id",)) if opening.id else (1, 1)
    generated: tuple[GeneratedId, ...] = ()
    made = "" if opening.id else "the name of this file" if name else "its title"
    if problem := ids.claim(identifier, source, line, column, module=True, words=title, made=made):
        # A17 reports that two modules have the same title.
        diagnostics += [problem] if not title or ids.words_of(identifier) != alike(title) else []
        identifier = ""
    elif not opening.id:
        generated = (made_for_module(identifier, source, settings, body),)
    return Opening(source, opening, settings, identifier, body, generated), diagnostics


def _first_heading(source: Source, body: int) -> str:
    """The heading that a file begins with below its front matter; empty for none."""
    first = next((line.strip() for line in source.lines[body - 1 :] if line.strip()), "")
    return str(said(first.removeprefix("# "))) if first.startswith("# ") else ""


def read_module(
    opening: Opening,
    kinds: Kinds,
    language: str,
    people: Mapping[str, Person] | None,
    engine: InlineEngine,
    addresses: Addresses,
    ids: Ids,
    terms: Sequence[Term],
    fragments: Fragments,
    privacy: str,
) -> tuple[Module, list[Diagnostic]]:
    """Read the words of a module that was opened; its first use of each term is linked to the glossary.

    The text of each fragment stands where a line includes it; what is wrong with such a line is noted in `fragments`.
    `people` is None when course.yml could not say whom there is; `privacy` is the course's, for reflections that say nothing of it.
    """
    source = opening.source
    own_language = opening.settings.language
    nodes, definitions = parse_blocks(source, opening.body)
    if any("<!--" in line for line in source.lines):
        nodes = without_comments(nodes)
    including = Including(fragments, definitions)
    nodes = including.expand(nodes)
    reader = Reader(source, opening.id or "module", own_language or language, engine, addresses, ids, definitions)
    reader.sources |= {part.path: part.lines for part in including.parts}
    linker = reader.terms = TermLinker(terms, reader.module) if terms else None
    reader.privacy = privacy
    title = _title(opening, nodes, reader)
    note_structure([*nodes, *definitions.footnotes.values()], not opening.settings.title, reader)
    content: Sequence[Node] = [n for n in nodes if not (n.kind == "heading" and n.level == 1) or begins_block(n, kinds)]
    content = with_headings(with_answer_lines(content, kinds, reader), always(kinds), reader)
    exact = block_starts(content, kinds)
    meant, ends = meant_starts(content, exact, kinds, reader)
    note_inner_blocks(content, kinds, reader)
    blocks = _blocks(split_sections(content, {**exact, **meant}, reader, ends), reader)
    notes = reader.footnotes()
    if not content and not including.wanted and not reader.diagnostics and opening.body <= len(source.lines) + 1:
        reader.fault(
            "STR-019",
            reader.here(min(opening.body, len(source.lines))),
            "there is nothing in this module",
            "Write something below the front matter, or delete the file.",
        )
    check_opening(opening.settings, opening.yaml, blocks, reader)
    module = Module(
        id=opening.id,
        title=title,
        summary=typeset_setting(opening.settings.summary, reader.language),
        presenters=presenters_of(opening.settings, opening.yaml, people, reader),
        language=own_language if own_language != language else "",
        blocks=blocks,
        notes=notes,
        span=Span(source.path),
        draw=opening.settings.draw,
        feedback=opening.settings.feedback,
        needs=tuple(opening.settings.needs),
        terms=tuple(linker.met) if linker else (),
        facts=facts_of(reader, [opening.id, *reader.anchors], _said_above(opening), opening.generated),
    )
    return module, titles_reported_once(reader.diagnostics)


def _said_above(opening: Opening) -> list[Passage]:
    """What the front matter says to learners."""
    said = []
    for key, words in (("title", opening.settings.title), ("summary", opening.settings.summary)):
        if words:
            line, column = opening.yaml.place((key,))
            said.append(Passage("setting", words, opening.source.path, line, column, line))
    return said


def _title(opening: Opening, nodes: list[Node], reader: Reader) -> str:
    if opening.settings.title:
        return typeset_setting(opening.settings.title, reader.language)
    first = nodes[0] if nodes else None
    if first is not None and first.kind == "heading" and first.level == 1 and first.lines:
        return reader.page_heading(first.lines)
    given = ("title",) in opening.yaml.keys and ("title",) not in opening.yaml.unread
    if given and opening.yaml.values.get("title") is None:
        place = reader.here(*opening.yaml.keys[("title",)])
        typed = place.excerpt.partition(":")[2].strip()
        why = ": everything after # is a comment" if typed[:1] == "#" else ""
        hint = f"Write: title: {without_comment(typed)}" if why else "Write it after the colon: title: My module"
        reader.fault("A17", place, f"this module's title is empty{why}", hint, 6)
    elif (
        not opening.yaml.diagnostics
        and ("title",) not in opening.yaml.keys
        and not did_you_mean("title", opening.yaml.values)  # reported as an unknown key
        and opening.body <= len(opening.source.lines) + 1
        and not (first is not None and (lacks_first_dashes(first) or is_near_title(first)))
        and not any(map(refused, opening.source.lines[: opening.body]))  # then they cannot be read, which is reported
    ):
        reader.fault("A17", reader.here(1), "this module has no title", how_to_title(opening.source.path))
    return opening.id


def _blocks(sections: list[Section], reader: Reader) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for section in sections:
        for one in (section, *section.run):
            note_near_lists(one.body, section.kind, reader)
        block = _read(section, section.kind, reader) if section.kind else _prose(section, reader)
        if isinstance(block, tuple):
            blocks += block
        elif block is not None:
            blocks.append(block)
    return tuple(blocks)


def _prose(section: Section, reader: Reader) -> Prose | None:
    reader.linking = reader.terms is not None
    content = reader.blocks(section.body)
    reader.linking = False
    first = section.body[0] if section.body else None
    return Prose(content, first.place().span()) if content and first else None


def _read(section: Section, kind: Kind, reader: Reader) -> Block | tuple[Block, ...] | None:
    identifier, title = _named(section, kind, reader)
    section.further = [(*_named(one, kind, reader), one) for one in section.run]
    if isinstance(kind, QuestionKind):
        return _read_question(section, kind, identifier, title, reader)
    refuse_options(section, kind, reader)
    block: Block | tuple[Block, ...] | None = kind.read(section, identifier, title, reader)
    return block


def _named(section: Section, kind: Kind, reader: Reader) -> tuple[str, Fragment]:
    """The id and the title of a block."""
    heading = section.heading
    assert heading is not None
    title = reader.fragment(section.title)
    if not title.text:
        message, hint = (
            f"there are no words after {kind.word}:",
            f"Write the question or title: ## {kind.word}: ...",
        )
        reader.fault("A13", heading.place(), message, hint, heading.level + len(kind.word) + 2)
        title = Fragment((), "")
    if language := reader.language_of(section.attributes, allowed=allowed_options(kind)):
        title = Fragment((LanguageSpan(title.content, language),), title.text)
    identifier = _claim(section, kind, title, reader)
    reader.note_heading(2, title.text, heading, identifier)
    return identifier, title


def _read_question(
    section: Section, kind: QuestionKind, identifier: str, title: Fragment, reader: Reader
) -> AssessmentItem | None:
    weight, attempts = question_options(section, kind, reader)
    for one in section.run:
        refuse_options(one, kind, reader)
    hints, worked = take_help(section, kind, reader)
    item: AssessmentItem | None = kind.read(section, identifier, title, reader)
    if item is None:
        return None
    shuffle = read_shuffle(section, item, reader)
    bank = read_bank(section, kind, reader)
    if not (hints or worked or shuffle or bank) and (weight, attempts) == (item.weight, item.attempts):
        return item  # nearly always
    return replace(item, hints=hints, worked=worked, weight=weight, attempts=attempts, shuffle=shuffle, bank=bank)


def _claim(section: Section, kind: Kind, title: Fragment, reader: Reader) -> str:
    """The id of a block: the author's, or one made from its words; either must be free in the whole course."""
    heading, attributes = section.heading, section.attributes
    assert heading is not None
    source, line = heading.source, heading.line
    column = attributes.place.column + 2 if attributes and attributes.id else heading.column
    named = telling_words(title) if title.text else ""
    identifier = attributes.id if attributes and attributes.id else block_id(named, kind.word.lower())
    if not title.text and not (attributes and attributes.id):
        return identifier  # A13 reports that it has no words, and without them it is like any other
    of = "" if attributes and attributes.id else "these words"
    if problem := reader.ids.claim(identifier, source, line, column, made=of):
        reader.diagnostics.append(problem)
    else:
        reader.anchors.append(identifier)
        if heading.lines and heading.info != MEANT and not (attributes and attributes.id):
            made = made_for_block(identifier, kind.word, source, line, heading, attributes)
            reader.generated_ids.append(made)
    return identifier
