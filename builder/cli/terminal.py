"""How the commands speak to whoever sits at the terminal, and to whatever reads their output."""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from typing import Any

import click

_COLOURS = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "info": {"fg": "cyan"},
    "quiet": {"dim": True},
    "strong": {"bold": True},
}


_PAINTED = "\ufdd0"
"""Stands for the beginning and end of a colour until the text is said: a noncharacter, which no text has."""
_OF_ROLES = list(_COLOURS)


def say(text: str, error: bool = False) -> None:
    """Print a text. Control characters in it, which a title or a name of a file may have, are shown as signs.

    The terminal obeys the colours of `paint` alone.
    """
    click.echo(_coloured(visible(text)), err=error)


def visible(text: str) -> str:
    """A text with signs in place of its control characters."""
    from builder.model.content.control_characters import shown  # only here: it takes longer than all else of --help

    return shown(text)


def say_json(value: object) -> None:
    """Print one JSON object. What a terminal would obey, or cannot be encoded, is written as an escape (RFC 8259, 7)."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(_UNSAID.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text))


_UNSAID = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _coloured(text: str) -> str:
    """The marks of `paint` as colours."""
    if not _has_colours():
        return text.replace(_PAINTED, "�")
    first, *rest = text.split(_PAINTED)
    pieces = [first]
    for piece in rest:
        role, words = piece[:1], piece[1:]
        named = _OF_ROLES[int(role)] if role.isdecimal() and int(role) < len(_OF_ROLES) else ""
        pieces += [click.style("", reset=False, **_COLOURS[named]) if named else click.style(""), words]  # type: ignore[arg-type]
    return "".join(pieces)


def _has_colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def ask(option: str, question: str, given: str | None, otherwise: str, parse: Callable[[str], str]) -> str:
    """What an option says; without it, what somebody at a terminal answers; without a terminal, what is usual."""

    def read(value: str) -> str:
        try:
            return parse(value)
        except ValueError as problem:
            raise click.BadParameter(str(problem), param_hint=option) from problem

    if given is not None:
        return read(given)
    if not sys.stdin.isatty():
        return read(otherwise)
    return str(click.prompt(question, default=otherwise, value_proc=read))


def progress() -> Any:
    """Says what is being done on a terminal, or with no words that nothing is; is silent elsewhere."""
    if not sys.stderr.isatty():
        return lambda step: None

    def tell(step: str) -> None:
        click.echo(f"\r\033[K{visible(step)} …" if step else "\r\033[K", err=True, nl=False)
        if step.startswith("Verifying"):
            click.echo("\r\033[K", err=True, nl=False)

    return tell


def has_screen() -> bool:
    """Without one a text browser would take the terminal over."""
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def paint(text: str, role: str) -> str:
    """Text in the colour of its role on a terminal; as it is elsewhere."""
    if not _has_colours():
        return text
    return f"{_PAINTED}{_OF_ROLES.index(role)}{text}{_PAINTED}-"


def width() -> int:
    """Columns of the terminal, 120 at most; 100 where there is none."""
    return min(120, shutil.get_terminal_size((100, 24)).columns)
