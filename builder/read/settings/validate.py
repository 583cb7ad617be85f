"""Settings held against their keys: values, or every fault at its place."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from builder.did_you_mean import did_you_mean
from builder.model.diagnostics import Diagnostic, Edit, Fix
from builder.read.files.source import Source
from builder.read.settings.colours import taken_for_a_comment
from builder.read.settings.dedented_keys import at_margin
from builder.read.settings.json_schema import ANY_TEXT, TEXT
from builder.read.settings.keys import (
    COURSE_KEYS,
    COVER_KEYS,
    FORM_KEYS,
    FORM_QUESTION_KEYS,
    MODULE_KEYS,
    PERSON_KEYS,
    THEME_COLOUR_KEYS,
    THEME_KEYS,
    Key,
)
from builder.read.settings.keys.other_names import OTHER_NAMES, plain_name, what_to_do
from builder.read.settings.unfit import unfit
from builder.read.settings.values import (
    CourseSettings,
    CoverSettings,
    FontSettings,
    FormQuestionSettings,
    FormSettings,
    ModuleSettings,
    PersonSettings,
    ThemeSettings,
)
from builder.read.settings.yaml_errors import quoted
from builder.read.settings.yaml_spans import Path, Settings

_WORDS = frozenset(
    key.name
    for key in (*COURSE_KEYS, *MODULE_KEYS, *PERSON_KEYS, *THEME_KEYS, *COVER_KEYS, *FORM_KEYS, *FORM_QUESTION_KEYS)
    if key.schema in (TEXT, ANY_TEXT)
)
"""Keys whose values are words for people."""
_LISTS = frozenset({"keywords", "standards", "variables"})
"""Keys of `course.yml` that hold many such values."""
_NAMES = frozenset({"title", "publisher", "rights", "name", "role"})
"""Those of them in course.yml that are no sentence which somebody said."""
_CURLY = re.compile(r"[“”„]([^“”„]+)[“”]")
_SIGNS_OF_YAML = frozenset(":#{}[]&*!|>\"'%@`,")
_NOT_PLAIN = frozenset({"", "#", '"', "'", "|", ">", "[", "{"})


def course_settings(settings: Settings, source: Source) -> tuple[CourseSettings | None, list[Diagnostic]]:
    """Hold `course.yml` against its keys: the settings, or None, and every fault at its place."""
    values, faults = _validate(COURSE_KEYS, settings.values, (), settings, source)
    faults += taken_for_a_comment(settings, source, ("accent",))
    for key in THEME_COLOUR_KEYS:
        faults += taken_for_a_comment(settings, source, ("theme", "colours", key.name))
    faults_and_cuts = [*_with_cuts(faults, _cut_off(settings, source)), *_curly(settings, source)]
    if faults:
        return None, faults_and_cuts
    people = tuple(PersonSettings(**person) for person in values.pop("people"))
    theme, cover = _theme(values.pop("theme")), values.pop("cover")
    shown = CoverSettings(**cover) if cover is not None else None
    return CourseSettings(people=people, theme=theme, cover=shown, **values), faults_and_cuts


def _theme(values: dict[str, Any] | None) -> ThemeSettings | None:
    if values is None:
        return None
    fonts = tuple(FontSettings(**font) for font in values.pop("fonts"))
    colours = {name.replace("_", "-"): colour for name, colour in values.pop("colours").items() if colour}
    return ThemeSettings(fonts=fonts, colours=colours, **values)


def module_settings(settings: Settings, source: Source) -> tuple[ModuleSettings | None, list[Diagnostic]]:
    """The same for front matter."""
    values, faults = _validate(MODULE_KEYS, settings.values, (), settings, source)
    cuts = _cut_off(settings, source)
    if settings.values.get("title", "") is None:  # that it is empty is reported where the title is read
        line, _ = settings.place(("title",))
        cuts = [cut for cut in cuts if cut.span.line != line]
    return (None if faults else ModuleSettings(**values)), _with_cuts(faults, cuts)


def _with_cuts(faults: list[Diagnostic], cuts: list[Diagnostic]) -> list[Diagnostic]:
    """Both, but one of a line: where words are wanted, and are a comment, with the remedy for that."""
    cut_at = {cut.span.line: cut for cut in cuts}
    merged = []
    for fault in faults:
        cut = cut_at.pop(fault.span.line, None) if fault.rule == "STR-008" else None
        merged.append(replace(fault, hint=cut.hint, fix=cut.fix) if cut and "must be text" in fault.message else fault)
    return [*merged, *cut_at.values()]


def _cut_off(settings: Settings, source: Source) -> list[Diagnostic]:
    """Values meant as words of which YAML took the end for a comment."""
    found = []
    for path, (line, column) in settings.places.items():
        text = source.lines[line - 1] if line <= len(source.lines) else ""
        if "#" not in text or not path or not _is_words(path, settings) or text[column - 1 : column] in _NOT_PLAIN:
            continue
        cut = re.search(r"\s+#", text[column - 1 :])
        if cut and not (isinstance(path[-1], int) and "]" in text[column - 1 : column - 1 + cut.start()]):
            at = column + cut.end() - 1
            message = "everything after this # is a comment, and is not shown"
            words = text[column - 1 :].lstrip()
            whole = without_comment(text[column - 1 :])
            before = "- " if isinstance(path[-1], int) else f"{path[-1]}: "
            hint = f"Write: {before}{whole} , or put the comment on a line of its own."
            fix = source.swap(line, len(text) - len(words) + 1, words, whole)
            found.append(source.fault("STR-043", line, at, message, hint, len(text) - at + 1, fix))
    return found


def without_comment(text: str) -> str:
    """What to write where words were meant and a comment begins: `#1 priority` between quotation marks, `# words` without its sign."""
    words = text.strip()
    meant = words[2:].strip() if words.startswith("# ") else ""
    return meant if meant and not set(meant) & _SIGNS_OF_YAML else quoted(text)


def _is_words(path: Path, settings: Settings) -> bool:
    """Whether words for people stand here: the value of such a key, an entry of a list of them, or a variable."""
    if not isinstance(_value_at(path, settings), str | None):
        return False
    return path[-1] in _WORDS or path[0] in _LISTS or path[-2:-1] == ("options",)


def _curly(settings: Settings, source: Source) -> list[Diagnostic]:
    """Names between curly quotes, which are no quotes to YAML, and so are shown."""
    found = []
    for path, (line, column) in settings.places.items():
        text = source.lines[line - 1][column - 1 :].rstrip() if line <= len(source.lines) else ""
        if path and path[-1] in _NAMES and (between := _CURLY.fullmatch(text)):
            message = "these curly quotes are shown as part of the words"
            hint = f"Write: {path[-1]}: {quoted(between[1])}"
            found.append(source.fault("STR-043", line, column, message, hint, len(text), (text, quoted(between[1]))))
    return found


def form_settings(settings: Settings, source: Source) -> tuple[FormSettings | None, list[Diagnostic]]:
    """The same for the form of a record of learning."""
    values, faults = _validate(FORM_KEYS, settings.values, (), settings, source)
    if faults:
        return None, faults
    questions = tuple(FormQuestionSettings(**question) for question in values.pop("questions"))
    return FormSettings(questions=questions, **values), _cut_off(settings, source)


def _validate(
    keys: tuple[Key, ...], given: Mapping[str, object], path: Path, settings: Settings, source: Source
) -> tuple[dict[str, Any], list[Diagnostic]]:
    faults = [
        _unknown(name, keys, (*path, name), settings, source) for name in given if name not in {k.name for k in keys}
    ]
    values: dict[str, Any] = {}
    for key in keys:
        here = (*path, key.name)
        value = given.get(key.name)
        if (
            settings.unread
            and any(unread[: len(here)] == here for unread in settings.unread)
            and not (key.entries or key.fields)
        ):
            values[key.name.replace("-", "_")] = "" if key.needed else key.default
        elif key.needed and key.name not in given:
            faults.append(_missing(key, path, settings, source))
        elif value is None and not key.needed:
            values[key.name.replace("-", "_")] = key.default
        elif key.fields and isinstance(value, dict):
            values[key.name], found = _validate(key.fields, value, here, settings, source)
            faults += found
        elif key.fields:
            faults.append(unfit(key, value, here, settings, source))
        elif key.entries:
            values[key.name], found = _entries(key, value, here, settings, source)
            faults += found
        else:
            try:
                values[key.name.replace("-", "_")] = key.parse(value)
            except ValueError:
                faults.append(unfit(key, value, here, settings, source))
    return values, faults


def _entries(
    key: Key, given: object, path: Path, settings: Settings, source: Source
) -> tuple[list[dict[str, Any]], list[Diagnostic]]:
    entries: list[dict[str, Any]] = []
    faults: list[Diagnostic] = []
    for number, entry in enumerate(given) if isinstance(given, list) else [(-1, given)]:
        here = (*path, number) if number >= 0 else path
        if number < 0 or not isinstance(entry, dict):
            faults.append(unfit(key, entry, here, settings, source))
            continue
        values, found = _validate(key.entries, entry, here, settings, source)
        entries.append(values)
        faults += found
    return entries, faults


def _unknown(name: str, keys: tuple[Key, ...], path: Path, settings: Settings, source: Source) -> Diagnostic:
    if keys is COURSE_KEYS and (holder := at_margin(settings.values).get(name)):
        line, column = settings.place(path, of_key=True)
        message = f'"{name}" stands at the margin, and so does not belong to `{holder}` above it'
        hint = f"Put two spaces in front of it, and of all that stands below it: `  {source.lines[line - 1].strip()}`"
        alike = [other for other, under in at_margin(settings.values).items() if under == holder]
        indented = [_indented(settings.place((other,), of_key=True)[0], source) for other in alike]
        return source.fault("STR-007", line, column, message, hint, len(name), indented)
    known = {key.name: key for key in keys}
    other = MODULE_KEYS if keys is COURSE_KEYS else COURSE_KEYS if keys is MODULE_KEYS else ()
    near, there, hint = _meant(name, known, {key.name for key in other})
    fix: Fix = None
    if near:
        fits = _fits(known[near], settings, path)
        hint = f'Did you mean "{near}"?' + ("" if fits else f" It takes {known[near].expected}.")
        fix = (name, near) if fits and (*path[:-1], near) not in settings.keys else None
    elif there and other is COURSE_KEYS:
        hint = f'"{there}" is a setting of the whole course: delete the line here, or move it to course.yml.'
    elif there:
        hint = (
            f'"{there}" is a setting of a module: delete the line here, or move it to the front matter of that module.'
        )
    hint = hint or f"Known here: {', '.join(known)}."
    line, column = settings.place(path, of_key=True)
    return source.fault("STR-007", line, column, f'"{name}" is not a key here', hint, len(name), fix)


def _meant(name: str, known: Collection[str], elsewhere: Collection[str]) -> tuple[str, str, str]:
    """The key here that a name means, or that of the other file, or what to do with it; `elsewhere` are the keys of that file."""
    plain = plain_name(name)
    if not elsewhere:
        return (plain if plain in known else did_you_mean(name, known)), "", ""
    for meant in (plain, OTHER_NAMES.get(plain, "")):
        if meant in known or meant in elsewhere:
            return (meant, "", "") if meant in known else ("", meant, "")
    hint = what_to_do(name)
    return "" if hint else did_you_mean(name, known), "", hint


def _value_at(path: Path, settings: Settings) -> object:
    value: object = settings.values
    for step in path:
        value = value[step] if isinstance(value, dict | list) else None  # type: ignore[index]
    return value


def _fits(key: Key, settings: Settings, path: Path) -> bool:
    """Whether the value of an unknown key is one for a known key."""
    value = _value_at(path, settings)
    if key.entries:
        return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)
    if key.fields:
        return isinstance(value, dict)
    try:
        key.parse(value)
    except ValueError:
        return False
    return True


def _indented(line: int, source: Source) -> Edit | None:
    """Put two spaces in front of a line; None when more belongs to it, which would have to move along."""
    return None if source.line(line + 1).startswith((" ", "-")) else source.swap(line, 1, "", "  ")


def _missing(key: Key, path: Path, settings: Settings, source: Source) -> Diagnostic:
    line, column = settings.place(path, of_key=True) if path else (1, 1)
    return source.fault(key.rule, line, column, f'"{key.name}" is missing', f"Add a line such as `{key.needed}`.")
