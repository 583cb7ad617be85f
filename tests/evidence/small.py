"""A small course with a question of each kind of input, and faults that are planted into its package."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from builder.pipeline import build

FILES = {
    "course.yml": "id: small\ntitle: A small course\nlanguage: en-GB\ncompletion: pass-mark\npass-mark: 60\n",
    "01-drinks.md": """---
title: What do we drink?
---

Tea is what most of us drink at work, and this is why we speak about it.

## Quiz: What do most of us drink? {#drink}

- [x] Tea
- [ ] Milk
  > Only at home.
- [ ] Lemonade

## Order: How is tea made? {#made}

1. Boil water
2. Wait for the tea
3. Drink it
""",
    "02-thoughts.md": """---
title: What do you think?
---

## Reflect: What helps your team to talk? {#talk}

- Where do you sit?

## Fill: Complete the sentence {#gap}

We sit down with [[tea]] and talk.
""",
}


def built(folder: Path) -> dict[str, Path]:
    """Its packages, by destination."""
    course = folder / "course"
    course.mkdir()
    for name, text in FILES.items():
        (course / name).write_text(text, encoding="utf-8")
    outcome = build(course, folder / "dist")
    assert outcome.packages, outcome.report.diagnostics
    return {package.destination: package.path for package in outcome.packages}


def planted(package: Path, target: Path, *changes: dict[str, Callable[[str], str]]) -> Path:
    """A copy of a package in which some files are changed, by one or several faults."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            for change in (fault[entry.filename] for fault in changes if entry.filename in fault):
                text = content.decode()
                changed = change(text)
                assert changed != text, f"nothing was planted in {entry.filename}"
                content = changed.encode()
            new.writestr(entry, content)
    return target
