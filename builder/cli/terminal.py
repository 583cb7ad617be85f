"""How the commands speak to whoever sits at the terminal, and to whatever reads their output."""

import os
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
        click.echo(f"\r\033[K{step} …" if step else "\r\033[K", err=True, nl=False)
        if step.startswith("Verifying"):
            click.echo("\r\033[K", err=True, nl=False)

    return tell


def has_screen() -> bool:
    """Without one a text browser would take the terminal over."""
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def paint(text: str, role: str) -> str:
    """Text in the colour of its role on a terminal; as it is elsewhere."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return click.style(text, **_COLOURS[role])  # type: ignore[arg-type]


def width() -> int:
    """Columns of the terminal, 120 at most; 100 where there is none."""
    return min(120, shutil.get_terminal_size((100, 24)).columns)
