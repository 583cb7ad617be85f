"""W11: a link to a file says what kind of file it is, and how large."""

from tests.cases import for_each
from tests.limits.pairs import HEAD, MODULE, read_files

KINDS = {
    "pdf": "PDF",
    "doc": "Word",
    "docx": "Word",
    "odt": "OpenDocument",
    "rtf": "RTF",
    "xls": "Excel",
    "xlsx": "Excel",
    "ods": "OpenDocument",
    "csv": "CSV",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "odp": "OpenDocument",
    "zip": "ZIP",
    "epub": "EPUB",
    "mp3": "MP3",
}


def found(link: str, ending: str, size: int = 1) -> list[tuple[str, str]]:
    """Rule and hint of what is reported about a link to a file."""
    text = f"{HEAD}Read [{link}](plan.{ending}) first.\n"
    return [(one.rule, one.hint) for one in read_files({MODULE: text, f"plan.{ending}": b"x" * size})[1].diagnostics]


@for_each("ending", KINDS)
def test_each_kind_has_its_name(ending: str) -> None:
    """The name goes into the brackets with the size; with both, nothing is reported."""
    kind = KINDS[ending]
    assert found("our team", ending) == [("W11", f"Write [our team ({kind}, 1 KB)](...).")]
    assert found(f"our team ({kind})", ending) == [("W11", f"Write [our team ({kind}, 1 KB)](...).")]
    assert found("our team (1 KB)", ending) == [("W11", f"Write [our team (1 KB, {kind})](...).")]
    assert found(f"our team ({kind}, 1 KB)", ending) == []


@for_each(
    ("size", "shown"),
    [(1, "1 KB"), (1499, "1 KB"), (1501, "2 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"), (2_345_678, "2.3 MB")],
)
def test_the_size_is_said_as_people_say_it(size: int, shown: str) -> None:
    assert found("our team", "pdf", size) == [("W11", f"Write [our team (PDF, {shown})](...).")]


@for_each("said", ["20 KB", "20kB", "3 MB", "1 GB", "4 MiB", "800 bytes", "4 pages", "1 page", "5 min"])
def test_what_says_how_long_it_is_will_do(said: str) -> None:
    assert found(f"our team (PDF, {said})", "pdf") == []


def test_a_file_of_another_kind_need_not_say_it() -> None:
    assert found("our team", "txt") == []
