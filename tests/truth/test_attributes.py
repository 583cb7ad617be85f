"""What the builder writes into a page for a script or a style has one that reads it: no setting ends in the page."""

import re
from pathlib import Path

from tests.cases import for_each
from tests.truth.documents import ROOT

_TEMPLATES = ROOT / "templates"
_WRITTEN = re.compile(r"\bdata-([a-z][a-z0-9-]*)=")
"""With a value: it says something; without one it only marks a place."""
_FOR_PEOPLE = {
    "satchel": "which version made the page: people ask for it, and earlier packages are known by it",
}
"""Attributes that nothing reads, and why they are there."""


def sources(*endings: str) -> dict[Path, str]:
    """The files of the learner's page with these endings, and what is in them."""
    return {
        path: path.read_text(encoding="utf-8")
        for folder in ("components", "runtime", "start", "layouts", "styles")
        for path in sorted((_TEMPLATES / folder).rglob("*"))
        if path.suffix in endings and path.name != "handover.html" and "examples" not in path.parts
    }


def written() -> set[str]:
    """Names of the attributes that templates and the writer of HTML write."""
    texts = [
        *sources(".html").values(),
        *(p.read_text(encoding="utf-8") for p in (ROOT / "builder" / "render").rglob("*.py")),
    ]
    return {name for text in texts for name in _WRITTEN.findall(text)}


def is_read(name: str, texts: list[str]) -> bool:
    """Whether a script or style asks for an attribute, by its whole name or by its end where the beginning is fixed."""
    camel = re.sub(r"-([a-z])", lambda match: match[1].upper(), name)
    asked = re.compile(
        rf"data-{name}(?![\w-])|dataset\.{camel}\b|[\"'`]{camel}[\"'`]|\b{camel}\b.*\bdataset\b|\(\{{ {camel}\b"
    )
    ends = [(name[:at], name[at + 1 :]) for at, sign in enumerate(name) if sign == "-"]
    return any(
        asked.search(text)
        or any(f"data-{head}-${{" in text and re.search(rf"[\"'`]{tail}[\"'`]", text) for head, tail in ends)
        for text in texts
    )


@for_each("name", sorted(written()))
def test_an_attribute_is_read(name: str) -> None:
    """By a script or a style of the learner's page."""
    assert is_read(name, list(sources(".js", ".css").values())) or name in _FOR_PEOPLE, (
        f"nothing reads data-{name}: is a setting without effect?"
    )


def test_one_that_nobody_reads_is_found() -> None:
    """Neither in a comment of another name nor as a part of one."""
    texts = ['figure.querySelector("[data-film-seek]")', "dataset.filmBack", '`[data-carry-${name}]`, part("copy")']
    assert [
        name
        for name in ("film-seek", "film-back", "carry-copy", "film", "film-watched", "carry-paste")
        if is_read(name, texts)
    ] == [
        "film-seek",
        "film-back",
        "carry-copy",
    ]
