"""A course with films, opened in a browser from the disk."""

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from builder.pipeline import build

MEDIA = Path(__file__).parents[2] / "course" / "media"
SPOKEN = "- descriptions: not needed (only the speaker is shown)\n"


def watch(title: str, stem: str, keys: str = SPOKEN) -> str:
    """The block of a film of the first course."""
    return f"## Watch: {title} {{#film-{stem}}}\n\n[{title}](media/{stem}.mp4)\n\n- captions: media/{stem}.en.vtt\n{keys}\n"


ETHICAL, STAGES = "ethical-innovation", "stages-of-innovation"


def write(
    folder: Path,
    bodies: dict[str, str],
    settings: str = "",
    files: dict[str, str] | None = None,
    summary: str = "",
    front: str = "",
    language: str = "en-GB",
) -> str:
    """Build a course of such modules, by their ids; gives its address on the disk."""
    source = folder / "films"
    (source / "media").mkdir(parents=True, exist_ok=True)
    for path in MEDIA.iterdir():
        shutil.copy(path, source / "media" / path.name)
    for name, text in (files or {}).items():
        (source / "media" / name).write_text(text, encoding="utf-8")
    (source / "course.yml").write_text(f"id: films\ntitle: Films\nlanguage: {language}\n{settings}", encoding="utf-8")
    more = (f"summary: {summary}\n" if summary else "") + front
    for place, (id, body) in enumerate(bodies.items(), start=1):
        (source / f"{place:02}-{id}.md").write_text(f"---\ntitle: About {id}\n{more}---\n{body}", encoding="utf-8")
    outcome = build(source, folder / "out", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return next(path for path in outcome.written if path.name == "index.html").as_uri()


def write_in_two(folder: Path, bodies: dict[str, str], files: dict[str, str] | None = None) -> str:
    """The same in English and, as far as it is not what a film says, in Welsh."""
    welsh = folder / "films" / "cy"
    welsh.mkdir(parents=True)
    (welsh / "course.yml").write_text("id: films\ntitle: Ffilmiau\nlanguage: cy\n", encoding="utf-8")
    for place, (id, body) in enumerate(bodies.items(), start=1):
        (welsh / f"{place:02}-{id}.md").write_text(f"---\ntitle: Am {id}\n---\n{body}", encoding="utf-8")
    return write(folder, bodies, "languages: [en-GB, cy]\n", files)


Open = Callable[..., Page]


def film(page: Page, stem: str = ETHICAL) -> Locator:
    """The figure of a film."""
    return page.locator(f"#film-{stem}")


def play(figure: Locator) -> None:
    """Play it, and wait until it moves."""
    figure.locator("video").first.evaluate("video => video.play()")
    expect(figure.locator("video").first).to_have_js_property("paused", False)


def paused(figure: Locator) -> bool:
    """Whether it stands still."""
    return bool(figure.locator("video").first.evaluate("video => video.paused"))


def still(figure: Locator) -> Locator:
    """Its video, whose place and length are known, and which stands still whatever is pressed: so that places are exact."""
    video = figure.locator("video").first
    video.evaluate(
        """async video => {
          if (!(video.readyState > 0)) await new Promise(done => video.addEventListener("loadedmetadata", done, { once: true }));
          video.play = () => Promise.resolve();
        }"""
    )
    return video


def seek(video: Locator, seconds: float) -> None:
    """Go to a place, and wait until the browser is there."""
    video.evaluate(
        """(video, seconds) => new Promise(done => {
          video.addEventListener("seeked", () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
          video.currentTime = seconds;
        })""",
        seconds,
    )


def at(video: Locator) -> float:
    """Where it is, in seconds."""
    return float(video.evaluate("video => video.currentTime"))
