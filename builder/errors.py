"""The exceptions that end a command.

BuilderError
├── UnreadableSource   the course folder or a package cannot be opened
├── UnsoundPackage     a package must not be used
├── UnwritableTarget   a package cannot be written
├── TemplateFault      a template has a fault
├── MissingTool        a program that this command needs is not installed
├── NoFreePort         the preview finds no port to answer on
└── Defect             something that cannot happen has happened

An author's mistake is never an exception: it is a `Diagnostic`.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

_CHECKOUT = Path(__file__).parents[1]
"""The folder of the sources, when Satchel was not installed by name."""


def how_to_install(extra: str) -> str:
    """Give the command that installs what an extra brings.

    In a checkout it names the folder. Elsewhere it names the libraries themselves: Satchel is no package of PyPI, and the
    wheel that it came from may be gone.
    """
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if (_CHECKOUT / "pyproject.toml").is_file():
        return f'{python} -m pip install -e "{_CHECKOUT}[{extra}]"'
    wanted = " ".join(f'"{library}"' for library in _libraries_of(extra))
    return f"{python} -m pip install " + (wanted or f'"PATH-TO-THE-WHEEL[{extra}]"')


def _libraries_of(extra: str) -> list[str]:
    """What the metadata of the installed wheel list under an extra, such as `uvicorn>=0.30`; nothing without metadata."""
    from importlib import metadata  # only here: it takes longer than all else of `satchel --help`

    try:
        wanted = metadata.requires("satchel") or []
    except metadata.PackageNotFoundError:
        return []
    parts = (line.partition(";") for line in wanted)
    return [library.strip() for library, _, condition in parts if re.search(rf"extra == ['\"]{extra}['\"]", condition)]


class BuilderError(Exception):
    """Root of all; the command line prints it as one sentence and exits with status 2."""


class UnreadableSource(BuilderError):
    """The course folder or a package cannot be opened."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"cannot read {path}: {reason}")


class UnsoundPackage(BuilderError):
    """A package must not be used; `faults` are sentences, each with its place."""

    def __init__(self, path: object, what: str, faults: Iterable[str]) -> None:
        super().__init__("\n  ".join([f"{path} {what}", *faults]))


class UnwritableTarget(BuilderError):
    """A package cannot be written."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"cannot write {path}: {reason}")


class TemplateFault(BuilderError):
    """A template is at fault: one of ours, or of the course's own."""

    def __init__(self, template: str, line: int, reason: str) -> None:
        super().__init__(f"template {template}, line {line}: {reason}")
        self.template, self.line, self.reason = template, line, reason


class MissingTool(BuilderError):
    """A program that this command needs is not installed."""

    def __init__(self, tool: str, remedy: str) -> None:
        super().__init__(f"{tool} is not installed. {remedy}")


class NoFreePort(BuilderError):
    """The preview finds no port to answer on."""

    def __init__(self, first: int, last: int) -> None:
        super().__init__(f"the ports {first} to {last} are all in use. Choose another with --port")


class Defect(BuilderError):
    """Something that cannot happen has happened."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}. This is a fault in Satchel, not in your course; please report it")
