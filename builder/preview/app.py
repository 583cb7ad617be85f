"""The addresses that the preview answers."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import PurePosixPath

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from builder.model.contract import PREVIEW
from builder.preview import files, pages
from builder.preview.board import Board
from builder.preview.edition import Edition
from builder.preview.loopback import OnlyHere
from builder.preview.panel import panel_of
from builder.render.assets.bundles import read_bundle
from builder.render.page.environment import templates_folder

RETRY = 500
"""Milliseconds after which a page whose server went away looks for it again."""

SCRIPTS = ("page.js", "lms.js", "faults.js")
"""Scripts of the preview, each with all that it imports: one request before the page is ready."""

SHARED = {"tokens.css": "styles/tokens.css", "base.css": "styles/base.css"}
"""Sheets of the course that the preview's own pages use too."""

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def make_app(board: Board, lifespan: Lifespan) -> Starlette:
    """The application: every address, all of them for reading only."""

    async def events(request: Request) -> Response:
        return StreamingResponse(_told(board), headers=_STREAM, media_type="text/event-stream")

    async def own(request: Request) -> Response:
        return _own(request, request.path_params["name"])

    async def course(request: Request) -> Response:
        return _course_file(request, board.edition, "web", request.path_params["name"])

    async def start(request: Request) -> Response:
        return _start(request, board.edition)

    async def launched(request: Request) -> Response:
        destination = request.path_params["destination"]
        return _course_file(request, board.edition, destination, request.path_params["name"])

    routes = [
        Route("/", start),
        Route(f"{PREVIEW}events", events),
        Route(PREVIEW + "{name:path}", own),
        Route("/~{destination}/{name:path}", launched),
        Route("/{name:path}", course),
    ]
    return Starlette(routes=routes, middleware=[Middleware(OnlyHere)], lifespan=lifespan)


_STREAM = {**files.GUARDS, "Cache-Control": "no-store"}


async def _told(board: Board) -> AsyncIterator[str]:
    yield f"retry: {RETRY}\n\n"
    async for edition in board.editions():
        yield f"event: edition\ndata: {json.dumps(panel_of(edition))}\n\n"


def _start(request: Request, edition: Edition) -> Response:
    destination = pages.LMS_EDITIONS.get(request.query_params.get("lms", ""))
    if edition.shown is None:
        return files.made(pages.faults_page(edition), "faults.html")
    if destination:
        return files.made(pages.lms_page(edition.shown, destination), "lms.html")
    return _course_file(request, edition, "web", edition.shown.rendered.launch)


def _course_file(request: Request, edition: Edition, destination: str, name: str) -> Response:
    """A file of the course, found by its name among those of the package: no address becomes a path."""
    shown = edition.shown
    if shown is None or destination not in shown.rendered.scripts:
        return files.missing()
    for file in (*shown.rendered.files, shown.rendered.scripts[destination]):
        if file.name != name:
            continue
        if destination == "web" and name == shown.rendered.launch and isinstance(file.content, bytes):
            return files.made(pages.learner_page(shown, file.content), name)
        return files.rendered(request, file, shown.course.folder)
    return files.missing()


def _own(request: Request, name: str) -> Response:
    """A style sheet or script of the preview, but none of its templates."""
    folder = templates_folder()
    if name in SCRIPTS:
        return files.made(read_bundle(folder, f"preview-{name}").encode(), name)
    if name in SHARED:
        return files.on_disk(request, folder / SHARED[name], folder, name)
    if PurePosixPath(name).suffix != ".css" or ".." in name.split("/"):
        return files.missing()
    return files.on_disk(request, folder / "preview" / name, folder / "preview", name)
