"""Files that look like a module, a fragment or the glossary, and are passed over because of their name."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from builder.did_you_mean import is_slip
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.read.files.names_on_disk import composed, listed
from builder.read.files.source import Source
from builder.read.language_tags import CODES, near_language

_MARKDOWN = re.compile(
    r"(?P<stem>.*?)\.(?:(?:md|markdown)\.(?:txt|text|md|markdown|mdown|mkdn?)|markdown|mdown|mkdn?|mdwn|mdtxt)",
    re.IGNORECASE,
)
"""Endings of markdown that are not `.md`, and `.md` with one that an editor put behind it unseen."""
_NUMBERED = re.compile(r"(?P<stem>\d{1,3}[-_. ]+[^\W\d_][^.]*)(?:\.(?:txt|text))?", re.IGNORECASE)
_TEXT = re.compile(r"(?P<stem>[^.]+)\.(?:txt|text)", re.IGNORECASE)
_OTHER_TEXT = re.compile(
    r"(?P<stem>\d{1,3}[-_. ]+[^\W\d_].*?)\.(?:(?:md\.)?(?:docx?|odt|rtf|pages|html?)|mdx|[rq]md|rst|adoc|asciidoc|org|typ)",
    re.IGNORECASE,
)
"""Numbered files of other programs, which no new name makes a module."""
_NUMBER = re.compile(r"^\d{1,3}[-_. ]+")
_JOINED = rare_pattern(r"(?:[,;_-]|(?<=[^\W_]))md$")
"""What is left of `.md` where its point is missing."""
_GLOSSARY = "glossary"
_TRANSCRIPT = rare_pattern(r"trans[ck]r[iy]p|trascri|trawsgrif|стенограм|расшифров|транскри", re.IGNORECASE)
"""In the name of a file that says what is said in a film."""
_NOT_MODULES = frozenset({"readme", "licence", "license", "changelog"})
_MEANING = re.compile(r"^: +\S", re.MULTILINE)
_SETTING = rare_pattern(r"---\s*\n\s*[a-z]+:")
_TITLED = rare_pattern(r"---\s*\n(?:.*\n){0,10}?title:")
_SETTINGS = rare_pattern(r"(?:course|_?config|settings)\.(?:ya?ml|txt)(?:\.(?:txt|text|ya?ml))?", re.IGNORECASE)


def settings_by_another_name(folder: Path) -> str:
    """The file that was meant as course.yml, when that is not there; empty for none."""
    names = sorted(name for name in os.listdir(folder) if _SETTINGS.fullmatch(name) and (folder / name).is_file())
    return min(names, key=lambda name: not name.lower().startswith("course."), default="")


def likely_modules(folder: Path) -> list[tuple[str, str]]:
    """Files that are no modules and were meant as text of the course, each with the name that it needs."""
    found = []
    names = listed(folder)
    for name in names:
        wanted = "" if name.startswith(".") or not (folder / name).is_file() else _wanted(folder, name)
        if wanted and wanted not in names:
            found.append((name, wanted))
    return found


def note_left_out(folder: Path, modules: Sequence[str], sources: Iterable[Source | None]) -> list[Diagnostic]:
    """Report such files, except those that the text points to: they are a film's transcript, or a download."""
    text = composed("\n".join(line for source in sources if source for line in source.lines))
    told = []
    for name, wanted in likely_modules(folder):
        if not any(
            re.search(rf"{re.escape(form)}(?!\.?\w|-)", text) for form in (composed(name), quote(composed(name)))
        ):
            message = f"this file is not read: the name of {_what(wanted)}"
            hint = f"Rename it to {wanted}, or move it into a folder if it is not part of the course."
            if _OTHER_TEXT.fullmatch(name):
                hint = f"Write its text into {wanted}, or move it into a folder if it is not part of the course."
            told.append(fault("STR-046", Span(name), message, hint))
    translated: set[str] = set()
    for path in _in_folders(folder):
        above, _, name = path.partition("/")
        tag = near_language(above)
        if tag.partition("-")[0] in CODES and len(tag) == len(above) and (folder / name).is_file():
            if above not in translated:
                told.append(_no_translation(path, above, tag))
            translated.add(above)
            continue
        name = path.rpartition("/")[2]
        if not any(form in text for form in (composed(path), quote(composed(path)))):
            message = "this file is not read: modules lie beside course.yml, not in a folder"
            hint = f"Move it beside course.yml, as {name}. If it is not part of the course, delete the settings at its head."
            told.append(fault("STR-046", Span(path), message, hint))
    if not any(name.lower() == f"{_GLOSSARY}.md" for name in os.listdir(folder)):
        told += [_near_glossary(name) for name in modules if _is_near_glossary(folder, name)]
    return told


def _no_translation(path: str, above: str, tag: str) -> Diagnostic:
    """A folder with the name of a language and with modules of the course, which lacks the settings of a translation."""
    message = f"this file is not read: {above}/ holds modules in another language, and no course.yml"
    name = "" if above == tag else f"Call the folder {tag}. "
    hint = (
        f"{name}Write {tag}/course.yml with the lines id, title and language: {tag} , and name {tag} in `languages` of "
        f"course.yml. Or let `satchel translate --to {tag}` write such a folder."
    )
    return fault("STR-046", Span(path), message, hint)


def _in_folders(folder: Path) -> list[str]:
    """Numbered markdown files with a title at their head, in a folder of the course or one below it.

    A folder with a course.yml is a course of its own, such as a translation.
    """
    found = []
    for pattern in ("*/*.md", "*/*/*.md"):
        for path in folder.glob(pattern):
            inside = path.relative_to(folder)
            hidden = any(part.startswith((".", "_")) for part in inside.parts)
            hidden = hidden or any((folder / above / "course.yml").is_file() for above in inside.parents[:-1])
            if not hidden and _NUMBER.match(path.name) and _TITLED.match(_beginning(folder, inside.as_posix())):
                found.append(inside.as_posix())
    return sorted(found)


def _what(wanted: str) -> str:
    if wanted == f"{_GLOSSARY}.md":
        return "the glossary is glossary.md"
    return f"a {'fragment' if wanted.startswith('_') else 'module'} ends in .md"


def _wanted(folder: Path, name: str) -> str:
    """The name that a file needs to be read; empty for one that is no text of the course."""
    match = _MARKDOWN.fullmatch(name) or _NUMBERED.fullmatch(name) or _OTHER_TEXT.fullmatch(name)
    if match is None and (match := _TEXT.fullmatch(name)) and match["stem"].lower() != _GLOSSARY:
        match = match if _SETTING.match(_beginning(folder, name)) else None
    if match is None or not match["stem"] or match["stem"].lower() in _NOT_MODULES:
        return ""
    stem = _JOINED.sub("", match["stem"])
    return f"{_GLOSSARY if stem.lower() == _GLOSSARY else stem}.md"


def _beginning(folder: Path, name: str) -> str:
    try:
        with (folder / name).open("rb") as file:
            return file.read(4000).decode("utf-8-sig", "ignore").replace("\r\n", "\n").lstrip()
    except OSError:
        return ""


def _is_near_glossary(folder: Path, name: str) -> bool:
    """Whether a module is the glossary by its name, nearly, and by what is in it."""
    stem = name[:-3].lower()
    near = is_slip(_NUMBER.sub("", stem), _GLOSSARY)
    return near and bool(_MEANING.search(_beginning(folder, name)))


def _near_glossary(name: str) -> Diagnostic:
    message = "this file is read as a module, not as the glossary: the name of the glossary is glossary.md"
    return fault("STR-046", Span(name), message, "Rename it to glossary.md.")


def how_to_title(path: str) -> str:
    """What to do with a markdown file beside course.yml that has no title: it may be meant to be no module at all."""
    if _TRANSCRIPT.search(path):
        return f"Move the transcript of a film into media/: - transcript: media/{path}. A module begins with --- , a line such as title: My module, and --- again."
    return "Begin the file with --- , a line such as title: My module, and --- again."
