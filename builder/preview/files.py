"""Serves files whole or in ranges, with the media types of the manifest."""

import os
import stat
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from builder.model.package import RenderedFile
from builder.package.media_types import media_type

GUARDS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
"""Headers of every answer: a page from elsewhere must not look at an unpublished course through the author's browser."""


def missing() -> Response:
    """There is no such file."""
    return made(b"There is no such file in the course.\n", "x.txt", 404)


def made(content: bytes, name: str, status: int = 200) -> Response:
    """Bytes made for this answer alone; the browser does not keep them."""
    kind = media_type(name)
    return Response(content, status, {**GUARDS, "Cache-Control": "no-store"}, media_type=kind)


def rendered(request: Request, file: RenderedFile, folder: Path) -> Response:
    """A file of the course, as it is on disk now; 404 when it is gone or leads out of `folder`."""
    if isinstance(file.content, bytes):
        return made(file.content, file.name)
    return on_disk(request, file.content, folder, file.name)


def on_disk(request: Request, path: Path, folder: Path, name: str) -> Response:
    """A file below `folder`: in ranges when asked (RFC 9110, 14), not again when the browser has it (13.1.2)."""
    try:
        real = path.resolve(strict=True)
        about = real.stat()
    except (OSError, RuntimeError):
        return missing()
    if not real.is_relative_to(folder.resolve()) or not stat.S_ISREG(about.st_mode) or not os.access(real, os.R_OK):
        return missing()
    headers = {**GUARDS, "Cache-Control": "no-cache"}
    response = FileResponse(real, headers=headers, media_type=media_type(name), stat_result=about)
    if "range" not in request.headers and request.headers.get("if-none-match") == response.headers["etag"]:
        return Response(None, 304, {**headers, "ETag": response.headers["etag"]})
    return response
