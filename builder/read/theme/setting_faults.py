"""Faults at the values and keys of a setting that has others below it, and the pictures that such a setting names."""

from dataclasses import dataclass, field

from builder.model.diagnostics import Diagnostic, Fix, Span
from builder.model.media import Asset
from builder.read.files.source import Source
from builder.read.links import Addresses
from builder.read.settings.yaml_spans import Path, Settings


@dataclass(slots=True)
class SettingFaults:
    """Collects what is wrong with the values and keys below one setting."""

    settings: Settings
    source: Source
    addresses: Addresses
    faults: list[Diagnostic] = field(default_factory=list)

    def picture(self, path: Path, address: str, size: str) -> Asset | None:
        """The picture that a value names, if it can be shown. `size`: that of a drawing of its kind, as SVG says it."""
        found = self.addresses.picture(address)
        if found.problem:
            self.value(*found.problem[:1], path, *found.problem[1:], address, found.meant)
            return None
        asset = found.asset
        assert asset is not None
        if not asset.width or not asset.height:
            hint = f"Save it again, or give its <svg> a size: {size}"
            self.value("A16", path, f"the picture {asset.source} does not say how large it is", hint, address)
            return None
        return asset

    def value(self, rule: str, path: Path, message: str, hint: str, written: str, meant: str = "") -> None:
        """Report a value; `meant` is what to write in its place."""
        line, column = self.settings.place(path)
        column += self.source.line(line)[column - 1 : column] in {'"', "'"}
        fix: Fix = (written, meant) if meant else None
        self.faults.append(self.source.fault(rule, line, column, message, hint, len(written), fix))

    def key(self, rule: str, path: Path, message: str, hint: str) -> None:
        """Report a key."""
        line, column = self.settings.place(path, of_key=True)
        self.faults.append(self.source.fault(rule, line, column, message, hint, len(str(path[-1]))))


def place_of(path: Path, settings: Settings, source: Source) -> tuple[Span, str]:
    """Where a value stands, to the end of its line; and that line."""
    line, column = settings.place(path)
    excerpt = source.line(line)
    return Span(source.path, line, column, max(1, len(excerpt) - column + 1)), excerpt


def kilobytes(size: int) -> str:
    """A size in a message: `120 KB`."""
    return f"{round(size / 1000)} KB"
