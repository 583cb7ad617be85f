"""Limits of packages, of what is reported of them, and of comparing two versions: just within, and just beyond."""

import zipfile
from pathlib import Path

import pytest

from builder.compare.changes.meaning import is_correction
from builder.films.flashes import RATE, find_flashes
from builder.model.diagnostics import Span
from builder.model.rules import fault
from builder.package.imsmanifest.identifiers import identifiers_of
from builder.package.imsmanifest.titles import shorten
from builder.verify.finding import abridged
from builder.verify.zip_file.container import is_swollen, open_container, oversized
from builder.verify.zip_file.entries import verify_entries
from tests.cases import for_each


def entry(size: int, packed: int = 1) -> zipfile.ZipInfo:
    """A member that says it is so large."""
    info = zipfile.ZipInfo("a.html")
    info.file_size, info.compress_size = size, packed
    return info


def test_a_member_is_swollen_beyond_16_megabytes_and_200_times_its_packed_size() -> None:
    """verify.zip_file.container._SWOLLEN_SIZE, _SWOLLEN_RATIO and _LARGEST_TEXT"""
    large = 16 << 20
    assert [is_swollen(entry(large)), is_swollen(entry(large + 1))] == [False, True]
    assert [is_swollen(entry(200 << 20, packed)) for packed in ((1 << 20) - 1, 1 << 20)] == [True, False]
    assert [oversized(entry(64 << 20)), oversized(entry((64 << 20) + 1))] == [False, True]


def test_a_package_is_swollen_beyond_256_megabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """verify.zip_file.container._SWOLLEN_TOTAL, of all members together."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.html", "so")
    read = zipfile.ZipFile.infolist

    def swollen(total: int) -> bool:
        monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda self: [entry(total - 5), entry(5)])
        opened = open_container(path)
        monkeypatch.setattr(zipfile.ZipFile, "infolist", read)
        with opened as container:  # type: ignore[union-attr]
            return container.swollen

    assert [swollen(256 << 20), swollen((256 << 20) + 1)] == [False, True]


@for_each(("length", "rules"), [(200, set()), (201, {"PKG-010"})])
def test_a_name_in_a_package_has_200_characters_at_most(tmp_path: Path, length: int, rules: set[str]) -> None:
    """verify.zip_file.entries._LONGEST_NAME"""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a" * (length - 5) + ".html", "so")
    with open_container(path) as container:  # type: ignore[union-attr]
        assert {one.rule for one in verify_entries(container)} & {"PKG-010"} == rules


def test_25_faults_of_a_kind_are_told_and_the_others_counted() -> None:
    """verify.finding._MOST_OF_A_KIND: of each rule in each member."""

    def listed(count: int) -> list[str]:
        return [one.message for one in abridged(fault("PKG-009", Span("a.html"), "so", "Do.") for _ in range(count))]

    assert listed(25) == ["so"] * 25
    assert listed(26) == ["so"] * 24 + ["so (and 1 more like it in this file)"]
    both = [fault(rule, Span("a.html"), "so", "Do.") for rule in ("PKG-009", "PKG-010") for _ in range(25)]
    assert len(list(abridged(both))) == 50


def test_a_title_in_a_manifest_has_200_characters_at_most() -> None:
    """package.imsmanifest.titles.TITLE_LIMIT: beyond, it ends with a whole word."""
    assert shorten("a" * 200) == "a" * 200
    assert shorten("a" * 201) == "a" * 199 + "…"
    assert shorten("so " + "a" * 197) == "so " + "a" * 197
    assert shorten("so " + "a" * 198) == "so…"
    assert shorten("a" * 199 + " so") == "a" * 199 + "…"
    assert shorten(f"so, – {'a' * 200}") == "so…"
    assert shorten("so \x00 it\n is\ud800") == "so it is"


def test_an_id_of_40_characters_stands_whole_in_a_manifest() -> None:
    """package.imsmanifest.identifiers.LONGEST: of a longer one, or one with other signs, the beginning and a hash."""
    within, beyond = identifiers_of("a" * 40), identifiers_of("a" * 41)
    assert within.item == f"item_{'a' * 40}"
    assert beyond.item.startswith(f"item_{'a' * 31}_") and len(beyond.item) == len("item_") + 40
    assert identifiers_of("a-b").item == "item_a_b" != identifiers_of("a_b").item


@for_each(
    ("was", "now", "is_slip"),
    [
        ("trust", "trusd", True),
        ("trus", "trud", False),
        ("families", "fameleis", False),
        ("partner", "pardnar", True),
        ("teache", "taechi", False),
        ("trust", "crust", False),
        ("trust me", "Trust, me!", True),
        ("trust", "trust me", False),
        ("24 days", "25 days", False),
    ],
)
def test_a_slip_in_a_word_of_five_letters_changes_nothing(was: str, now: str, is_slip: bool) -> None:
    """compare.changes.meaning._LEAST: two in one of seven; never the first letter, and never a number."""
    assert is_correction(was, now) is is_slip


def flashing(changes: int, seconds: float, dark: int = 0, light: int = 255, cells: int = 144) -> bool:
    """Whether so many changes of light within so many seconds are too many."""
    frames, every = [bytes(144)] * RATE, round(seconds * RATE / changes)
    for number in range(changes):
        lit = number % 2 == 0
        frames += [bytes([light if lit else dark] * cells + [dark] * (144 - cells))] * every
    return bool(find_flashes([*frames, *([bytes([dark] * 144)] * RATE)]))


def test_flashes_are_counted_as_the_standard_counts_them() -> None:
    """films.flashes: seven changes in a second, in six cells of 144, from a dark that is no bright light."""
    assert [flashing(6, 0.6), flashing(8, 0.8)] == [False, True]
    assert [flashing(8, 0.8, cells=5), flashing(8, 0.8, cells=6)] == [False, True]
    assert [flashing(8, 0.8, dark=0, light=grey) for grey in (80, 100)] == [False, True]
    assert [flashing(8, 0.8, dark=grey) for grey in (200, 240)] == [True, False]
