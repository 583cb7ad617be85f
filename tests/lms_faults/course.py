"""The course of the lab: questions, and a reflection with each privacy, on two pages."""

from pathlib import Path

from builder.pipeline import Outcome, build

SETTINGS = "id: lab\ntitle: The course of the lab\nlanguage: en-GB\ncompletion: all-questions\n"

TRUST = """---
title: Trust
---
## Quiz: Which helps? {#helps}

- [x] Trust in the team
- [ ] Fear of blame

## Reflect: What is for you alone? {#alone}

Think.

## Reflect: What will you go on with? {#later privacy=lms-resume}

Think.
"""

ROOM = """---
title: Room to try
---
Read [a leaflet](https://example.org/leaflet) first.

## Quiz: Which gets in the way? {#hinders}

- [x] Targets that change
- [ ] Time to learn

## Reflect: What will you show? {#shown privacy=report}

Think.
"""

SCORED = SETTINGS.replace("all-questions", "pass-mark\npass-mark: 80")
"""The same with a score."""

MODULES = ("Trust", "Room to try")


def build_course(folder: Path, settings: str = SETTINGS) -> Outcome:
    """Write the course into a folder and build it beside, for every destination."""
    source = folder / "course"
    source.mkdir()
    (source / "course.yml").write_text(settings, encoding="utf-8")
    (source / "01-trust.md").write_text(TRUST, encoding="utf-8")
    (source / "02-room.md").write_text(ROOM, encoding="utf-8")
    outcome = build(source, folder / "dist")
    assert not outcome.report.errors, outcome.report.diagnostics
    return outcome
