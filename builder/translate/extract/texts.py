"""A course folder -> every text in it that is translated, file by file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from builder.errors import UnreadableSource
from builder.kinds import KINDS
from builder.model.blocks import Stages, Watch
from builder.model.content.spelling import hashed_exactly
from builder.model.course import Course, Module
from builder.model.diagnostics import Report
from builder.read import read_course
from builder.read.files.names_on_disk import composed
from builder.read.files.source import Source, read_source
from builder.read.markdown.block_parser.comments import without_comments
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.markdown.lines import Definitions, Line
from builder.read.settings.front_matter import read_front_matter
from builder.read.settings.keys import ID
from builder.translate.extract.blocks import BlockSegments
from builder.translate.extract.cues import ROLES, CueSegments
from builder.translate.extract.inline import InlineSegments
from builder.translate.extract.plain_text import plain_words, settings_tokens
from builder.translate.extract.regions import Region, as_written
from builder.translate.extract.settings import COURSE, FORM, MODULE, SettingsSegments
from builder.translate.segment import Segment, Style, Unit, keyed

_ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\]]+)\]:[ \t]*(.*?)[ \t]*$")
_REFERENCE = re.compile(r"^ {0,3}\[(?:[^\[\]\\]|\\.)+\]:[ \t]*(<[^<>]*>|[^\s<]\S*)(?:[ \t]+([\"'(].*[\"')]))?[ \t]*$")
_WRITTEN = re.compile(r"[^\s()<>]+")
_NOTE = "Write it exactly as the texts do."


@dataclass(slots=True)
class SourceText:
    """A file with its segments."""

    path: str
    """Path relative to the course folder, with forward slashes."""
    kind: str
    """`module`, `glossary`, `fragment`, `transcript`, `settings`, `form` or `track`."""
    data: bytes
    """The file as it is."""
    regions: list[Region] = field(default_factory=list)
    """Its segments, and where they are written."""
    lines: tuple[str, ...] = ()
    """Its lines, without their ends."""
    language: str = ""
    """The language that it says it is in; empty for that of the course."""
    language_place: Region | None = None
    """Where it says so."""
    front_end: int = 0
    """Number of the line that closes its front matter; 0 without any."""
    module: str = ""
    """Id of the module."""
    names: list[tuple[str, Line]] = field(default_factory=list)
    """Files that its films name."""
    frameworks: list[Region] = field(default_factory=list)
    """Values that name a framework."""
    addresses: list[tuple[Line, int, str]] = field(default_factory=list)
    """Addresses of link references that the translated course writes otherwise: the line, the column, the other."""


@dataclass(frozen=True, slots=True)
class CourseText:
    """A course that is translated."""

    folder: Path
    course: Course
    report: Report
    """What is wrong in it; with an error nothing else is known."""
    files: tuple[SourceText, ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)
    """Ids of headings, stages and terms -> those that the translated course gives them."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every segment with its key."""
        return keyed(region.segment for file in self.files for region in file.regions)


def read_texts(folder: Path) -> CourseText:
    """Read a course and find its segments. Raises `UnreadableSource` when there is no such folder."""
    course, report = read_course(folder, KINDS, alone=True)
    if report.errors:
        return CourseText(folder, course, report)
    finder = _Finder(folder, course)
    return CourseText(folder, course, report, tuple(finder.files()), finder.anchors)


class _Finder:
    def __init__(self, folder: Path, course: Course) -> None:
        self.folder = folder
        self.course = course
        self.engine = InlineEngine()
        self.kinds = {kind.word.lower(): kind for kind in KINDS}
        self.pages: list[Module] = [*course.modules, *([course.glossary.page] if course.glossary else [])]
        self.anchors = dict(_anchors(course))
        self.shared: dict[str, tuple[str, str]] = {}
        self.tracks = dict(self._tracks())
        self.transcripts: list[str] = []

    def files(self) -> Iterator[SourceText]:
        yield self._settings("course.yml", "settings", COURSE)
        form = self.course.record
        if form and form.form and (name := self._own_form()):
            yield self._settings(name, "form", FORM)
        fragments = list(self.course.includes)
        for name in fragments:
            self.shared |= parse_blocks(self._source(name))[1].references
        for page in self.pages:
            glossary = self.course.glossary is not None and page is self.course.glossary.page
            yield self._page(page.span.path, "glossary" if glossary else "module", page.id)
        for name in fragments:
            yield self._page(name, "fragment")
        for name in dict.fromkeys(self.transcripts):
            yield self._page(name, "transcript")
        for name, role in self.tracks.items():
            yield self._track(name, role)

    def _source(self, path: str) -> Source:
        source, faults = read_source(self.folder, path)
        if source is None:
            raise UnreadableSource(self.folder / path, faults[0].message if faults else "it changed meanwhile")
        return source

    def _file(self, source: Source, kind: str) -> SourceText:
        return SourceText(source.path, kind, (self.folder / source.path).read_bytes(), lines=source.lines)

    def _own_form(self) -> str:
        """The file of the course's own form."""
        found = re.search(
            r"^record:\s*[\"']?([^\s\"'#]+\.ya?ml)", "\n".join(self._source("course.yml").lines), re.MULTILINE
        )
        return found[1] if found else ""

    def _settings(self, path: str, kind: str, shown: dict[str, object]) -> SourceText:
        source = self._source(path)
        file = self._file(source, kind)
        inline = InlineSegments(self.engine, path, {})
        self.engine.define({})
        settings = SettingsSegments(source, 1, len(source.lines), inline)
        file.regions = list(settings.regions(shown))
        file.language_place = settings.place("language")
        file.frameworks = settings.frameworks
        return file

    def _page(self, path: str, kind: str, module: str = "") -> SourceText:
        source = self._source(path)
        file = self._file(source, kind)
        file.module = module
        body = 1
        if kind in {"module", "glossary"}:
            body = read_front_matter(source)[1]
        nodes, definitions = parse_blocks(source, body)
        nodes = as_written(without_comments(nodes))
        notes = as_written([*definitions.footnotes.values()])
        self.engine.define({**self.shared, **definitions.references})
        inline = InlineSegments(self.engine, path, self._addresses(path, source))
        if body > 2:
            file.front_end = body - 1
            first = next(number for number, line in enumerate(source.lines, 1) if line.strip()) + 1
            settings = SettingsSegments(source, first, body - 2, inline)
            file.regions += settings.regions(MODULE)
            file.language_place = settings.place("language")
            file.language = file.language_place.segment.flat if file.language_place else ""
        options = {(x.line, x.column) for module in self.pages for x in module.facts.option_ids if x.path == path}
        blocks = BlockSegments(inline, self.kinds, options)
        file.regions += blocks.glossary(nodes) if kind == "glossary" else blocks.module(nodes)
        file.regions += blocks.notes(notes)
        file.regions += self._definitions(definitions, inline)
        file.addresses = list(_rewritten(definitions, inline.addresses))
        file.names = blocks.names
        self.transcripts += [name for key, line in blocks.names if key == "transcript" and (name := self._named(line))]
        return file

    def _named(self, line: Line) -> str:
        path = unquote(line.text.strip("<>"))
        return path if (self.folder / path).is_file() else ""

    def _track(self, path: str, role: str) -> SourceText:
        source = self._source(path)
        file = self._file(source, "track")
        file.regions = list(CueSegments(source, role).regions())
        return file

    def _tracks(self) -> Iterator[tuple[str, str]]:
        """Captions, chapters and descriptions in the language of their module."""
        for module in self.course.modules:
            language = module.language or self.course.language
            for block in module.blocks:
                if isinstance(block, Watch):
                    for track in (*block.captions, block.chapters, block.descriptions):
                        if track and track.cues and _primary(track.language) == _primary(language):
                            yield track.asset.source, ROLES[track.kind]

    def _addresses(self, path: str, source: Source) -> dict[str, str]:
        """Addresses in a file that lead to a heading by its words -> those that lead to it by its id."""
        found: dict[str, str] = {}
        for link in (link for page in self.pages for link in page.facts.links if link.span.path == path):
            if not link.target.startswith("#") or link.target == "#":
                continue
            written = _WRITTEN.match(link.excerpt[link.span.column - 1 :])
            if not written or "#" not in written[0]:
                continue
            file = written[0].partition("#")[0]
            target = link.target[1:]
            other = f"{file}#{self.anchors.get(target, target)}"
            if other != composed(written[0]):
                found[written[0]] = other
        return found

    def _definitions(self, definitions: Definitions, inline: InlineSegments) -> Iterator[Region]:
        """Abbreviations, and the titles of link references."""
        for line in definitions.explained.values():
            match = _ABBREVIATION.match(line.text)
            if match:
                yield _part(line, match, 1, "abbreviation", inline, _NOTE)
                if match[2]:
                    yield _part(line, match, 2, "what an abbreviation stands for", inline)
        for line in definitions.places.values():
            match = _REFERENCE.match(line.text)
            if match and match[2] and match[2][1:-1].strip():
                yield _part(line, match, 2, "title of a link", inline, style="title")


def _part(
    line: Line,
    match: re.Match[str],
    group: int,
    role: str,
    inline: InlineSegments,
    note: str = "",
    style: Style = "plain",
) -> Region:
    text = match[group]
    column = len(line.typed) - len(line.text) + match.start(group) + 1
    tokens, codes = settings_tokens(plain_words(text[1:-1]) if style == "title" else text)
    segment = Segment(inline.file, line.number, column, role, tokens, codes, style, text, "", note)
    return Region(segment, (line.number, column), (line.number, column + len(text)), (line.number, column))


def _rewritten(definitions: Definitions, addresses: Mapping[str, str]) -> Iterator[tuple[Line, int, str]]:
    for line in definitions.places.values():
        match = _REFERENCE.match(line.text)
        if match and (other := addresses.get(match[1].strip("<>"))):
            yield line.part(0, match[1]), match.start(1), other


def _anchors(course: Course) -> Iterator[tuple[str, str]]:
    """Ids that come from words of a heading, a stage or a term -> ids that can be written in the translated course."""
    pages: Sequence[Module] = course.modules
    for module in pages:
        for heading in module.facts.headings:
            yield heading.id, written_id(heading.id)
        for block in module.blocks:
            for stage in block.stages if isinstance(block, Stages) else ():
                yield stage.id, written_id(stage.id)
    for term in course.glossary.terms if course.glossary else ():
        yield term.id, written_id(term.id)


def written_id(identifier: str) -> str:
    """An id as an author may write it: of one in another script, or too long, one of its hash."""
    if ID.fullmatch(identifier) and "--" not in identifier:
        return identifier
    return f"part-{hashed_exactly(identifier)}"


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
