"""Values that are not as their keys want them: what is wrong, and what to write instead."""

import re

from builder.did_you_mean import did_you_mean
from builder.model.diagnostics import Diagnostic, Edit
from builder.model.rare_pattern import rare_pattern
from builder.read.files.source import Source
from builder.read.language_tags import near_language
from builder.read.settings.colours import EXAMPLE, is_dark, near_colour
from builder.read.settings.json_schema import ANY_TEXT, TEXT
from builder.read.settings.keys import (
    ID,
    Key,
    as_colour,
    as_id,
    as_ids,
    as_language,
    as_languages,
    as_lines,
    as_modules,
    as_words,
)
from builder.read.settings.keys.other_values import other_value, share
from builder.read.settings.times import as_minutes, how_to_write_minutes, near_minutes
from builder.read.settings.yaml_errors import quoted
from builder.read.settings.yaml_spans import Path, Settings

_SOME_ID = {"presenters": "ann-lee", "needs": "welcome"}
_BETWEEN = rare_pattern(r"\s*[,;+&|/]\s*|\s+")
"""What stands between several words that one value holds."""
_LEFT_OUT = {
    "attempts": "without it there is no limit",
    "draw": "without it every question is asked",
}
"""Settings that ask for a number -> what holds without them."""
_EXAMPLES = {
    "people": "people: [{id: ann-lee, name: Ann Lee}] , or each person on lines of her own, as the starter course shows",
    "standards": "standards: {PCF: [Contexts and organisations]}",
    "theme": "theme: {name: Harrowmere Council}",
    "cover": "cover: {picture: images/cover.jpg, picture-text: What one would see}",
}
"""Settings that hold several values, in one line."""
_BRACED = rare_pattern(r"\{ *([\w-]+) *\}([^#]*)")


def unfit(key: Key, given: object, path: Path, settings: Settings, source: Source) -> Diagnostic:
    """The fault of a value that is not as its key wants it, with what to write instead."""
    line, column = settings.place(path)
    if isinstance(given, list) and key.parse is as_languages and (meant := _meant_tags(given)):
        written = source.lines[line - 1][column - 1 :].rstrip()
        change = (written, meant) if written[:1] == "[" and written[-1:] == "]" else None
        message, hint = f'"{key.name}" must be {key.expected}', f"Write: {key.name}: {meant}"
        return source.fault("STR-008", line, column, message, hint, max(1, len(written)), change)
    if isinstance(given, list) and given and (key.parse in (as_ids, as_modules, as_lines) or key.name == "completion"):
        wrong = next((n for n, entry in enumerate(given) if not _fits(key, entry)), 0)
        (line, column), given = settings.place((*path, wrong)), given[wrong] if given else None
    if isinstance(given, dict) and key.parse is as_words:
        name = next((name for name, words in given.items() if not _fits_words(name, words)), "")
        return _unfit_words(name, given[name], (*path, name), settings, source)
    if isinstance(given, dict) and (raw := _BRACED.match(source.lines[line - 1], column - 1)):
        message = "a value that begins with a brace needs quotes round it, and the name of a variable two braces"
        mended = f'"{{{{{raw[1]}}}}}{raw[2].rstrip()}"'
        written = raw[0].rstrip()
        hint = f"Write: {key.name}: {mended}"
        return source.fault("STR-008", line, column, message, hint, len(written), (written, mended))
    raw_line = source.lines[line - 1][column - 1 :].rstrip() if line <= len(source.lines) else ""
    if isinstance(given, (dict, list)) and key.schema in (TEXT, ANY_TEXT) and raw_line[:1] in ("[", "{"):
        message, hint = f'"{key.name}" must be {key.expected}', f"Write: {key.name}: {quoted(raw_line)[:80]}"
        return source.fault("STR-008", line, column, message, hint, len(raw_line), (raw_line, quoted(raw_line)))
    alone = given[0] if isinstance(given, list) and len(given) == 1 else None
    if isinstance(alone, str) and raw_line[:1] == "[" and raw_line[-1:] == "]" and _fits_alone(key, alone):
        message = f'"{key.name}" must be {key.expected}, and no list'
        hint = f"Write: {key.name}: {alone}"
        return source.fault("STR-008", line, column, message, hint, len(raw_line), (raw_line, raw_line[1:-1].strip()))
    shown = f', and is "{given}"' if isinstance(given, str) else ", and has no value" if given is None else ""
    message = f'"{key.name}" must be {key.expected}{shown}'
    length = len(given) if isinstance(given, str) and "\n" not in given else 1
    mended = _mended(key, given) if isinstance(given, str) else ""
    if key.name == "completion" and isinstance(given, str) and (several := _several(key, given)):
        mended = f"[{', '.join(several)}]"
        hint = f"Write: {key.name}: {mended}"
        before = source.lines[line - 1][: column - 1]
        fix = _in_quotes(source, line, column, given, mended[1:-1] if "[" in before else mended)
        if before.strip(" -") == "":  # an entry on a line of its own
            fix = None
        return source.fault("STR-008", line, column, message, hint, length, fix)
    hint = f"Write: {key.name}: {mended}" if mended else _expected(key, given)
    pale = key.parse is as_colour and not is_dark(mended.strip('"'))
    fix = _in_quotes(source, line, column, str(given), mended) if mended and not pale else None
    return source.fault("STR-008", line, column, message, hint, length, fix)


def _meant_tags(given: list[object]) -> str:
    """The list that tags with other capitals, or names of languages, were meant to be; empty when one cannot be guessed."""
    tags = list(dict.fromkeys(near_language(str(one)) for one in given))
    return f"[{', '.join(tags)}]" if len(tags) == len(given) > 1 and all(tags) else ""


def _in_quotes(source: Source, line: int, column: int, given: str, mended: str) -> Edit | None:
    """Replace a value, and the quotation marks round it if there are any."""
    written = (source.swap(line, column, f"{mark}{given}{mark}", mended) for mark in ('"', "'", ""))
    return next(filter(None, written), None)


def _unfit_words(name: str, words: object, path: Path, settings: Settings, source: Source) -> Diagnostic:
    """A variable whose name or words cannot be used."""
    line, column = settings.place(path, of_key=True)
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not _fits_words(name, "words"):
        message = f'the name of a variable has small letters, digits and hyphens only, and this is "{name}"'
        known = slug if _fits_words(slug, "words") else "my-name"
        hint = f"Write: {known}: {words if isinstance(words, str) else '...'} , and {{{{{known}}}}} where it belongs"
    elif words is None or words == "":
        message = f'the variable "{name}" has no words'
        hint = f"Write them after the colon: {name}: The Ideas Team , or delete the line."
    else:
        line, column = settings.place(path)
        nested = isinstance(words, str) and "\n" not in words
        message = f'the words of the variable "{name}" ' + (
            "hold another variable" if nested else "are not on one line"
        )
        hint = "Write its words in place of the braces." if nested else f"Write: {name}: The Ideas Team"
    return source.fault("STR-008", line, column, message, hint, len(name))


def _fits_words(name: str, words: object) -> bool:
    try:
        as_words({name: words})
    except ValueError:
        return False
    return True


def _fits(key: Key, entry: object) -> bool:
    try:
        key.parse([entry])
    except ValueError:
        return False
    return True


def _fits_alone(key: Key, entry: str) -> bool:
    try:
        key.parse(entry)
    except ValueError:
        return False
    return True


def _mended(key: Key, given: str) -> str:
    """What a value was meant to be, ready to be pasted; empty when it cannot be guessed."""
    if meant := other_value(key.name, given):
        return meant if _fits_alone(key, meant) else ""
    if key.parse in (as_id, as_ids, as_modules):
        slug = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
        return slug if given.isascii() and ID.fullmatch(slug) else ""
    if key.parse is as_language:
        return near_language(given)
    if key.parse is as_colour:
        meant = near_colour(given)
        return f'"{meant}"' if meant else ""
    if key.parse is as_minutes:
        return near_minutes(given)
    allowed = [] if "such as" in key.expected else re.findall(r'"([^"]+)"', key.expected)
    close = [word for word in allowed if word.startswith(given.lower())]
    return close[0] if close else did_you_mean(given.lower(), allowed)


def _several(key: Key, given: str) -> list[str]:
    """The words of a list that stand in one value: `all-read, pass-mark`; none where one of them is unknown, or it is one."""
    known = re.findall(r'"([^"]+)"', key.expected)
    words = [word.lower().replace("_", "-") for word in _BETWEEN.split(given) if word.lower() != "and"]
    return list(dict.fromkeys(words)) if len(words) > 1 and all(word in known for word in words) else []


def _expected(key: Key, given: object) -> str:
    """What a value may be, where nobody can tell which one was meant."""
    if key.parse is as_language and isinstance(given, str):
        return "Write the tag of the language: `en-GB` for British English, `cy` for Welsh."
    if key.parse is as_colour and isinstance(given, str):
        return EXAMPLE
    if key.name == "pass-mark" and isinstance(given, str) and (percent := share(given)):
        return f"Write it in percent, without a sign: {key.name}: {percent}"
    if key.name == "cover" and isinstance(given, str):
        return f"Write: cover: {{picture: {given}, picture-text: what one would see}}"
    if key.name in _EXAMPLES:
        return f"Write: {_EXAMPLES[key.name]}"
    if key.parse is as_minutes and isinstance(given, str):
        return how_to_write_minutes(given)
    if key.parse in (as_ids, as_modules):
        return f"Write ids between square brackets, for example: {key.name}: [{_SOME_ID[key.name]}]"
    if key.schema in (TEXT, ANY_TEXT) and isinstance(given, list) and all(isinstance(one, str) for one in given):
        return f"Write it on one line: {key.name}: {quoted(' '.join(given))[:80]}"
    if given is None and key.needed:
        return f"Write words behind the colon, such as {key.needed} . For ~ or null itself, put it between quotation marks."
    if key.name in _LEFT_OUT:
        return f"Write {key.name} as {key.expected}, or delete the line: {_LEFT_OUT[key.name]}."
    return f"Write {key.name} as {key.expected}."
