"""The parts of the handbook's reference that come from the code.

`python -m tests.architecture.reference` writes them afresh; `test_handbook.py` fails until that was done.
"""

import inspect
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from builder.cli import main
from builder.kinds import KINDS
from builder.read.settings.keys import (
    COURSE_KEYS,
    COVER_KEYS,
    FONT_KEYS,
    FORM_KEYS,
    FORM_QUESTION_KEYS,
    MODULE_KEYS,
    PERSON_KEYS,
    THEME_COLOUR_KEYS,
    THEME_KEYS,
    Key,
)
from builder.rules.texts import read_rules

PAGE = Path(__file__).parents[2] / "builder" / "handbook" / "reference.md"
_REGION = re.compile(r"(<!-- from the code: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def commands() -> str:
    """Every command with its arguments and options."""
    parts = []
    for name, command in sorted(main.commands.items()):
        context = click.Context(command, info_name=f"satchel {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        usage = usage.removeprefix("[OPTIONS]").strip()
        words = inspect.cleandoc(command.help or "")
        parts.append(f"### satchel {name}\n\n    {f'satchel {name} {usage}'.strip()}\n\n{words}")
        rows = [(f"`{option(p)}`", text(p)) for p in command.params if isinstance(p, click.Option)]
        if rows:
            parts.append(table(("option", "what it does"), rows))
    return "\n\n".join(parts)


def option(parameter: click.Option) -> str:
    """An option as it is typed."""
    names = "`, `".join([*parameter.opts, *parameter.secondary_opts])
    if parameter.is_flag:
        return names
    value = "NUMBER" if isinstance(parameter.type, click.types.IntParamType) else parameter.type.name.upper()
    return f"{names} {parameter.metavar or value}"


def text(parameter: click.Option) -> str:
    """What an option does, and what it is when nothing is said."""
    usual = f" Otherwise `{parameter.default}`." if parameter.show_default else ""
    return (parameter.help or "") + usual


def rules() -> str:
    """Every rule in one line."""
    rows = [(f"`{rule.id}`", rule.severity.value, rule.title) for rule in read_rules().values()]
    return table(("rule", "gravity", "what it asks"), rows)


def kinds() -> str:
    """Every word that starts a block."""
    return table(("word", "what it makes"), [(f"`{kind.word}`", kind.makes) for kind in KINDS])


def keys(listed: Iterable[Key]) -> str:
    """Settings, one a row."""
    rows = [
        (f"`{key.name}`", key.description, key.expected.replace('"', "`"), "yes" if key.needed else "")
        for key in listed
    ]
    return table(("key", "what it is for", "what it must be", "needed"), rows)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Rows as a table of markdown."""
    lines = [head, ("---",) * len(head), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


REGIONS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "course": lambda: keys(COURSE_KEYS),
    "people": lambda: keys(PERSON_KEYS),
    "theme": lambda: keys(THEME_KEYS),
    "colours": lambda: keys(THEME_COLOUR_KEYS),
    "fonts": lambda: keys(FONT_KEYS),
    "cover": lambda: keys(COVER_KEYS),
    "module": lambda: keys(MODULE_KEYS),
    "record": lambda: keys(FORM_KEYS),
    "asked": lambda: keys(FORM_QUESTION_KEYS),
    "kinds": kinds,
    "rules": rules,
}
"""Name of each part -> what writes it."""


def renewed(page: str) -> str:
    """The page with those parts as they should be."""
    return _REGION.sub(lambda match: f"{match[1]}\n{REGIONS[match[2]]()}\n\n{match[3]}", page)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
