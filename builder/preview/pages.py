"""The preview's pages: the course with one script more, the small LMS, and a page of faults while there is no course."""

from builder.model.contract import EDITIONS, PREVIEW
from builder.preview.edition import Edition, Shown
from builder.preview.panel import findings_html
from builder.render.page.environment import render_template, templates_folder

LMS_EDITIONS = {"1": "scorm12", "1.2": "scorm12", "2004": "scorm2004"}
"""What `?lms=` takes -> the destination whose script the course then runs."""


def learner_page(shown: Shown, page: bytes) -> bytes:
    """The course's own page, and a reference to the preview's script in its head: no policy of the page forbids that."""
    script = f'<script defer src="{PREVIEW}page.js" data-shown="{shown.fingerprint}"></script>\n</head>'
    return page.replace(b"</head>", script.encode(), 1)


def lms_page(shown: Shown, destination: str) -> bytes:
    """A small LMS with the course in a frame."""
    return _page(
        "preview/lms.html",
        course=shown.course,
        fingerprint=shown.fingerprint,
        destination=destination,
        title=EDITIONS[destination],
        launch=f"/~{destination}/{shown.rendered.launch}",
    )


def faults_page(edition: Edition) -> bytes:
    """A page with the faults, while there is no course to show."""
    return _page("preview/faults.html", edition=edition, findings=findings_html(edition))


def _page(template: str, **values: object) -> bytes:
    return render_template(templates_folder(), template, own=PREVIEW, **values).encode()
