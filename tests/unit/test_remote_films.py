"""Films on other hosts: what an address names, which hosts the page allows, and what administrators read."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.contract import POLICY
from builder.model.course import Completion, Course
from builder.model.media import Pause, Remote
from builder.outcome_text import built_text
from builder.pipeline import build
from builder.read.blocks.film_remote import remote_film
from builder.read.blocks.film_source import FILM
from builder.read.files.linked import FileFault
from builder.render.course import render_page
from builder.render.handover import render_handover
from builder.render.page.environment import templates_folder
from builder.render.page.policy import policy_of
from builder.verify import verify_package
from tests.unit import course_factory

FAR = Remote("https://films.example.org/talk.mp4", "films.example.org", "file")
TUBE = Remote(
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "www.youtube.com",
    "YouTube",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0",
)


def course(*media: Remote, frame: bool = False) -> Course:
    """A course with such films, each to be watched."""
    films = [
        replace(course_factory.film(f"film-{n}", f"Film {n}"), media=one, frame=frame) for n, one in enumerate(media)
    ]
    whole = course_factory.course(course_factory.module("one", "One", *films))
    return replace(whole, completion=Completion("all-modules", None, films=True))


@pytest.mark.parametrize(
    "address",
    ["https://www.dropbox.com/s/abc/talk.mp4?dl=0", "https://www.dropbox.com/scl/fi/abc/talk.mp4?rlkey=x&raw=1"],
)
def test_a_link_of_dropbox_is_no_film(address: str) -> None:
    """Its address ends like that of a file, and every learner would meet a film that does not come."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, FileFault) and found.rule == "MED-005"
    assert found.hint == "Put the film into the course folder, or onto a host of your own."


@pytest.mark.parametrize(
    ("address", "service"),
    [
        ("https://uni.sharepoint.com/sites/care/Shared%20Documents/Induction/welcome.mp4", "SharePoint"),
        ("https://council.sharepoint.com/:v:/s/care/EabcD3f?e=5xYz", "SharePoint"),
        ("https://uni-my.sharepoint.com/personal/ann/_layouts/15/stream.aspx?id=%2Fwelcome%2Emp4", "Microsoft Stream"),
        ("https://uni-my.sharepoint.com/:v:/g/personal/ann/EaB?download=1", "OneDrive"),
        ("https://1drv.ms/v/s!AbCdEf", "OneDrive"),
        ("https://drive.google.com/file/d/1AbCdEf/view?usp=sharing", "Google Drive"),
        ("https://drive.google.com/uc?export=download&id=1AbCdEf", "Google Drive"),
        ("https://app.box.com/s/abcdef/welcome.mp4", "Box"),
        ("https://we.tl/t-AbCdEf", "WeTransfer"),
        ("https://us02web.zoom.us/rec/share/AbCdEf", "Zoom"),
        ("https://uni.cloud.panopto.eu/Panopto/Pages/Viewer.aspx?id=1", "Panopto"),
        ("https://media.uni.ac.uk/Panopto/Pages/Embed.aspx?id=1", "Panopto"),
        ("https://mediaspace.uni.ac.uk/media/t/1_abcdef", "Kaltura"),
        ("https://www.loom.com/share/0123456789abcdef", "Loom"),
        ("https://uni.wistia.com/medias/abcdef", "Wistia"),
        ("https://dai.ly/x8abcdef", "Dailymotion"),
        ("https://estream.college.ac.uk/View.aspx?id=12~4x~Ab", "Planet eStream"),
        ("https://online.clickview.co.uk/share?sharecode=abc", "ClickView"),
        ("https://www.bbc.co.uk/iplayer/episode/p0abcdef/care", "the BBC"),
        ("https://www.ted.com/talks/ann_smith_on_care", "TED"),
        ("https://commons.wikimedia.org/wiki/File:Welcome.webm", "a wiki"),
        ("https://github.com/council/course/blob/main/media/welcome.mp4", "GitHub"),
    ],
)  # fmt: skip
def test_a_page_of_a_service_is_no_film(address: str, service: str) -> None:
    """Whatever its address ends in: the service is named, and the author reads what to do."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, FileFault) and found.rule == "MED-005"
    assert found.message == f"{address} leads to a page of {service}, not to a film"
    assert found.hint.startswith("Download it there, and put the film into the course folder")


@pytest.mark.parametrize(
    ("address", "why", "remedy"),
    [
        ("https://bit.ly/3AbCdEf", "sends on to another host", "write the address that is shown then"),
        ("https://archive.org/download/care/welcome.mp4", "sends on to another host", "write the address that is shown then"),
        ("https://cdnapisec.kaltura.com/p/1/sp/100/playManifest/entryId/1_a/format/url/a.mp4", "sends on to another host", "write the address"),
        ("https://player.vimeo.com/external/123456789.hd.mp4?s=abc", "sends on to another host", "Write https://vimeo.com/123456789,"),
        ("https://player.vimeo.com/progressive_redirect/playback/123456789/rendition/1080p/file.mp4", "sends on to another host", "Write https://vimeo.com/123456789,"),
        ("https://vimeo.com/user12/review/123456789/0a1b2c3d4e", "is a review page", "Open the film's own page"),
        ("https://moodle.uni.ac.uk/pluginfile.php/12/mod_resource/content/1/welcome.mp4", "to who is signed in there", "Download it there"),
        ("https://care.s3.amazonaws.com/welcome.mp4?X-Amz-Date=1&X-Amz-Expires=604800", "stops working", "without the question mark"),
    ],
)  # fmt: skip
def test_an_address_that_no_page_can_follow_is_told_with_its_reason(address: str, why: str, remedy: str) -> None:
    """It may open in the author's own browser, and still not in a course."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, FileFault) and found.rule == "MED-005"
    assert why in found.message and remedy in found.hint


@pytest.mark.parametrize(
    "address",
    [
        "https://uni.cloud.panopto.eu/Panopto/Podcast/Download/1.mp4", "https://download.ted.com/talks/AnnSmith.mp4",
        "https://embed-ssl.wistia.com/deliveries/abcdef/welcome.mp4", "https://sandbox.com/welcome.mp4",
        "https://upload.wikimedia.org/wikipedia/commons/a/ab/Welcome.webm", "https://care.s3.amazonaws.com/welcome.mp4",
        "https://box.example.org/drive.google.com/welcome.mp4", "https://d111111.cloudfront.net/welcome.mp4?v=2",
    ],
)  # fmt: skip
def test_services_that_give_files_as_well_are_not_refused(address: str) -> None:
    """Nor is a host that has the name of one in its own."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, Remote) and (found.way, found.source) == ("file", address)


@pytest.mark.parametrize(
    ("address", "page", "frame"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&feature=share", TUBE.source, TUBE.frame),
        ("https://youtu.be/dQw4w9WgXcQ?si=abc", TUBE.source, TUBE.frame),
        ("https://www.youtube.com/embed/dQw4w9WgXcQ", TUBE.source, TUBE.frame),
        ("https://m.youtube.com/shorts/dQw4w9WgXcQ", TUBE.source, TUBE.frame),
        ("https://vimeo.com/123456789", "https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1"),
        ("https://vimeo.com/123456789/0a1b2c3d4e", "https://vimeo.com/123456789/0a1b2c3d4e", "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d4e"),
        ("https://player.vimeo.com/video/123456789?h=0a1b2c3d4e", "https://vimeo.com/123456789/0a1b2c3d4e", "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d4e"),
    ],
)  # fmt: skip
def test_every_address_of_a_film_at_a_service_leads_to_the_film(address: str, page: str, frame: str) -> None:
    """As people copy it; the player is the one that keeps least."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, Remote) and found.away
    assert (found.source, found.frame) == (page, frame)


@pytest.mark.parametrize(
    ("address", "id"),
    [
        ("https://vimeo.com/channels/shortfilms/123456789", "123456789"),
        ("https://vimeo.com/showcase/7008490/video/123456789", "123456789"),
        ("https://vimeo.com/showcase/7008490?video=123456789", "123456789"),
        ("https://vimeo.com/album/2838732/video/123456789", "123456789"),
        ("https://vimeo.com/groups/care/videos/123456789", "123456789"),
        ("https://vimeo.com/ondemand/listening/123456789", "123456789"),
        ("https://vimeo.com/manage/videos/123456789", "123456789"),
        ("https://music.youtube.com/watch?v=dQw4w9WgXcQ&list=RD1", "dQw4w9WgXcQ"),
        ("https://www.youtube.com/watch/dQw4w9WgXcQ", "dQw4w9WgXcQ"),
    ],
)
def test_a_film_in_a_channel_or_a_showcase_is_that_film(address: str, id: str) -> None:
    """The id is in the address, behind the name of what it was found in."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, Remote) and found.source.endswith(id) and id in found.frame


@pytest.mark.parametrize(
    "address",
    [
        "https://vimeo.com/showcase/7008490", "https://vimeo.com/channels/shortfilms", "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/embed/live_stream?channel=UC1",
    ],
)  # fmt: skip
def test_an_address_of_many_films_names_none(address: str) -> None:
    """A showcase has a number too, and `videoseries` as many letters as an id."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, FileFault) and found.message.endswith("names no film")


@pytest.mark.parametrize(
    ("given", "seconds"),
    [("?t=42", 42), ("?t=42s", 42), ("?t=1m30s", 90), ("?start=7", 7), ("?time_continue=8", 8), ("#t=1h2m3s", 3723), ("?t=0", 0), ("?t=soon", 0), ("?x=1&amp;t=9", 9)],
)  # fmt: skip
def test_a_film_at_a_service_begins_where_its_address_says(given: str, seconds: int) -> None:
    """In its page there, and in its player here."""
    tube = remote_film(f"https://youtu.be/dQw4w9WgXcQ{given}", FILM.endings, FILM.noun)
    vimeo = remote_film(f"https://vimeo.com/123456789{given}", FILM.endings, FILM.noun)
    assert isinstance(tube, Remote) and isinstance(vimeo, Remote)
    assert tube.source == TUBE.source + (f"&t={seconds}s" if seconds else "")
    assert tube.frame == TUBE.frame + (f"&start={seconds}" if seconds else "")
    begin = f"#t={seconds}s" if seconds else ""
    assert vimeo.source == f"https://vimeo.com/123456789{begin}"
    assert vimeo.frame == f"https://player.vimeo.com/video/123456789?dnt=1{begin}"


@pytest.mark.parametrize(
    ("address", "message", "hint"),
    [
        ("https://фільми.укр:8443/talk.mp4", "the host of this film is not", "Write https://xn--h1afd4a4b6c.xn--j1amh:8443/talk.mp4,"),
        ("https://bücher.example/talk.mp4", "the host of this film is not", "Write https://xn--bcher-kva.example/talk.mp4,"),
        ("https://me:secret@films.example.org/talk.mp4", "holds a user name or a password", "Write https://films.example.org/talk.mp4,"),
        ("https://films.example.org/a;b/talk.mp4", "there is a ; in the address", "Write https://films.example.org/a%3Bb/talk.mp4,"),
        ("https://films.example.org/one,two.mp4", "there is a , in the address", "Write https://films.example.org/one%2Ctwo.mp4,"),
        ("https://films.example.org/talk.MOV", "a film that not every browser plays", "the same film as MP4"),
        ("HTTPS://films.example.org/talk.mp4", "not the whole address", "Write https://films.example.org/talk.mp4."),
        ("file:///home/ann/talk.mp4", "lies on your own computer", "Copy the film into the course folder"),
    ],
)  # fmt: skip
def test_each_fault_of_an_address_has_its_own_sentence(address: str, message: str, hint: str) -> None:
    """And the same address as it can be used, where there is one."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, FileFault) and message in found.message and hint in found.hint
    written = re.match(r"Write (https://\S+?)[,.](?= |$)", found.hint)
    assert written is None or isinstance(remote_film(written[1], FILM.endings, FILM.noun), Remote)


@pytest.mark.parametrize(
    ("address", "host", "way"),
    [
        ("https://films.example.org/a/talk.mp4", "films.example.org", "file"),
        ("https://films.example.org:8443/talk.WEBM?key=1", "films.example.org:8443", "file"),
        ("https://Films.example.org/talk/master.m3u8", "films.example.org", "stream"),
    ],
)
def test_a_file_on_another_host(address: str, host: str, way: str) -> None:
    """Its host is what the page allows."""
    found = remote_film(address, FILM.endings, FILM.noun)
    assert isinstance(found, Remote) and (found.host, found.way, found.away) == (host, way, False)


@pytest.mark.parametrize(
    "address",
    [
        "https://me:secret@films.example.org/talk.mp4", "https://films.example.org; script-src *;/talk.mp4", "https://*/talk.mp4",
        "https:///talk.mp4", "https://[::1/talk.mp4", "ftp://films.example.org/talk.mp4", "javascript:talk.mp4", "data:video/mp4,talk.mp4",
        "https://films.example.org/talk.mp4'", "https://films.example.org'unsafe-inline'/talk.mp4",
    ],
)  # fmt: skip
def test_no_other_address_gets_into_the_page(address: str) -> None:
    """What could end the policy, or widen it."""
    assert not isinstance(remote_film(address, FILM.endings, FILM.noun), Remote)


def test_the_page_allows_those_hosts_and_no_other() -> None:
    """Each in its directive; a service without a frame is a link, for which nothing is allowed."""
    assert policy_of(course()) == policy_of(course(TUBE)) == POLICY
    allowed = policy_of(course(FAR))
    assert allowed == POLICY.replace("blob: data:; font", "blob: data: https://films.example.org; font")
    assert policy_of(course(TUBE, frame=True)) == POLICY.replace(
        "frame-src 'none'", "frame-src https://www.youtube-nocookie.com"
    )
    assert f'content="{allowed}"' in render_page(course(FAR), templates_folder())


def test_pauses_of_a_film_at_a_service_are_listed_only() -> None:
    """Nobody here knows how far it has played: there is no line for the question, and no choice that the film waits."""
    asked = course_factory.reflect("what-next", "What next?")
    pause = Pause(130, "what-next", course_factory.HERE, "")
    for media, offered in ((FAR, True), (TUBE, False)):
        film = replace(course_factory.film("talk", "The talk"), media=media, pauses=(pause,))
        page = render_page(course_factory.course(course_factory.module("one", "One", film, asked)), templates_folder())
        assert '<a class="film__question" href="#what-next">What next?</a>' in page and ">2:10<" in page
        assert ("data-film-point" in page, "data-film-stops" in page) == (offered, offered)


def words(page: str) -> str:
    """What a page says, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_administrators_read_which_hosts_to_allow() -> None:
    """And that nobody can count what is watched at a service."""
    page = words(render_handover(course(FAR, TUBE, frame=True), []))
    assert "films.example.org: “Film 0”, when a learner plays it." in page
    assert "www.youtube.com: “Film 1”, by a link that opens a tab of its own." in page
    assert "www.youtube-nocookie.com: “Film 1”, in the player of YouTube, which the page shows" in page
    assert "the page shows the player at www.youtube-nocookie.com" in page
    assert "when a learner plays films from there, films.example.org, www.youtube-nocookie.com" in page
    assert "“Film 0” (90 %), “Film 1” (as the learner says)" in page
    plain = words(render_handover(course(), []))
    assert "The course speaks to no server but the one that it came from. It has no trackers." in plain
    assert "Network" not in plain and "A film does not play" not in plain


def test_every_host_is_named_with_what_it_is_reached_for() -> None:
    """A service that is only linked to, several hosts, a second film, and where nothing but recordings are."""
    linked = words(render_handover(course(TUBE), []))
    assert "www.youtube.com: “Film 0”, by a link" in linked and "nocookie" not in linked
    assert "Open an address of www.youtube.com in a browser" in linked and "could not be loaded" not in linked
    assert "The course speaks to no server but the one that it came from. It has no trackers." in linked
    other = Remote("https://signs.example.org/talk.mp4", "signs.example.org", "file")
    signed = replace(course_factory.film("talk", "The talk"), media=FAR, sign=other)
    both = words(render_handover(course_factory.course(course_factory.module("one", "One", signed)), []))
    assert "signs.example.org: “The talk”, when a learner plays it" in both
    assert "Open an address of films.example.org or of signs.example.org in a browser" in both
    sound = Remote("https://radio.example.org/talk.mp3", "radio.example.org", "file")
    heard = replace(course_factory.film("talk", "The talk"), media=sound, audio=True)
    alone = course_factory.course(course_factory.module("one", "One", heard))
    page = words(render_handover(replace(alone, completion=Completion("all-modules", None, films=True)), []))
    assert "when a learner plays recordings from there, radio.example.org" in page
    assert "A recording does not play" in page and "These recordings must be heard, or their transcripts read" in page
    assert "film" not in page.lower()


def test_many_films_of_one_host_are_named_in_part() -> None:
    """Six of them, and how many more."""
    assert "“Film 5” and 3 more, when a learner plays them." in words(render_handover(course(*[FAR] * 9), []))


FILM_FAR = """---
title: One
---
## Watch: A film {#a-film}

[A film](https://films.example.org/talk.mp4)

- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
"""


def test_a_built_package_is_sound_and_says_what_it_loads(course_folder: Path, tmp_path: Path) -> None:
    """The film itself is not in it; its transcript is."""
    (course_folder / "01-welcome.md").write_text(FILM_FAR)
    outcome = build(course_folder, tmp_path / "out", ["web"])
    assert outcome.report.clean, outcome.report.diagnostics
    assert "For films learners need a network that allows films.example.org." in built_text(outcome)
    folder = tmp_path / "out"
    assert [path.name for path in folder.rglob("a-film.transcript.txt")] and not list(folder.rglob("*.mp4"))


def test_a_page_that_allows_more_than_its_films_need_is_reported(course_folder: Path, tmp_path: Path) -> None:
    """A host in the policy that no film names, and one that serves more than films."""
    import zipfile

    (course_folder / "01-welcome.md").write_text(FILM_FAR)
    outcome = build(course_folder, tmp_path / "out", ["web"])
    package = outcome.packages[0].path
    with zipfile.ZipFile(package) as kept:
        files = {name: kept.read(name) for name in kept.namelist()}
    name = next(name for name in files if name.endswith("index.html"))
    for wider in (b"https://films.example.org https://other.example.org;", b"https://films.example.org; child-src *;"):
        with zipfile.ZipFile(package, "w") as changed:
            for file, content in files.items():
                changed.writestr(
                    file, content.replace(b"https://films.example.org;", wider, 1) if file == name else content
                )
        assert "WEB-006" in {one.rule for one in verify_package(package)[0].diagnostics}
