"""The settings between two lines of dashes at the top of a file."""

from builder.model.diagnostics import Diagnostic
from builder.read.source import Source
from builder.read.yaml_places import Settings, read_yaml


def read_front_matter(source: Source) -> tuple[Settings, int, list[Diagnostic]]:
    """The settings, the number of the first line below them, and what is wrong with them as YAML."""
    if source.lines[0].rstrip() != "---":
        return Settings(), 1, []
    end = next((n for n, line in enumerate(source.lines[1:], 2) if line.rstrip() in {"---", "..."}), 0)
    if end:
        settings = read_yaml(source, 2, end - 1)
        return settings, end + 1, list(settings.diagnostics)
    hint = "Put a line --- below the last `key: value`."
    fault = source.fault("STR-010", 1, 1, "the front matter is never closed", hint, 3)
    return Settings(), len(source.lines) + 2, [fault]  # one more than below a closing line that is the last
