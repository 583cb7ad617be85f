"""Makes a first course folder: small, without a fault, for its author to write over."""

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

from builder.authoring.examples import read_examples
from builder.authoring.schema import SCHEMAS, schema_text
from builder.check.foreign.findings import foreign_sign
from builder.check.leftover_markup.signs import first_sign
from builder.errors import UnreadableSource, UnwritableTarget
from builder.model.content.spelling import hashed
from builder.read.ids import RESERVED
from builder.read.settings.keys import COURSE_KEYS, ID
from builder.read.words_to_ids import block_id, slug

LANGUAGE = "en-GB"
"""The language of a new course, unless its author chooses another."""

FIRST = "Welcome"
"""The title of a first module, unless its author chooses another."""

_IN_ENGLISH = "language: en # delete this line when the words below are in the language of your course\n"
_STARTER = Path(__file__).parent / "starter"
_FURTHER = _STARTER / "further"
"""What an example needs files for, and what stands in the text between blocks."""
_THEMES = Path(__file__).parent / "themes"
THEMES = ("council", "health", "university")
"""Looks of organisations that do not exist, to begin with."""
_EXAMPLES = "a-question-of-each-kind"
_OWN_IDS = frozenset(
    {
        *("what-makes-a-question", "what-will-change", _EXAMPLES),
        *("how-a-visit-goes", "look-for", "form-for-a-visit", "a-bell"),
    }
)
_NOT_WORDS = frozenset({"null", "true", "false"})
"""Words that YAML reads as something else than text."""
_JOINERS = {0x200C: None, 0x200D: None}
"""Characters without a width that some scripts and emoji need."""
_PLAIN = re.compile(r"[^\W_][\w ,.?!()/’'–-]*")


@dataclass(frozen=True, slots=True)
class Wishes:
    """The answers to the questions of `satchel new`."""

    title: str
    """Title of the course."""
    language: str = LANGUAGE
    """The tag of the language that it is written in."""
    first: str = FIRST
    """Title of the first module."""
    examples: bool = False
    """Whether a second module has each kind of block."""
    theme: str = ""
    """Which of `THEMES` it begins with; empty for none."""


def title_of(folder: Path) -> str:
    """A title from the name of a folder: `my-first_course` -> `My first course`."""
    words = " ".join(re.split(r"[\W_]+", folder.resolve().name)).strip()
    return words[:1].upper() + words[1:] or "My course"


def one_line(value: str) -> str:
    """Clean an answer for use as a title; ValueError with the reason when it cannot be one."""
    words = " ".join(value.split())
    if not words:
        raise ValueError("write at least one word")
    if not words.translate(_JOINERS).isprintable():
        raise ValueError("it holds a character that cannot be seen")
    if sign := first_sign(words):
        raise ValueError(f"it holds {sign}, which means something in the text of a course")
    if sign := foreign_sign(words):
        raise ValueError(f"it holds {sign}, which is a sign of another tool")
    if len(words) > 200:
        raise ValueError("write at most 200 characters")
    return words


def language_tag(value: str) -> str:
    """Read an answer as a language tag; ValueError with the reason when it is none."""
    key = next(key for key in COURSE_KEYS if key.name == "language")
    try:
        return str(key.parse(value.strip()))
    except ValueError as problem:
        raise ValueError(f"it must be {key.expected}") from problem


def refuse_full(folder: Path) -> None:
    """Raise `UnwritableTarget` when there is something in the folder already, or the name is that of a file."""
    if folder.exists() and not folder.is_dir():
        raise UnwritableTarget(folder, "this is a file. Name a new folder, or an empty one")
    if folder.is_dir() and any(folder.iterdir()):
        raise UnwritableTarget(folder, "there is something in it already. Name a new folder, or an empty one")


def start_course(folder: Path, wishes: Wishes) -> tuple[Path, ...]:
    """Write a course of one module into a new or empty folder, and give the files.

    Raises `UnwritableTarget` when there is something in the folder already, or the disk refuses.
    """
    refuse_full(folder)
    try:
        return tuple(_write(folder / name, text) for name, text in _files(wishes).items())
    except OSError as problem:
        raise UnwritableTarget(problem.filename or folder, problem.strerror or str(problem)) from problem


def _files(wishes: Wishes) -> dict[str, str | bytes]:
    module = _id(wishes.first, "welcome")
    examples = read_examples() if wishes.examples else ()
    taken = RESERVED | _OWN_IDS | {example.id for example in examples}
    module = f"about-{module}" if module in taken or module.startswith("answer-") else module
    file = f"01-{module}.md"
    words = {
        "id": _course_id(wishes.title),
        "title": _scalar(wishes.title),
        "heading": re.sub(r"([\\`*_{}\[\]<>#&])", r"\\\1", wishes.title),
        "language": wishes.language,
        "module": module,
        "first": _scalar(wishes.first),
        "file": file,
        "other_language": "" if re.match(r"en\b", wishes.language) else _IN_ENGLISH,
    }
    starter = {"course.yml": "course.yml", file: "module.md", "README.md": "README.md"}
    texts = {name: Template(_read(_STARTER / kept)).substitute(words) for name, kept in starter.items()}
    texts |= _theme(wishes.theme, texts["course.yml"]) if wishes.theme else {}
    files: dict[str, str | bytes] = {**texts}
    if examples:
        head = f"---\ntitle: A question of each kind\n{words['other_language']}---\n"
        text = "\n".join([head, *(example.text for example in examples), _read(_FURTHER / "further.md")])
        files[f"02-{_EXAMPLES}.md"] = text
        beside = sorted(path for path in _FURTHER.glob("*/*") if path.is_file())
        files |= {path.relative_to(_FURTHER).as_posix(): path.read_bytes() for path in beside}
        files["README.md"] = files.pop("README.md")
    return files | {f".satchel/{name}.schema.json": schema_text(name) for name in SCHEMAS}


def _theme(name: str, settings: str) -> dict[str, str]:
    """Settings with a theme below them, and its files."""
    paths = sorted((_THEMES / name).glob("*.svg"))
    return {"course.yml": settings + _read(_THEMES / name / "theme.yml")} | {
        f"theme/{path.name}": _read(path) for path in paths
    }


def _course_id(title: str) -> str:
    """An id that no course with another title has, in any script: an LMS and a browser keep learners' work under it."""
    made = block_id(title, "course")
    return made if ID.fullmatch(made) and made not in _NOT_WORDS else f"course-{hashed(title)}"


def _id(words: str, otherwise: str) -> str:
    made = slug(words)
    return made if ID.fullmatch(made) and made not in _NOT_WORDS else f"{otherwise}-{made}".strip("-")


def _scalar(words: str) -> str:
    """Words as a value in YAML, in quotes where they need them."""
    if _PLAIN.fullmatch(words) and words.lower() not in _NOT_WORDS:
        return words
    meant = re.sub(r"(?<!\\)\{(?=\{|\s*[A-Za-z][\w-]*\s*\})", r"\\{", words)  # it would be taken for a variable
    quoted = meant.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise UnreadableSource(path, problem.strerror or str(problem)) from problem


def _write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
