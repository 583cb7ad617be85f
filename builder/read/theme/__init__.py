"""The look of a course: what `accent`, `theme` and `cover` in course.yml say, and the files of the folder `theme/`."""

from builder.read.theme.look import read_look

__all__ = ["read_look"]
