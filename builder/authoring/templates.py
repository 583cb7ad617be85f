"""What a course may have of its own in its folder `theme/`: Satchel's templates and styles, to begin with."""

from pathlib import PurePosixPath

from builder.render.page.environment import templates_folder
from builder.render.theme import ELSEWHERE, style_paths, template_paths


def known_names() -> tuple[str, ...]:
    """The names of all of them."""
    folder = templates_folder()
    return (*template_paths(folder), *style_paths(folder))


def template_text(name: str) -> str | None:
    """What is in the template or style of a name, or of a path that ends in it; None when there is none."""
    folder = templates_folder()
    path = {**template_paths(folder), **style_paths(folder)}.get(PurePosixPath(name).name.lower())
    return (folder / path).read_text(encoding="utf-8") if path else None


def instead_of(name: str) -> str:
    """What to do instead where nothing is added to a style of Satchel's; empty for any other name."""
    return ELSEWHERE.get(name, "")


def listed_text() -> str:
    """The list that `satchel template` prints."""
    folder = templates_folder()
    rows = [
        ("Templates, whose place a file in theme/ takes:", template_paths(folder)),
        ("Styles, to which a file in theme/ is added (keep only what you change):", style_paths(folder)),
    ]
    return "\n\n".join("\n".join([head, *(f"  {name}" for name in names)]) for head, names in rows)
