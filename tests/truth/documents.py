"""The documents that make promises, cut into sentences."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from builder.cli import main
from builder.kinds import KINDS
from builder.model.kind import Kind
from builder.read.blocks.film_keys import KEYS as FILM_KEYS
from builder.read.questions.attributes import allowed_options
from builder.read.settings.keys import COURSE_KEYS, FORM_KEYS, FORM_QUESTION_KEYS, MODULE_KEYS, PERSON_KEYS
from builder.render.interface.catalogues import load_strings
from builder.render.page.translated import messages

ROOT = Path(__file__).parents[2]

DOCUMENTS: dict[str, Path | tuple[Path, ...]] = {
    "readme": ROOT / "README.md",
    "format": ROOT / "builder" / "FORMAT.md",
    "explanation": ROOT / "builder" / "handbook" / "explanation.md",
    "how-to": ROOT / "builder" / "handbook" / "how-to.md",
    "reference": ROOT / "builder" / "handbook" / "reference.md",
    "tutorial": ROOT / "builder" / "handbook" / "tutorial.md",
    "handover": ROOT / "templates" / "layouts" / "handover.html",
    "compare": tuple(
        ROOT / "builder" / "compare" / name
        for name in (
            "telling.py",
            "advice.py",
            *(
                f"changes/{name}.py"
                for name in (
                    "course",
                    "files",
                    "languages",
                    "makeup",
                    "modules",
                    "options",
                    "questions",
                    "report_codes",
                    "terms",
                    "versions",
                )
            ),
        )
    ),
}
"""Name of the table in `promises/` -> what it is about: one file, or all that write it."""


_ENDS = re.compile(r"(?<=[.?!])([*_)”\"]*)\s+(?=[A-Z\ue000“\"{(*[…])")
"""Where a sentence ends: a full stop, and behind it what a sentence begins with. Code is one sign: it may have both."""


def sentences(name: str) -> list[str]:
    """Every sentence of a document in order, on one line each, without repetitions."""
    paths = DOCUMENTS[name]
    pieces = (piece for path in ((paths,) if isinstance(paths, Path) else paths) for piece in _pieces(path))
    return list(dict.fromkeys(sentence for piece in pieces for sentence in _parted(piece)))


def _pieces(path: Path) -> Iterator[str]:
    read = {".html": _of_html, ".py": _of_code, ".md": _of_markdown}[path.suffix]
    return read(path.read_text(encoding="utf-8"))


def strings() -> dict[str, str]:
    """Key -> words of the page in English."""
    return dict(load_strings(ROOT / "templates", "en"))


def _parted(piece: str) -> Iterator[str]:
    codes = iter(re.findall(r"`[^`]+`", piece := " ".join(piece.split())))
    for part in _ENDS.sub("\\1\n", re.sub(r"`[^`]+`", "\ue000", piece)).split("\n"):
        sentence = re.sub("\ue000", lambda _: next(codes), part).strip()
        if re.search(r"[A-Za-z]{2}", sentence):
            yield sentence


def _of_markdown(text: str) -> Iterator[str]:
    """Paragraphs, entries of lists and rows of tables; no headings, no code, nothing that the code writes itself."""
    text = re.sub(r"<!-- from the code: .*?<!-- end -->", "", text, flags=re.DOTALL)
    text = re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"(?<!`)<!--.*?-->", "", text, flags=re.DOTALL)
    for block in re.split(r"\n\s*\n", text):
        for piece in re.split(r"\n(?=\s*(?:[-*]|\d+\.) |\|)", block):
            if not re.match(r"#| {4}\S|\|[\s|:-]+\|$", piece.strip("\n")):
                yield re.sub(r"^\s*(?:[-*]|\d+\.) ", "", piece).strip("| ")


def _of_html(text: str) -> Iterator[str]:
    """The messages of a template, without their elements; what it puts in is `…`."""
    for message in messages(text):
        yield re.sub(r"<[^>]+>", "", re.sub(r"\{\{.*?\}\}", "…", message))


def _of_code(text: str) -> Iterator[str]:
    """Texts of a module that are sentences or parts of them, without docstrings; what is put in is `…`."""
    tree = ast.parse(text)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings | parts:
            said = re.sub(r"\{\w+\}", "…", node.value)
        else:
            continue
        if len(re.findall(r"[A-Za-z]+", said)) >= 3 and " " in said:
            yield said


def settings() -> set[str]:
    """Every key and option that the reference documents: `course.attempts`, `scored.weight`, `build --strict`."""
    keys = {
        "course": COURSE_KEYS,
        "module": MODULE_KEYS,
        "person": PERSON_KEYS,
        "form": FORM_KEYS,
        "asked": FORM_QUESTION_KEYS,
    }
    found = {f"{where}.{key.name}" for where, each in keys.items() for key in each}
    found |= {f"film.{key}" for key in FILM_KEYS}
    found |= {_of_heading(kind, option) for kind in KINDS for option in allowed_options(kind)}
    for name, command in main.commands.items():
        found |= {f"{name} {option}" for parameter in command.params for option in parameter.opts if option[:2] == "--"}
    return found


def _of_heading(kind: Kind, option: str) -> str:
    """An option of a heading: by the word of its kind where few take it, else by whether questions with a right answer do."""
    if option in kind.options or (option == "shuffle" and getattr(kind, "mixed", "") == "asked"):
        return f"{kind.word}.{option}"
    if option == "id":
        return "block.id"
    takes = getattr(kind, "scored", False) and option not in ("words", "shuffle")
    return f"{'scored' if takes else 'refused'}.{option}"
