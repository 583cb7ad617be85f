"""The preview: serves a course in a browser, rebuilds it at each save, and shows its faults beside it."""

from collections.abc import Callable
from pathlib import Path

from builder.errors import MissingTool, how_to_install

LIBRARIES = ("starlette", "uvicorn", "watchfiles")
"""What the extra `preview` brings; a build needs none of them."""


def preview_course(folder: Path, port: int, told: Callable[[str], None], ready: Callable[[str], None]) -> None:
    """Serve the course in `folder` on the loopback interface until Ctrl+C.

    `port` is the first one that is tried; 0 lets the system choose. `ready` gets the address when it answers, and
    `told` a line at each rebuild. Nothing is written into the course folder. Raises UnreadableSource when there is no
    such folder, MissingTool without the extra `preview`, NoFreePort when no port is to be had.
    """
    try:
        from builder.preview.serve import serve
    except ModuleNotFoundError as missing:
        if missing.name not in LIBRARIES:
            raise
        raise MissingTool(missing.name, f"Install what the preview needs: {how_to_install('preview')}") from missing
    serve(folder, port, told, ready)
