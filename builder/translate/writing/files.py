"""The files of a translated course: the source with other words, and with every id written out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from builder.read.files.place import typed_column
from builder.read.language_tags import IN_NAME, is_language
from builder.read.markdown.block_parser.boxes import picture_of
from builder.read.module import name_modules
from builder.translate.extract.regions import BOLD, Region
from builder.translate.extract.texts import CourseText, SourceText, written_id
from builder.translate.segment import Segment, Tokens
from builder.translate.stored import Matching
from builder.translate.writing.edits import Edit, edited
from builder.translate.writing.rendering import rendered

_LANGUAGES = re.compile(rb"^languages[ \t]*:[^\n]*\n?(?:[ \t-][^\n]*\n?)*", re.MULTILINE)
"""The key of course.yml, with its list below it."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A course, and the words of another language for it."""

    text: CourseText
    matching: Matching
    language: str
    """The language that it is translated into."""
    words: Mapping[int, Tokens]
    """What stands in place of a segment, by its identity."""
    kept_names: Mapping[str, str] | None = None
    """What tracks are called in a folder that stays as it is, where that is something else; None when it is written anew."""

    @classmethod
    def of(cls, text: CourseText, matching: Matching, language: str, least: str) -> "Translation":
        """That of a translation file; `least` is the least state of a segment that is used."""
        used = ((one.unit.segment, one.translation(least)) for one in matching.found)
        words = {id(segment): tokens for segment, tokens in used if tokens}
        for file in text.files:
            for _, group in groupby(file.regions, key=lambda region: region.shares or region.start):
                _keep_together([segment for region in group for segment in region.segment.every()], words)
        return cls(text, matching, language, words)

    def chosen(self, segment: Segment) -> Tokens:
        """The translation of a segment, or its own words."""
        return self.words.get(id(segment), segment.tokens)

    def is_left(self, segment: Segment) -> bool:
        """Whether a segment with words has no translation."""
        return segment.has_words and id(segment) not in self.words

    def is_begun(self, file: SourceText) -> bool:
        """Whether any segment of a file is translated."""
        if file.kind == "track" and self.kept_names is not None:
            return True
        return any(id(one) in self.words for region in file.regions for one in region.segment.every())

    @property
    def variables(self) -> frozenset[str]:
        """Names of the variables whose words are translated."""
        regions = (region for file in self.text.files if file.kind == "settings" for region in file.regions)
        return frozenset(region.variable for region in regions if region.variable and id(region.segment) in self.words)

    @property
    def source_language(self) -> str:
        """The language of the source."""
        return self.text.course.language

    def names(self) -> Mapping[str, str]:
        """Files of tracks that have another name in the translated course."""
        found = {}
        for file in self.text.files:
            if file.kind == "track":
                other = self._track_name(file)
                if other != file.path:
                    found[file.path] = other
        return found

    def _track_name(self, file: SourceText) -> str:
        """A track names its language; one that is not translated is in the source's, and so are its cues where its name stays."""
        if self.kept_names is not None:
            return self.kept_names.get(file.path, file.path)
        tagged = IN_NAME.search(file.path)
        has_tag = tagged is not None and is_language(tagged[1])
        if _has_chapters(file):
            return file.path
        if self.is_begun(file):
            return f"{file.path[: tagged.start()]}.{self.language}.vtt" if has_tag and tagged else file.path
        return file.path if has_tag else f"{file.path.removesuffix('.vtt')}.{self.source_language}.vtt"


def _keep_together(segments: Iterable[Segment], words: dict[int, Tokens]) -> None:
    """Take all translations away where a segment, or a title or an alternative in it, has none: one mark says one language."""
    parts = [id(one) for one in segments if one.has_words]
    if not all(part in words for part in parts):
        for part in parts:
            words.pop(part, None)


def translated_files(translation: Translation) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of each text file of the translated course."""
    names = translation.names()
    ids = _Ids(translation.text)
    for file in translation.text.files:
        edits = [*_edits(file, translation, ids), *_settings_edits(file, translation), *_name_edits(file, names)]
        data = edited(file.data, edits)
        # The list of languages is the source's: a translation is one of them.
        yield names.get(file.path, file.path), _LANGUAGES.sub(b"", data) if file.kind == "settings" else data


class _Ids:
    """Ids that the source makes of words, and that the translated course writes out."""

    def __init__(self, text: CourseText) -> None:
        course = text.course
        self.options: dict[tuple[str, int, int], str] = {}
        self.headings: dict[tuple[str, int], str] = {}
        for module in course.modules:
            for heading in module.facts.headings:
                self.headings[heading.span.path, heading.span.line] = written_id(heading.id)
            for option in module.facts.option_ids:
                if not option.own:
                    self.options[option.path, option.line, option.column] = text.anchors.get(option.id, option.id)
        for term in course.glossary.terms if course.glossary else ():
            self.headings[term.span.path, term.span.line] = written_id(term.id)
        paths = [module.span.path for module in course.modules]
        named = name_modules(paths)
        self.modules = {module.span.path: module.id for module in course.modules if not named[module.span.path]}


def _edits(file: SourceText, translation: Translation, ids: _Ids) -> Iterator[Edit]:
    # A file without a translation says its language, but for settings, forms and chapters.
    begun = translation.is_begun(file) or file.kind in {"settings", "form"} or _has_chapters(file)
    language = file.language or translation.source_language
    for region in file.regions:
        segment = region.segment
        left = begun and any(map(translation.is_left, segment.every())) and not _any_words(segment, translation)
        mark = region.marked if left else ""
        yield from _words(region, translation, mark, language)
        yield from _behind(file.path, region, ids, mark, language)
    for line, column, other in file.addresses:
        start = typed_column(line.typed, line.column + column)
        yield Edit(line.number, start, line.number, start + len(line.text), other)


def _has_chapters(file: SourceText) -> bool:
    return any(region.segment.role == "title of a chapter" for region in file.regions)


def _any_words(segment: Segment, translation: Translation) -> bool:
    return any(id(one) in translation.words for one in segment.every())


def _words(region: Region, translation: Translation, mark: str, language: str) -> Iterator[Edit]:
    said_in = language if mark == "setting" else ""
    text = rendered(region.segment, translation.chosen, region.prefix, language=said_in)
    if mark in {"braces", "brackets"}:
        text = _with_variables(text, region.segment, translation)
    if region.bold and mark:
        text, mark = _bold_in(text, language), ""
    before = {"brackets": "[", "cue": f"<lang {language}>"}.get(mark, "")
    if mark == "brackets":
        text = picture_of(text) or text  # a tag in brackets is no picture
    if text != region.segment.raw:
        yield Edit(*region.start, *region.end, before + text)
    elif before:
        yield Edit.insert(*region.start, before)


def _with_variables(text: str, segment: Segment, translation: Translation) -> str:
    """Words of the source, with a mark at each variable whose words are translated."""
    for code in segment.codes if segment.style in {"markdown", "cell"} else ():
        if code.kind == "variable" and code.shown.strip("{} ") in translation.variables:
            text = text.replace(code.shown, f"[{code.shown}]{{lang={translation.language}}}")
    return text


def _bold_in(text: str, language: str) -> str:
    """Words in bold that are a name, and what may follow them, with the mark of their language: a name is bold first of all."""
    name = BOLD.match(text)
    assert name
    return f"{text[: name.start(2)]}[{name[2]}]{{lang={language}}}{text[name.end(2) :]}"


def _behind(path: str, region: Region, ids: _Ids, mark: str, language: str) -> Iterator[Edit]:
    """The language of words that are not translated, and the id of a heading or an option."""
    mark = "" if region.bold == "alone" else mark
    behind = {"brackets": f"]{{lang={language}}}", "cue": "</lang>"}.get(mark, "")
    inside: list[str] = []
    if region.heading and not _has_id(region.braces) and (made := ids.headings.get((path, region.start[0]))):
        inside.append(f"#{made}")
    if mark == "line" and region.shares:
        yield Edit.insert(*region.shares, f" {{lang={language}}}")
    if mark == "braces" and not (region.braces and "lang" in region.braces[2]):
        inside.append(f"lang={language}")
    if inside and region.braces:
        yield Edit.insert(region.braces[0], region.braces[1] + 1, " ".join(inside) + " ")
    elif inside:
        behind += f" {{{' '.join(inside)}}}"
    option = ids.options.get((path, *region.place))
    if option and region.braces and region.braces[2] == "behind":
        yield Edit.insert(region.braces[0], region.braces[1], f" {{#{option}}}")
    elif option:
        behind += f" {{#{option}}}"
    if behind:
        yield Edit.insert(*region.end, behind)


def _has_id(braces: tuple[int, int, str] | None) -> bool:
    return braces is not None and "#" in braces[2]


def _settings_edits(file: SourceText, translation: Translation) -> Iterator[Edit]:
    """The language of the file, the ids of modules that come from titles, and the names of frameworks."""
    yield from _framework_edits(file, translation)
    begun = translation.is_begun(file)
    place = file.language_place
    if file.kind == "settings" or (begun and place):
        if place:
            yield Edit(*place.start, *place.end, translation.language)
        return
    if file.kind not in {"module", "glossary"}:
        return
    lines = []
    if made := _Ids(translation.text).modules.get(file.path):
        lines.append(f"id: {made}")
    if not begun and not place and any(region.segment.has_words for region in file.regions):
        lines.append(f"language: {translation.source_language}")
    if lines and file.front_end:
        yield Edit.insert(file.front_end, 1, "".join(f"{line}\n" for line in lines))
    elif lines:
        yield Edit.insert(1, 1, "".join(f"{line}\n" for line in ("---", *lines, "---")))


def _framework_edits(file: SourceText, translation: Translation) -> Iterator[Edit]:
    names = {
        region.segment.flat: region.segment
        for other in translation.text.files
        if other.kind == "settings"
        for region in other.regions
        if region.segment.role == "name of a framework"
    }
    for region in file.frameworks:
        named = names.get(region.segment.flat)
        if named and (text := rendered(named, translation.chosen)) != named.raw:
            yield Edit(*region.start, *region.end, text)


def _name_edits(file: SourceText, names: Mapping[str, str]) -> Iterator[Edit]:
    """The lines of films that name a track with another name in the translated course."""
    for key, line in file.names:
        written = line.text.strip("<>")
        for path, other in names.items():
            if key != "transcript" and written in {path, quote(path)}:
                start = typed_column(line.typed, line.column)
                name = quote(other, safe="/") if written != path else other
                new = f"<{name}>" if line.text.startswith("<") else name
                yield Edit(line.number, start, line.number, start + len(line.text), new)
