"""Ids that nobody wrote, where one is wanted twice: the fault says what it was made of, and its remedy works as it stands."""

import re
from pathlib import Path

from builder.kinds import KINDS
from builder.model.diagnostics import Diagnostic
from builder.read.course import read_course

QUIZ = "\n\n- [x] Yes\n- [ ] No\n"
WELCOME = f"# Welcome\n\nWords.\n\n## Welcome\n\nMore.\n\n## Quiz: Welcome{QUIZ}\n## Details: Welcome\n\n**Welcome**\n\nWords.\n"


def faults(folder: Path, **modules: str) -> list[Diagnostic]:
    """What a course of these modules has of ids."""
    folder.mkdir(exist_ok=True)
    (folder / "course.yml").write_text("id: made\ntitle: Made\nlanguage: en-GB\n", encoding="utf-8")
    for name, text in modules.items():
        (folder / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    _, found = read_course(folder, KINDS)
    return [one for one in found.diagnostics if one.rule == "A15"]


def test_a_heading_like_the_name_of_its_file_steps_aside(tmp_path: Path) -> None:
    """Nothing hangs on the id of a plain heading, so the author hears nothing of it."""
    assert faults(tmp_path / "c", **{"01_welcome": "# Welcome\n\nWords.\n\n## Welcome\n\nMore.\n"}) == []


def test_a_block_like_the_name_of_a_file_is_reported_as_such(tmp_path: Path) -> None:
    """The author wrote no id: it was made of the words of her heading, and the module has it."""
    modules = {"01_welcome": WELCOME, "02_next": f"# Next\n\n## Quiz: Welcome?{QUIZ}\n## Quiz: Cover{QUIZ}"}
    found = faults(tmp_path / "c", **modules)
    assert [(one.span.path, one.span.line, one.message) for one in found] == [
        ("01-welcome.md", 9, 'the id "welcome", made of these words, is already that of this module'),
        ("01-welcome.md", 14, 'the id "welcome", made of these words, is already that of this module'),
        ("02-next.md", 3, 'the id "welcome", made of these words, is already that of the module 01-welcome.md'),
        ("02-next.md", 8, 'the id "cover", made of these words, is used by the page itself'),
    ]
    written = {name: text.splitlines() for name, text in modules.items()}
    for one in found:
        own = re.search(r"\{#[\w-]+\}", one.hint)
        assert own and "behind the words" in one.hint
        written[one.span.path.removesuffix(".md").replace("-", "_")][one.span.line - 1] += f" {own[0]}"
    assert faults(tmp_path / "c", **{name: "\n".join(lines) for name, lines in written.items()}) == []


def test_a_file_with_a_name_of_the_page_is_told_to_write_an_id(tmp_path: Path) -> None:
    """In its front matter, where it has none."""
    (fault,) = faults(tmp_path / "c", **{"01_cover": "---\ntitle: Cover\n---\nWords.\n"})
    assert fault.message == 'the id "cover", made of the name of this file, is used by the page itself'
    assert fault.hint == "Write one of its own into its front matter: id: cover-2"
    assert faults(tmp_path / "c", **{"01_cover": "---\ntitle: Cover\nid: cover-2\n---\nWords.\n"}) == []


def test_an_id_that_was_written_is_the_authors(tmp_path: Path) -> None:
    """She reads where the other one is, and that it is a module's."""
    (fault,) = faults(tmp_path / "c", **{"01_welcome": f"# Welcome\n\n## Quiz: Who? {{#welcome}}{QUIZ}"})
    assert fault.message == 'the id "welcome" is already that of this module'
    assert fault.hint == "Give one of them an id of its own, for example {#welcome-2}."
