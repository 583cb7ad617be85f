"""Each component has a page that says how it is used, and the page names every hook that it has."""

import re
from pathlib import Path

from tests.cases import for_each

COMPONENTS = Path(__file__).parents[2] / "templates" / "components"
NAMES = sorted(path.name for path in COMPONENTS.iterdir() if path.is_dir())
SECTIONS = ["Markup and states", "Keyboard", "What is heard", "Options"]
HOOK = re.compile(r"\bdata-[a-z]+(?:-[a-z0-9]+)*")


def hooks(text: str) -> set[str]:
    """Attributes that begin with `data-`; nothing that a template makes up."""
    return set(HOOK.findall(text))


def page_of(name: str) -> str:
    """The page of a component; with an empty name, what all of them share."""
    return (COMPONENTS / name / "README.md").read_text(encoding="utf-8")


def templates_of(name: str) -> str:
    """All HTML of a component."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((COMPONENTS / name).glob("*.html")))


@for_each("name", NAMES)
def test_each_component_says_how_it_is_used(name: str) -> None:
    """What it is, then the same four sections, each with something in it."""
    head, *sections = re.split(r"^## (.+)\n", page_of(name), flags=re.MULTILINE)
    title, what = head.split("\n", 1)
    assert title.startswith("# ") and what.strip()
    assert sections[::2] == SECTIONS
    assert all(words.strip() for words in sections[1::2])


@for_each("name", NAMES)
def test_each_hook_of_a_component_stands_on_its_page(name: str) -> None:
    """Or among those that many share."""
    assert hooks(templates_of(name)) - hooks(page_of(name)) - hooks(page_of("")) == set()


def test_each_hook_on_a_page_is_there() -> None:
    """In a template, a script or a style sheet; a script may write it as `dataset["filmWatched"]`."""
    parts = [path for path in COMPONENTS.parent.rglob("*") if path.suffix in (".html", ".js", ".css")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in parts)
    camel = {
        re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", word) for word in re.findall(r"\b[a-zA-Z]+\b", source)
    }
    known = hooks(source) | {f"data-{word}" for word in camel}
    assert {name: hooks(page_of(name)) - known for name in ["", *NAMES] if hooks(page_of(name)) - known} == {}
