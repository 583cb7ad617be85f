"""The catalogue: one page for many courses, complete in itself."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from builder import __version__
from builder.render.page.environment import render_template, templates_folder


def render_catalogue(courses: Sequence[Mapping[str, Any]], table: str) -> str:
    """A page with every course, to be searched by words and language; `table` is the file beside it for spreadsheets.

    It runs its own script alone, which its policy knows by its digest (CSP 3, 2.3.1).
    """
    folder = templates_folder()
    script = (folder / "layouts" / "catalogue.js").read_text(encoding="utf-8")
    languages = sorted({tag for course in courses for tag in course["languages"]})
    return render_template(
        folder,
        "layouts/catalogue.html",
        tag="en-GB",
        leftward=False,
        translated=False,
        others=(),
        look=None,
        courses=courses,
        languages=languages,
        table=table,
        satchel=__version__,
        script=Markup(script),
        script_hash=f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}",
    )
