"""What a course may have of its own in its folder `theme/`: Satchel's templates and styles, to begin with."""

from builder.render.page.environment import templates_folder
from builder.render.theme import style_paths, template_paths


def known_names() -> tuple[str, ...]:
    """The names of all of them."""
    folder = templates_folder()
    return (*template_paths(folder), *style_paths(folder))


def template_text(name: str) -> str | None:
    """What is in the template or style of a name; None when there is none."""
    folder = templates_folder()
    path = {**template_paths(folder), **style_paths(folder)}.get(name)
    return (folder / path).read_text(encoding="utf-8") if path else None


def listed_text() -> str:
    """The list that `satchel template` prints."""
    folder = templates_folder()
    rows = [
        ("Templates, whose place a file in theme/ takes:", template_paths(folder)),
        ("Styles, to which a file in theme/ is added:", style_paths(folder)),
    ]
    return "\n\n".join("\n".join([head, *(f"  {name}" for name in names)]) for head, names in rows)
