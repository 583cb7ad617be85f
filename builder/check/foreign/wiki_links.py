"""Links as wikis and note books write them, `[[02-test]]`, to a module of the course by its file or its title."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.check.foreign.sign import Sign, sign
from builder.model.course import Course
from builder.model.rare_pattern import rare_pattern

_TOOL = "Obsidian and other note books"
_DOES = "is a link"
_FIRST = rare_pattern(r"^\d+[-_ ]+")


def wiki_links(course: Course) -> Iterator[Sign]:
    """The signs that link to each module of a course: by themselves, and with other words."""
    for module in course.pages:
        file = module.span.path
        stem = PurePosixPath(file).stem
        bare = _FIRST.sub("", stem)
        names = {file, stem, bare, f"{bare}.md", module.title, module.id}
        named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
        start, title = rf"\[\[(?:\./)?(?i:{named})(?:#[^\[\]\n|]*)?", re.sub(r"([\[\]])", r"\\\1", module.title)
        for end, words in ((r"\]\]", _plain(title)), (r"\|(?P<words>[^\[\]\n|]+)\]\]", "{words}")):
            written = f"[{words}]({_plain(file)})"
            yield sign(_TOOL, "[[", start + end, _DOES, f"Write {written}", written, sure=True)


def _plain(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")
