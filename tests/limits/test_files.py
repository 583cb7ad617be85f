"""Limits of files: captions and films, settings, fragments, sizes."""

import struct

from builder.model.content import Fragment
from builder.read.files.portable_names import portable_name
from builder.read.files.source import Source
from builder.read.ids import slug
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.lines import Node
from builder.read.questions.option_ids import ids_of
from tests.cases import for_each
from tests.hostile.signs import SHAPES
from tests.limits.pairs import Files, Pair, breaks, module, report_of, settings, words
from tests.rules.corpus import COURSES, HEAD, MODULE

FILM = "## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n- descriptions: not needed (only the speaker is shown)"


def stamp(seconds: float) -> str:
    return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"


def captions(*cues: tuple[float, float, str], more: str = "", film: bytes | None = None) -> Files:
    """A film with these captions: when each begins and ends, and what it says."""
    track = "WEBVTT\n\n" + "\n\n".join(f"{stamp(start)} --> {stamp(end)}\n{text}" for start, end, text in cues) + "\n"
    files = {MODULE: f"{HEAD}{FILM}\n{more}", "media/film.en.vtt": track}
    return files | ({"media/film.mp4": film} if film else {})


def film(seconds: float) -> bytes:
    """A film of that length (ISO 14496-12, `mvhd`)."""
    data = (COURSES / "films" / "12-seconds.mp4").read_bytes()
    at = data.index(b"mvhd") + 16
    return data[:at] + struct.pack(">II", 1000, round(seconds * 1000)) + data[at + 8 :]


def said(lacking: int) -> Files:
    """A transcript that lacks so many of the hundred words of the captions."""
    spoken = [f"w{number}" for number in range(100)]
    cues = [(5.0 * n, 5.0 * n + 5, " ".join(spoken[10 * n : 10 * n + 10])) for n in range(10)]
    return {**captions(*cues, more="- transcript: media/film.md\n"), "media/film.md": " ".join(spoken[lacking:]) + "\n"}


def long_film(seconds: float) -> Files:
    cues = [(0.0, 5.0, "Welcome."), *((30.0 * n, 30.0 * n + 5, "And so on.") for n in range(1, 20))]
    return captions(*cues, film=film(seconds))


def drawn(count: int) -> Files:
    questions = "\n\n".join(f"## Quiz: Which {n}?\n\n- [x] This\n- [ ] That" for n in range(2))
    return {MODULE: f"---\ntitle: Welcome\ndraw: {count}\n---\n\n{questions}\n"}


def named(length: int) -> Files:
    return {"course.yml": f"id: {'a' * length}\ntitle: A sample course\nlanguage: en-GB\n"}


def deep(depth: int) -> Files:
    """Settings nested so deep."""
    return settings(f"standards: {'[' * depth}{']' * depth}")


def _of_bytes(size: int) -> str:
    """A module of so many bytes, in few and long lines, which are read sooner than many short ones."""
    line = "a" * 9_999 + "\n"
    return HEAD + (line * (size // len(line) + 1))[: size - len(HEAD)]


def layers(count: int) -> Files:
    """So many boxes inside each other."""
    return module(
        "## Layers: What is around?\n\n" + "".join(f"**Layer {number}**\n\nSo.\n\n" for number in range(count))
    )


def shaped(name: str, count: int) -> Files:
    """A module of one shape, of so many parts."""
    return module(SHAPES[name](count))


def with_font(size: int) -> Files:
    """A course with a font of so many bytes."""
    fonts = "theme:\n  fonts:\n    - file: theme/a.woff2\n      licence: theme/OFL.txt"
    font = b"wOF2" + bytes(4) + size.to_bytes(4, "big") + bytes(size - 12)
    return {**settings(fonts), "theme/a.woff2": font, "theme/OFL.txt": "Copyright somebody."}


def with_cover(size: int) -> Files:
    """A course whose cover has a picture of so many bytes."""
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><path d="M0 0h8"/></svg>'
    cover = "cover:\n  picture: images/a.svg\n  picture-text: A line"
    return {**settings(cover), "images/a.svg": drawn + b" " * (size - len(drawn))}


PAIRS = [
    Pair("read.theme.cover.MOST_BYTES", "THM-004", with_cover(300_000), with_cover(300_001)),
    Pair("read.theme.reader.MOST_BYTES", "THM-004", with_font(100_000), with_font(100_001)),
    Pair("read.blocks.parts.MOST_LAYERS", "QUE-017", layers(20), layers(21), "21 layers"),
    Pair("check.question_size.MOST_STEPS", "QUE-017", shaped("steps", 60), shaped("steps", 61), "61 steps"),
    Pair("check.question_size.MOST_TARGETS", "QUE-017", shaped("groups", 60), shaped("groups", 61), "groups"),
    Pair(
        "check.question_size.MOST_ROWS",
        "QUE-017",
        shaped("things in a group", 199),
        shaped("things in a group", 200),
        "201 rows",
    ),
    Pair("check.question_size.MOST_CHOICES", "QUE-017", shaped("labels", 200), shaped("labels", 201), "201 options"),
    Pair("check.question_size.MOST_GAPS", "QUE-017", shaped("gaps", 200), shaped("gaps", 201), "201 gaps"),
    Pair(
        "check.question_size.MOST_ACCEPTED",
        "QUE-017",
        shaped("answers to a gap", 99),
        shaped("answers to a gap", 100),
        "101 answers",
    ),
    Pair("check.film.captions.WIDEST", "W05", captions((0, 5, "a" * 42)), captions((0, 5, "a" * 43)), "characters; 42"),
    Pair("check.film.captions.LINES", "W05", captions((0, 5, "a\nb")), captions((0, 5, "a\nb\nc")), "3 lines"),
    Pair(
        "check.film.captions.FASTEST",
        "W05",
        captions((0, 3, f"{'a' * 30}\n{'b' * 29}")),
        captions((0, 3, f"{'a' * 30}\n{'b' * 30}")),
        "characters a second",
    ),
    Pair("check.film.captions.SHORTEST", "W05", captions((0, 0.7, "Hm.")), captions((0, 0.699, "Hm.")), "too short"),
    Pair("check.film.captions.LONGEST", "W05", captions((0, 7, "Hm.")), captions((0, 7.001, "Hm.")), "read it twice"),
    Pair(
        "check.film.captions._PAST_THE_END",
        "A08",
        captions((0, 5, "Hm."), (6, 13, "Hm."), film=film(12)),
        captions((0, 5, "Hm."), (6, 13.001, "Hm."), film=film(12)),
    ),
    Pair(
        "half of a film",
        "A08",
        captions((0, 6, "Hm."), film=film(12)),
        captions((0, 5.999, "Hm."), film=film(12)),
        "before the middle",
    ),
    Pair(
        "half of a film",
        "A08",
        captions((0, 1, "Hm."), (7, 12, "Hm."), film=film(12)),
        captions((0, 1, "Hm."), (7.001, 12, "Hm."), film=film(12)),
        "no caption from",
    ),
    Pair(
        "check.film.captions.UNSAID",
        "W22",
        captions((0, 7, "Hm."), (17, 24, "Hm.")),
        captions((0, 7, "Hm."), (17.001, 24, "Hm.")),
        "no caption from",
    ),
    Pair(
        "a pause at the end of a film",
        "W22",
        captions((0, 7, "Hm."), (7, 14, "Hm."), film=film(24)),
        captions((0, 7, "Hm."), (7, 14, "Hm."), film=film(24.001)),
        "to the end of the film",
    ),
    Pair(
        "two captions at a time",
        "W05",
        captions((0, 5, "Hm."), (5, 6, "Hm.")),
        captions((0, 5, "Hm."), (4.999, 6, "Hm.")),
        "before another one ends",
    ),
    Pair("check.film.alternatives.DIFFERENCE", "W06", said(10), said(11)),
    Pair("check.film.alternatives.LONG_FILM", "W15", long_film(600), long_film(600.001)),
    Pair(
        "share of a film that counts as watched",
        "MED-002",
        captions((0, 5, "Hm."), more="- watched: 100%\n"),
        captions((0, 5, "Hm."), more="- watched: 101%\n"),
    ),
    Pair(
        "share of a film that counts as watched",
        "MED-002",
        captions((0, 5, "Hm."), more="- watched: 1%\n"),
        captions((0, 5, "Hm."), more="- watched: 0%\n"),
    ),
    Pair("questions that are drawn", "QUE-014", drawn(1), drawn(2)),
    Pair("read.settings.keys.module.MODULE_KEYS", "STR-008", drawn(999), drawn(1000)),
    Pair("read.settings.keys.module.MODULE_KEYS", "STR-008", drawn(1), drawn(0)),
    Pair("read.settings.keys.course.COURSE_KEYS", "STR-008", settings("time: 999"), settings("time: 1000")),
    Pair("read.settings.keys.course.COURSE_KEYS", "STR-008", settings("time: 1"), settings("time: 0")),
    Pair("read.settings.keys.course.COURSE_KEYS", "STR-008", settings("pass-mark: 100"), settings("pass-mark: 101")),
    Pair("read.settings.keys.course.COURSE_KEYS", "STR-008", settings("pass-mark: 1"), settings("pass-mark: 0")),
    Pair("read.settings.keys.course.COURSE_KEYS", "STR-008", settings("attempts: 20"), settings("attempts: 21")),
    Pair("read.settings.keys.course.COURSE_KEYS", "STR-008", settings("attempts: 1"), settings("attempts: 0")),
    Pair("characters of a version", "STR-008", settings("version: " + "1" * 20), settings("version: " + "1" * 21)),
    Pair("read.settings.keys.key.ID", "STR-008", named(60), named(61)),
    Pair("read.settings.keys.key.ID", "STR-008", named(2), named(1)),
    Pair("read.settings.yaml_spans._DEEPEST", "STR-005", deep(20), deep(21), "nested too deeply"),
    Pair("read.files.source.LONGEST_LINE", "STR-004", module("a" * 20_000), module("a" * 20_001)),
    Pair(
        "read.files.source.LARGEST_FILE",
        "STR-004",
        {MODULE: _of_bytes(4_000_000)},
        {MODULE: _of_bytes(4_000_001)},
    ),
    Pair(
        "read.markdown.includes.MOST",
        "INC-002",
        {**module("\n\n".join(["[It](_it.md)"] * 200)), "_it.md": "So.\n"},
        {**module("\n\n".join(["[It](_it.md)"] * 201)), "_it.md": "So.\n"},
    ),
]


@for_each("pair", PAIRS, ids=str)
def test_a_step_further_breaks_the_rule(pair: Pair) -> None:
    """Just within the limit nothing is said of it; just beyond, it is."""
    assert not breaks(pair, pair.within), "what is within the limit is reported"
    assert breaks(pair, pair.beyond), "what is beyond the limit is not reported"


def depth(nodes: list[Node]) -> int:
    return 1 + max((depth(node.children) for node in nodes), default=0) if nodes else 0


def test_quotes_are_read_forty_deep() -> None:
    """read.markdown.lines.DEEPEST: 40 quotes and the paragraph in them; one more is words, which is reported."""
    assert depth(parse_blocks(Source("a.md", ("> " * 40 + "a",)))[0]) == 41
    assert depth(parse_blocks(Source("a.md", ("> " * 41 + "a",)))[0]) == 41


@for_each("sign", ["> ", "- ", "1. ", "> - "])
def test_what_stands_deeper_than_is_read_is_reported(sign: str) -> None:
    """Learners would see the signs; a list inside of lists is words as well."""
    fits, deep = (sign * (depth // (len(sign.split()))) + "So it is." for depth in (40, 42))
    assert not {d.rule for d in report_of(module(fits))} & {"STR-004"}
    assert [(d.rule, d.span.line) for d in report_of(module(deep))] == [("STR-004", 5)]


@for_each(("shared", "longest"), [(30, 60), (60, 120), (120, 200)])
def test_an_id_is_as_long_as_it_takes(shared: int, longest: int) -> None:
    """read.questions.option_ids._LENGTHS: options that begin alike have ids of the next length; others of the first."""
    options = [Fragment((), "a" * shared + end) for end in ("b", "c")]
    first, second = ids_of(options, "option")
    assert first != second and shared < len(first) <= longest
    assert len(ids_of([Fragment((), "a" * 300)], "option")[0]) == 30
    alike = [Fragment((), "a" * 200 + end) for end in ("b", "c")]
    first, second = ids_of(alike, "option")
    assert first != second and {one[:31] for one in (first, second)} == {"a" * 30 + "-"}


def test_a_long_name_of_a_file_is_cut() -> None:
    """read.files.portable_names._LONGEST: of more than 100 characters half are left, and a hash."""
    assert portable_name("a" * 100 + ".png") == "a" * 100 + ".png"
    cut, other = portable_name("a" * 101 + ".png"), portable_name("a" * 102 + ".png")
    assert cut.startswith("a" * 50 + "-") and len(cut) == 63 and cut != other


def test_an_id_from_words_has_48_characters() -> None:
    """And ends with a whole word, where there is one."""
    assert len(slug("a" * 49)) == 48
    assert slug(words(16, "ab")) == "-".join(["ab"] * 16)
    assert slug(words(17, "ab")) == "-".join(["ab"] * 16)


@for_each(("size", "shown"), [(999_499, "999 KB"), (999_500, "1.0 MB"), (1, "1 KB")])
def test_a_size_is_told_in_the_unit_that_fits(size: int, shown: str) -> None:
    """A thousand kilobytes are a megabyte."""
    (fault,) = report_of({**module("[The plan](files/plan.pdf)"), "files/plan.pdf": b" " * size})
    assert fault.hint == f"Write [The plan (PDF, {shown})](...)."


@for_each(("count", "named"), [(3, ""), (4, " and 1 more")])
def test_three_includers_are_named(count: int, named: str) -> None:
    """check.includes.MOST: of more, how many there are."""
    modules = {f"0{number}-m.md": f"---\ntitle: M{number}\n---\n\n[It](_it.md)\n" for number in range(2, count + 2)}
    reports = report_of({**modules, "_it.md": "See [](https://www.example.org/).\n"})
    places = ", ".join(f"0{number}-m.md:5" for number in range(2, 5))
    assert {d.hint.partition("(")[2] for d in reports} == {f"Included by {places}{named}.)"}


@for_each(("count", "more"), [(12, ""), (13, " and others")])
def test_twelve_ids_are_listed(count: int, more: str) -> None:
    """check.page.link_targets.MOST."""
    headings = "\n\n".join(f"## P{number:02} {{#p{number:02}}}\n\nSo." for number in range(count))
    (fault,) = report_of(module(f"See [it](#zzzzzzzz).\n\n{headings}"))
    listed = ", ".join(f"#p{number:02}" for number in range(12))
    assert fault.hint.endswith(f"has: {listed}{more}.")
