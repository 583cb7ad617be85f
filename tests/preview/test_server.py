"""What the preview's server gives, to whom, and what it never does."""

import http.client
import json
import os
import socket
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import builder
from builder.cli import main
from builder.errors import NoFreePort
from builder.pipeline import build
from builder.preview.edition import next_edition, told_of
from builder.preview.loopback import loopback_socket
from builder.preview.watch import matters
from tests.cases import for_each
from tests.conftest import ROOT
from tests.preview.conftest import write_lesson
from tests.preview.serving import PATIENCE, Preview


def test_the_page_is_the_learners_with_one_script_more(preview: Preview, tmp_path: Path) -> None:
    """Page, style and script are those of the built web course; the page's policy is untouched."""
    outcome = build(preview.folder, tmp_path / "dist", ["web"])
    folder = outcome.written[0].parent
    _, page = preview.ask("/")
    lines = page.decode().splitlines()
    added = [line for line in lines if "/~preview/" in line]
    assert len(added) == 1 and added[0].startswith('<script defer src="/~preview/page.js"')
    lines.remove(added[0])
    assert lines == (folder / "index.html").read_text(encoding="utf-8").splitlines()
    for name in ("satchel.css", "satchel.js"):
        assert preview.ask(f"/{name}")[1] == (folder / name).read_bytes()


def test_an_lms_gets_the_script_of_its_edition(preview: Preview) -> None:
    """`?lms=1` and `?lms=2004` run what the package for that LMS runs, and a page without anything added."""
    scripts = {to: preview.ask(f"/~{to}/satchel.js")[1] for to in ("scorm12", "scorm2004", "web")}
    assert len(set(scripts.values())) == 3
    assert b"~preview" not in preview.ask("/~scorm12/index.html")[1]
    for query, edition in (("1", "SCORM 1.2"), ("2004", "SCORM 2004")):
        assert edition in preview.ask(f"/?lms={query}")[1].decode()


def test_no_package_carries_the_preview(preview: Preview, tmp_path: Path) -> None:
    """What is for authors stays with them."""
    outcome = build(preview.folder, tmp_path / "dist")
    assert len(outcome.packages) == 3
    for package in outcome.packages:
        with zipfile.ZipFile(package.path) as archive:
            for name in archive.namelist():
                assert "preview" not in name and b"satchel-preview" not in archive.read(name)


FILM = "/media/ethical-innovation.mp4"


def test_a_film_is_sent_in_pieces(films: Preview) -> None:
    """A learner can jump in a film: a range is answered with that range, and only with that of the same file."""
    whole, content = films.ask(FILM)
    assert whole.status == 200 and whole.headers["Accept-Ranges"] == "bytes"
    part, piece = films.ask(FILM, {"Range": "bytes=100-199"})
    assert (part.status, piece) == (206, content[100:200])
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(content)}"
    tag = whole.headers["ETag"]
    assert films.ask(FILM, {"Range": "bytes=-10", "If-Range": tag})[1] == content[-10:]
    other, all_of_it = films.ask(FILM, {"Range": "bytes=-10", "If-Range": '"another"'})
    assert (other.status, all_of_it) == (200, content)
    assert films.ask(FILM, {"Range": f"bytes={len(content)}-"})[0].status == 416
    assert films.ask(FILM, {"If-None-Match": tag})[0].status == 304


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/satchel.css", "text/css; charset=utf-8"),
        ("/satchel.js", "text/javascript; charset=utf-8"),
        ("/~preview/page.js", "text/javascript; charset=utf-8"),
        ("/~preview/tokens.css", "text/css; charset=utf-8"),
        (FILM, "video/mp4"),
        ("/media/ethical-innovation.en.vtt", "text/vtt; charset=utf-8"),
        ("/media/ethical-innovation.jpg", "image/jpeg"),
    ],
)
def test_each_file_has_its_media_type(films: Preview, path: str, media_type: str) -> None:
    """A browser plays no captions that come as plain text."""
    response, _ = films.ask(path)
    assert response.status == 200
    assert response.headers["Content-Type"] == media_type
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "localhost@evil", "::1"]
)
def test_a_name_from_elsewhere_is_refused(films: Preview, host: str) -> None:
    """A page from elsewhere cannot read the course by pointing a name of its own at this machine."""
    response, body = films.ask("/", {"Host": host})
    assert response.status == 421
    assert b"innovation" not in body


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "[::1]"])
def test_a_name_of_this_machine_is_answered(films: Preview, host: str) -> None:
    """However the author calls it."""
    assert films.ask("/", {"Host": host})[0].status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/course.yml",
        "/01-welcome.md",
        "/../course/course.yml",
        "/..%2fcourse%2fcourse.yml",
        "/media/../../secret.txt",
        "/media/..%5c..%5csecret.txt",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/~preview/../layouts/course.html",
        "/~preview/..%2f..%2flayouts%2fcourse.html",
        "/~preview/%2fetc%2fhosts.css",
        "/~preview/lms.html",
        "/~scorm12/../course.yml",
        "/~nothing/index.html",
        "/media/unused.png",
        "/nowhere%00.png",
    ],
)
def test_nothing_but_the_course_is_served(films: Preview, path: str) -> None:
    """Only files that are in the package have an address; no path leads to another."""
    (films.folder.parent / "secret.txt").write_text("secret")
    (films.folder / "media" / "unused.png").write_bytes(b"secret")
    response, body = films.ask(path)
    assert response.status == 404
    assert body == b"There is no such file in the course.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there a link needs rights of its own")
def test_a_picture_that_becomes_a_link_out_of_the_folder_is_not_served(lesson: Path) -> None:
    """What is looked at is where a file lies when it is asked for, not where it lay when the course was read."""
    write_lesson(lesson, more="![The team at work](images/team.png)")
    secret = lesson.parent / "secret.png"
    secret.write_bytes(b"secret")
    with Preview(lesson) as preview:
        assert preview.ask("/images/team.png")[0].status == 200
        (lesson / "images" / "team.png").unlink()
        (lesson / "images" / "team.png").symlink_to(secret)
        assert preview.ask("/images/team.png")[0].status == 404


def test_the_course_folder_is_not_touched(preview: Preview) -> None:
    """The preview reads; it writes nothing there, also when it rebuilds."""

    def listing() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in preview.folder.rglob("*")}

    before = listing()
    with Listener(preview) as news:
        news.next()
        (preview.folder / "images" / "team.png").touch()
        news.next()
    for path in ("/", "/?lms=1", "/~scorm12/index.html"):
        preview.ask(path)
    after = listing()
    assert after.keys() == before.keys()
    assert [path for path in after if after[path] != before[path]] == [str(preview.folder / "images" / "team.png")]


class Listener:
    """Listens as a page does."""

    def __init__(self, preview: Preview) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)

    def __enter__(self) -> "Listener":
        self._connection.request("GET", "/~preview/events")
        self._response = self._connection.getresponse()
        assert self._response.headers["Content-Type"].startswith("text/event-stream")
        return self

    def __exit__(self, *problem: object) -> None:
        self._response.close()
        self._connection.close()

    def next(self) -> dict[str, str]:
        """The next edition; fails when there is none in time."""
        while line := self._response.readline():
            if line.startswith(b"data: "):
                told: dict[str, str] = json.loads(line[len(b"data: ") :])
                return told
        raise AssertionError("the server has hung up")

    def until(self, state: str) -> dict[str, str]:
        """The next edition in which the folder stands like this: one save may be reported twice."""
        told = self.next()
        while told["state"] != state:
            told = self.next()
        return told


def test_an_error_leaves_the_last_good_course_and_is_told(preview: Preview) -> None:
    """Where it is, what is wrong, what to write instead, with the line; and a warning does not hold the course back."""
    with Listener(preview) as news:
        good = news.until("clean")
        assert good["summary"] == "nothing to mend"
        write_lesson(preview.folder, end="See [click here](https://www.example.org/).")
        wrong = news.until("errors")
        assert (wrong["summary"], wrong["shown"]) == ("1 error", good["shown"])
        for words in ("02-lesson.md:", "does not say where this link leads", "<mark>", "Say where it leads", "A11"):
            assert words in wrong["html"]
        assert b"click here" not in preview.ask("/")[1]
        write_lesson(preview.folder)
        assert news.until("clean")["shown"] == good["shown"]


def test_what_is_saved_while_a_preview_starts_is_shown(lesson: Path) -> None:
    """Reading a large course takes seconds, and nobody watches the folder yet."""
    starting = Preview(lesson)
    write_lesson(lesson, end="Words that were late.")
    with starting as preview, Listener(preview) as news:
        while b"Words that were late." not in preview.ask("/")[1]:
            news.next()


def test_what_an_author_writes_cannot_become_part_of_the_panel(preview: Preview) -> None:
    """The line is shown as text, whatever is in it."""
    with Listener(preview) as news:
        news.next()
        write_lesson(preview.folder, end="<script>alert(1)</script>")
        html = news.until("errors")["html"]
    assert "&lt;script&gt;" in html and "<script" not in html


def test_a_fault_of_ours_is_told_and_the_server_lives_on(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says that it is not her course's fault, stays, and goes on when it is over."""

    def broken(*given: object) -> None:
        raise ZeroDivisionError("something of ours")

    with Listener(preview) as news:
        good = news.next()
        with monkeypatch.context() as patched:
            patched.setattr("builder.preview.edition.render_course_or_fault", broken)
            write_lesson(preview.folder, end="Other words.")
            told = news.until("problem")
        assert told["shown"] == good["shown"]
        assert "something of ours" in told["html"] and "not in your course" in told["html"]
        write_lesson(preview.folder, end="More words.")
        assert news.until("clean")["shown"] not in ("", good["shown"])


def test_a_film_that_is_exchanged_makes_another_course(course_folder: Path) -> None:
    """The page is loaded anew when only a picture or a film is another."""
    write_lesson(course_folder, more="![The team at work](images/team.png)")
    before = next_edition(course_folder)
    picture = course_folder / "images" / "team.png"
    os.utime(picture, ns=(1, 1))
    after = next_edition(course_folder, before)
    again = next_edition(course_folder, after)
    assert before.shown and after.shown and again.shown
    assert before.shown.fingerprint != after.shown.fingerprint == again.shown.fingerprint


def test_the_terminal_tells_each_error_once(course_folder: Path) -> None:
    """With its place and remedy when it comes or changes; a save that leaves it as it was adds one line."""
    write_lesson(course_folder, end="See [click here](https://www.example.org/).")
    first = next_edition(course_folder)
    told = told_of(first, course_folder)
    assert f"{course_folder.as_posix()}/02-lesson.md:" in told and "A11" in told and "hint: Say where" in told
    again = next_edition(course_folder, first)
    assert told_of(again, course_folder, first) == f"{again.seen}  1 error"
    write_lesson(course_folder, end="See [here](https://www.example.org/).")
    changed = next_edition(course_folder, again)
    assert "“here” does not say" in told_of(changed, course_folder, again)
    write_lesson(course_folder)
    clean = next_edition(course_folder, changed)
    assert told_of(clean, course_folder, changed) == f"{clean.seen}  nothing to mend"


def test_a_course_folder_that_goes_away_is_told(course_folder: Path, tmp_path: Path) -> None:
    """Also that is no end."""
    before = next_edition(course_folder)
    gone = next_edition(tmp_path / "nowhere", before)
    assert "there is no such folder" in gone.problem and gone.shown is before.shown


@for_each(
    ("name", "wanted"),
    [
        ("course.yml", True),
        ("01-welcome.md", True),
        ("media/film.mp4", True),
        ("media/a.b.en.vtt", True),
        (".01-welcome.md.swp", False),
        ("01-welcome.md~", False),
        ("#01-welcome.md#", False),
        (".#01-welcome.md", False),
        ("4913", False),
        ("01-welcome.md.tmp", False),
        ("01-welcome.md___jb_tmp___", False),
        ("~$notes.docx", False),
        (".git/index", False),
        ("node_modules/a/b.js", False),
    ],
)
def test_what_an_editor_writes_beside_a_file_is_not_a_change(tmp_path: Path, name: str, wanted: bool) -> None:
    """The page does not flicker while somebody types."""
    assert matters(tmp_path, str(tmp_path / name)) is wanted


def test_the_next_free_port_is_taken() -> None:
    """A second course can be previewed beside the first; both are out of reach of other machines."""
    with loopback_socket(0) as first:
        first.listen()
        port = first.getsockname()[1]
        with loopback_socket(port) as second:
            assert second.getsockname()[0] == "127.0.0.1"
            assert second.getsockname()[1] > port


def test_no_port_at_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence that says what to do."""

    def taken(self: socket.socket, address: object) -> None:
        raise OSError("in use")

    monkeypatch.setattr("builder.preview.loopback.socket.socket.bind", taken)
    with pytest.raises(NoFreePort, match=r"8000 to 8099 are all in use. Choose another with --port"):
        loopback_socket(8000)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, lesson: Path) -> None:
    """A line that can be pasted."""
    # What is imported anew hangs itself into its parent, too.
    monkeypatch.setattr(builder, "preview", builder.preview)
    for name in [name for name in sys.modules if name.startswith("builder.preview")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = CliRunner().invoke(main, ["preview", str(lesson), "--no-open"])
    assert result.exit_code == 2
    assert "uvicorn is not installed." in result.output
    assert f'{sys.executable} -m pip install -e "{ROOT}[preview]"' in result.output


def test_a_folder_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    """Before any server starts."""
    result = CliRunner().invoke(main, ["preview", str(tmp_path / "nowhere"), "--no-open"])
    assert result.exit_code == 2 and "there is no such folder" in result.output
