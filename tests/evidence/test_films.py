"""Films and recordings that are played with keys: each faulty one is caught by its probe alone, and its sound twin by none."""

import base64
import io
import shutil
import wave
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.evidence import work
from builder.evidence.finding import PRACTICE, Seen
from builder.evidence.judging import judged_in
from builder.evidence.lms.launch import Launch, profile
from builder.evidence.lms.server import serving
from builder.evidence.opened import opened_package
from builder.evidence.probes.films import PROBES
from builder.evidence.scene import Scene
from builder.evidence.walk.films import Films
from builder.evidence.work import ask_films
from builder.pipeline import build
from tests.conftest import ROOT
from tests.evidence.others import STYLE as OTHERS
from tests.evidence.pairs import main, page
from tests.evidence.small import FILES, planted
from tests.evidence.test_pages import NOTHING

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def sound(seconds: int = 30) -> str:
    """A recording that every browser plays, as an address: a saw, and no word."""
    file = io.BytesIO()
    with wave.open(file, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(1)
        recording.setframerate(3000)
        recording.writeframes(bytes(range(0, 256, 8)) * (3000 * seconds // 32))
    return f"data:audio/wav;base64,{base64.b64encode(file.getvalue()).decode()}"


SOUND = sound()
TAG = f"<audio controls src='{SOUND}'></audio>"
BARE = TAG.replace(" controls", "")
BUTTON = "<button type=button>Play</button>"
SCRIPT = "<script>const media = document.querySelector('audio'); const button = document.querySelector('button'); %s</script>"
TOGGLE = "button.onclick = () => { if (media.paused) media.play(); else media.pause(); button.textContent = media.paused ? 'Play' : 'Pause'; };"
ONE = "<script>document.addEventListener('play', event => document.querySelectorAll('audio').forEach(one => one !== event.target && one.pause()), true)</script>"
TWO = f"<figure aria-label=One>{TAG}</figure><figure aria-label=Two>{TAG}</figure>"
PARTS = f"<section id=one><h2>One</h2>{TAG}</section><section id=two hidden><h2>Two</h2><p>Words.</p></section>"
TURN = "<script>addEventListener('hashchange', () => { for (const one of document.querySelectorAll('section')) one.hidden = `#${one.id}` !== location.hash; %s })</script>"


@dataclass(frozen=True)
class Pair:
    """A fault and its absence."""

    probe: str
    criterion: str
    faulty: str
    sound: str

    def __str__(self) -> str:
        """A name for reports."""
        return f"{self.probe} {self.criterion}: {self.faulty.replace(SOUND, '')[:60]}"


PAIRS = (
    Pair("film-by-keys", "2.1.1", TAG.replace("controls", "controls onkeydown='event.preventDefault()'"), TAG),
    Pair("film-by-keys", "2.1.1", BARE + BUTTON + SCRIPT % "button.onmousedown = () => media.play();", BARE + BUTTON + SCRIPT % TOGGLE),
    Pair("film-by-keys", "2.1.1", BARE + "<div role=button>Play</div>" + SCRIPT % "document.querySelector('[role]').onclick = () => media.play();", BARE + BUTTON + SCRIPT % TOGGLE),
    Pair("film-by-keys", "2.2.2", TAG.replace("controls", "controls onpause='this.play()'"), TAG),
    Pair("film-by-keys", "2.2.2", BARE + BUTTON + SCRIPT % "button.onclick = () => media.play();", BARE + BUTTON + SCRIPT % TOGGLE),
    Pair("one-voice", PRACTICE, TWO, TWO + ONE),
    Pair("one-voice", PRACTICE, TWO.replace("<figure", "<section", 1), f"<figure aria-label=Both>{TAG}{TAG}</figure>"),
    Pair("film-left", "1.4.2", PARTS + TURN % "", PARTS + TURN % "document.querySelector('audio').pause()"),
    Pair("film-left", "1.4.2", PARTS + TURN % "", TAG + PARTS.replace(TAG, "") + TURN % ""),
)  # fmt: skip


@pytest.fixture(scope="module")
def scene(browser: Browser) -> Iterator[Scene]:
    """A page into which each film is put."""
    with profile(browser) as context:
        opened = context.new_page()
        yield Scene(Launch(NOTHING, opened, opened.main_frame, False), "A page", "as opened")


def played(scene: Scene, words: str) -> Seen:
    """What is seen of the films of a page, in place and when it is left."""
    scene.launch.page.goto("about:blank")
    scene.launch.page.set_content(page(main(words)))
    films = Films(scene)
    showings = [*films.shown(), *films.left(lambda: leave(scene))]
    return ask_films(films, showings)


def leave(scene: Scene) -> None:
    """Go to another part of the page, if it has any."""
    scene.launch.frame.evaluate("() => { location.hash = '#two'; }")
    scene.launch.frame.wait_for_function("() => document.querySelector('#two')?.checkVisibility() ?? true")


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_a_fault_is_caught_by_its_probe_and_its_twin_by_none(scene: Scene, pair: Pair) -> None:
    """With its criterion. The twin was played: silence is not for want of trying."""
    twin = played(scene, pair.sound)
    assert [(one.probe, one.words) for one in twin.findings] == []
    assert {one.probe for one in twin.sightings} >= {pair.probe} - {"one-voice"}
    assert twin.notes == ()
    assert {(one.probe, one.criterion) for one in played(scene, pair.faulty).findings} == {(pair.probe, pair.criterion)}


def test_each_probe_has_a_pair() -> None:
    """No probe that cannot fail."""
    assert {probe.id for probe in PROBES} == {pair.probe for pair in PAIRS}


@pytest.mark.parametrize("address", ["data:video/mp4,none", "https://films.example.invalid/a.mp4"])
def test_of_what_cannot_be_played_nothing_is_said_but_that(scene: Scene, address: str) -> None:
    """No fault and no look; another host hears of nobody."""
    asked: list[str] = []
    scene.launch.page.on("request", lambda request: asked.append(request.url))
    seen = played(scene, f"<video controls preload=none src='{address}'></video>{TAG}")
    assert seen.findings == ()
    assert [one.probe for one in seen.sightings] == ["film-by-keys", "film-left"]
    (note,) = seen.notes
    assert (
        note
        == "1 of 2 films and recordings on “A page” can be played by this browser: whether the rest stops is not known."
    )
    assert [url for url in asked if "example" in url] == []


@pytest.mark.parametrize("stops", [False, True])
def test_a_package_of_another_tool_is_judged_by_what_it_plays(browser: Browser, tmp_path: Path, stops: bool) -> None:
    """On a page that shows one part after another: a recording that plays on, behind the part that is shown, is found."""
    onward = "<button type=button id=next>Next</button><p role=status id=where></p>"
    script = f"<script>next.onclick = () => {{ one.hidden = true; two.hidden = false; where.textContent = 'Part two'; next.hidden = true; two.querySelector('h2').focus(); {'one.querySelector(`audio`).pause();' if stops else ''} }}</script>"
    parts = (
        PARTS.replace("<h2>", "<h2 tabindex=-1>")
        .replace(TAG, f"{TAG}<p>Transcript: nothing is said.</p>")
        .replace("<audio", "<audio aria-label=Saw")
    )
    document = f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Two parts</title>{OTHERS}</head><body><main><h1>Two parts</h1>{parts}{onward}</main>{script}</body></html>"
    package = tmp_path / "parts.zip"
    with zipfile.ZipFile(package, "w") as file:
        file.writestr("index.html", document)
    proof = judged_in(browser, package)
    assert len(proof.pages) == 2
    assert "film-left" in {one.probe for one in proof.sightings}
    assert [(one.probe, one.criterion) for one in proof.findings] == ([] if stops else [("film-left", "1.4.2")])


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of ours with two recordings on a page."""
    folder = tmp_path_factory.mktemp("recorded")
    (folder / "media").mkdir()
    captions = "WEBVTT\n\n00:00:00.000 --> 00:00:11.500\nPartnership comes first.\n"
    files = {**FILES, "03-heard.md": "---\ntitle: What is heard?\n---\n"}
    for name in ("one", "two"):
        shutil.copy(ROOT / "tests" / "courses" / "films" / "12-seconds.mp3", folder / "media" / f"{name}.mp3")
        files[f"media/{name}.en.vtt"] = captions
        files["03-heard.md"] += (
            f"\n## Listen: Talk {name}\n\n[Talk {name}](media/{name}.mp3)\n\n- captions: media/{name}.en.vtt\n"
        )
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (package,) = build(folder, folder / "dist", ["web"]).packages
    return package.path


OURS = {
    "": set(),
    "HTMLMediaElement.prototype.pause = () => {};": {("film-by-keys", "2.2.2"), ("one-voice", PRACTICE), ("film-left", "1.4.2")},
    "addEventListener('hashchange', ({ oldURL }) => oldURL.endsWith('heard') && setTimeout(() => document.querySelector('audio').play(), 50));": {("film-left", "1.4.2")},
    "addEventListener('keydown', event => event.preventDefault(), true);": {("film-by-keys", "2.1.1")},
}  # fmt: skip


@pytest.mark.parametrize("script", OURS)
def test_the_recordings_of_a_package_of_ours_are_played(
    browser: Browser, tmp_path: Path, recorded: Path, script: str
) -> None:
    """Each is started and stopped, beside another and when its page is left; what is planted is found, and nothing else."""
    changes = [{"satchel.js": lambda text: f"{text}\n;{script}"}] if script else []
    package = planted(recorded, tmp_path / "recorded.zip", *changes)
    with opened_package(package) as opened, serving(opened.folder) as address:
        place = next(one for one in work.survey(browser, opened, address) if one.title == "What is heard?")
        seen = work.walk_page(browser, opened, address, place)
    probes = {probe.id for probe in PROBES}
    if not script:
        assert seen.notes == () and probes <= {one.probe for one in seen.sightings}
    assert {(one.probe, one.criterion) for one in seen.findings if one.probe in probes} == OURS[script]
