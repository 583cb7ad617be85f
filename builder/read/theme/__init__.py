"""The look of an organisation: what `theme` in course.yml says, and the files of the folder `theme/`."""

from builder.read.theme.reader import read_accent, read_theme

__all__ = ["read_accent", "read_theme"]
