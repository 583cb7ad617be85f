"""Names of files: found as a disk has them, given as every LMS takes them, and never two the same."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.read.files.assets import AssetProblem, Assets, written
from builder.read.files.portable_names import PortableNames, portable_name
from tests.cases import for_each, sample
from tests.scripts_of_the_world import EVERY, sayings

PORTABLE = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?(?:/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)*")


@for_each(
    ("source", "name"),
    [
        ("media/film.mp4", "media/film.mp4"),
        ("Images/Team Photo (1).JPG", "images/team-photo-1.jpg"),
        ("media/Café-plan.v2.pdf", "media/cafe-plan.v2.pdf"),
        ("media/фільм.mp4", r"media/film-[b-z2-9]{8}\.mp4"),
        ("media/Фільм про довіру.MP4", r"media/film-[b-z2-9]{8}\.mp4"),
        ("медіа/команда.png", r"folder-[b-z2-9]{8}/picture-[b-z2-9]{8}\.png"),
        ("media/субтитри.uk.vtt", r"media/uk-[b-z2-9]{8}\.vtt"),
        ("files/план НСЗ 2026.pdf", r"files/file-[b-z2-9]{8}\.pdf"),
        ("files/Straße.pdf", r"files/strasse-[b-z2-9]{8}\.pdf"),
        ("media/.mp4", r"media/film-[b-z2-9]{8}\.mp4"),
        ("media/♥.svg", r"media/picture-[b-z2-9]{8}\.svg"),
        ("files/довідка", r"files/file-[b-z2-9]{8}"),
        ("files/aux.png", r"files/file-aux\.png"),
        ("files/CON.txt", r"files/file-con\.txt"),
    ],
)
def test_a_name_is_taken_by_every_lms_and_keeps_its_ending(source: str, name: str) -> None:
    """Latin names stay as they are; others have a stem of what the file is and a hash."""
    assert re.fullmatch(name, portable_name(source)), portable_name(source)
    assert portable_name(unicodedata.normalize("NFD", source)) == portable_name(source)


@given(sayings(), st.sampled_from([".mp4", ".PNG", ".vtt", ".pdf", ""]))
@settings(max_examples=sample(300))
def test_any_name_becomes_a_portable_one(words: str, ending: str) -> None:
    """Of letters that every system has, without an end that one of them drops, and with its ending."""
    name = portable_name(f"media/{words.replace('/', ' ')}{ending}")
    assert PORTABLE.fullmatch(name) and name.endswith(ending.lower()) and name.startswith("media/"), name


@given(st.lists(sayings(), min_size=2, max_size=8, unique=True))
@settings(max_examples=sample(200))
def test_two_files_never_have_one_name(words: list[str]) -> None:
    """Nor a file that of a folder, whatever capitals count for on a machine; a file has the same name each time."""
    names = PortableNames()
    sources = [f"{one.replace('/', ' ')}{ending}" for one in words for ending in (".png", ".PNG", "", "/a.png")]
    given_names = [names.give(source) for source in sources]
    assert len(set(given_names)) == len(sources)
    assert [names.give(source) for source in sources] == given_names
    folders = {"/".join(name.split("/")[:-1]) for name in given_names if "/" in name}
    assert not folders & set(given_names)


def test_names_that_are_ours_are_left_to_us() -> None:
    """The page, the manifest, and what SCORM wants beside it."""
    names = PortableNames()
    assert names.give("index.html") == "files/index.html" and names.give("lom.xsd") == "files/lom.xsd"
    assert names.give("files/index.html") not in ("files/index.html", "index.html")


@for_each("on_disk", ["NFC", "NFD"])
@for_each("in_text", ["NFC", "NFD"])
@for_each("path", ["images/їжа.png", "Фото/Ünïcode ở đâu.png", "한국/사진.png", "が/ガ.png"])
def test_a_name_is_found_in_either_form(tmp_path: Path, path: str, on_disk: str, in_text: str) -> None:
    """A Mac takes letters apart, a keyboard does not; folders too."""
    (tmp_path / "images").mkdir()
    file = tmp_path / unicodedata.normalize(on_disk, path)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"-")
    asset = Assets(tmp_path).find(unicodedata.normalize(in_text, path))
    assert (tmp_path / asset.source).read_bytes() == b"-" and asset.name == portable_name(path)


@for_each(
    ("there", "address", "meant"),
    [
        ("images/Team.PNG", "Images/team.png", "images/Team.PNG"),
        ("images/Team.PNG", "IMAGES/TEAM.PNG", "images/Team.PNG"),
        ("Медіа/Фільм.mp4", "медіа/фільм.mp4", "Медіа/Фільм.mp4"),
        ("images/a/b/deep.png", "images/A/B/Deep.png", "images/a/b/deep.png"),
        ("images/team photo.png", "images/Team%20Photo.png", "images/team%20photo.png"),
        ("images/team.png", "image/team.png", "images/team.png"),
        ("images/team.png", "plans/2026.pdf", ""),
    ],
)
def test_a_name_that_is_nearly_right_gets_the_right_one(tmp_path: Path, there: str, address: str, meant: str) -> None:
    """In capitals or spelling, of the file or of its folders, as it can be pasted."""
    (tmp_path / there).parent.mkdir(parents=True)
    (tmp_path / there).write_bytes(b"-")
    with pytest.raises(AssetProblem) as raised:
        Assets(tmp_path).find(address)
    assert (raised.value.rule, raised.value.meant) == ("A16", meant)
    assert raised.value.hint == (f"Did you mean {meant}?" if meant else "Put the file there, or correct its name here.")
    if meant:
        assert Assets(tmp_path).find(meant).source == there


@for_each(
    "name", ["a#b.png", "what?.png", "50%.png", "100%25.png", "two words.png", 'it\'s "so".png', "(1).png", "a&b.png"]
)
def test_a_name_with_signs_is_found_as_it_is_written_in_an_address(tmp_path: Path, name: str) -> None:
    """What a hint says can be pasted."""
    (tmp_path / name).write_bytes(b"-")
    assert Assets(tmp_path).find(written(name)).source == name
    assert not re.search(r"[#?\s()<>\"]", written(name))


@for_each(("name", "address"), [("a#b.png", "a#b.png"), ("media/what?.png", "media/what?.png")])
def test_a_sign_that_ends_an_address_is_told(tmp_path: Path, name: str, address: str) -> None:
    """With what to write in its place."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"-")
    with pytest.raises(AssetProblem, match="would end its address") as raised:
        Assets(tmp_path).find(address)
    assert Assets(tmp_path).find(raised.value.meant).source == name


@for_each("words", [word for word in EVERY if "/" not in word])
def test_two_forms_of_a_name_are_one_file(tmp_path: Path, words: str) -> None:
    """In the package it has one name, whichever form each text has."""
    (tmp_path / f"{unicodedata.normalize('NFD', words)}.png").write_bytes(b"-")
    assets = Assets(tmp_path)
    address = written(unicodedata.normalize("NFC", f"{words}.png"))
    assert assets.find(address) is assets.find(unicodedata.normalize("NFD", address))
