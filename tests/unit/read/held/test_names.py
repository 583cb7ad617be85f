"""Ids, places and names of files that words become, as every version makes them: `names.txt`.

Learners' answers and links from outside hang on them. A line that changes there cuts somebody off.
`SNAPSHOTS=write` adds what is missing; what stands there stays.
"""

from pathlib import Path

from builder.read.files.portable_names import PortableNames, portable_name
from builder.read.words_to_ids import anchor_of, block_id, exact_id_of, id_of
from tests.rules.corpus import REREAD, WRITING
from tests.scripts_of_the_world import EVERY

HELD = Path(__file__).with_name("names.txt")
LONG = "trust time money people power place words"
LENGTHS = (
    *(LONG.replace("-", " ")[:length].strip() for length in (28, 29, 30, 31, 32)),
    *(f"{LONG} {'x' * length}" for length in (5, 6, 7, 8)),
    *("y" * length for length in (30, 31, 47, 48, 49, 50)),
    *("ї" * length for length in (47, 48, 49)),
    *(f"{'ж' * 30} {'ї' * length}" for length in (16, 17, 18)),
    *(f"{'z' * length} a b" for length in (44, 45, 46, 47, 48, 49)),
    "дім " * 13,
)
WORDS = (
    *(
        "a",
        "ab",
        "a1",
        "1a",
        "É",
        "éa",
        "5 %",
        "1:2",
        "1.5",
        "1,5",
        "12",
        "-5",
        "a -5",
        "(-5)",
        "[-5",
        "a-5",
        "−5",
        "5−",
        "a –7",
        "5-3",
    ),
    *(
        "a$",
        "a+b",
        "a<b",
        "a=b",
        "a>b",
        "a^b",
        "a|b",
        "a~b",
        "a%",
        "a&b",
        "#a",
        "a/b",
        "a@b",
        "a*",
        "a_b",
        "a\\b",
        "`a`",
        "a!",
    ),
    *(
        "£5",
        "5 ±",
        "5″",
        "5′ a",
        "a´",
        "a…",
        "a−b",
        "a–b",
        "«a»",
        "a 🙂",
        "½",
        "a²",
        "ﬁne",
        "Ⅳ",
        "a\u0301",
        "\u0301",
        "a\u20dd",
        "aʼb",
    ),
    *(
        "Straße",
        "GROẞ",
        "Øl",
        "Łódź",
        "Đ a",
        "Ħa",
        "þorn",
        "æther",
        "œuvre",
        "ıi",
        "ŋa",
        "əa",
        "ĸa",
        "Hawaiʻi",
        "naïve café",
        "Ǆ",
    ),
    *(
        "isn't",
        "isn’t",
        "'a'",
        "’a",
        "a  b",
        " a ",
        "--a--",
        "a--b",
        "a.b",
        "a. b.",
        "",
        "-",
        "…",
        "’",
        "0",
        "007",
        "9 a",
    ),
)
FILES = (
    *(
        "index.html",
        "imsmanifest.xml",
        "readme.html",
        "a.xsd",
        "b/a.xsd",
        "A.XSD",
        "xsd",
        "a.xsd.png",
        "README.HTML",
        "b/index.html",
    ),
    *(
        "con",
        "CON.txt",
        "prn.a",
        "aux.tar.gz",
        "nul",
        "com1",
        "com10.a",
        "com.a",
        "lpt9.x",
        "lpta",
        "acon.a",
        "con-a",
        "b/aux/a.png",
    ),
    *(
        "a.b",
        "a..b",
        "a.-.b",
        "-a-.png",
        ".a",
        "a.",
        "a.123456789",
        "a.12345678",
        "a.b c",
        "a.p-g",
        "a_b.PNG",
        "a b.png",
        "a(1).png",
    ),
    *(
        f"ї.{ending}"
        for ending in ("mp4", "webm", "png", "JPG", "jpeg", "gif", "webp", "svg", "avif", "vtt", "srt", "mp3", "m4a")
    ),
    *(f"ї.{ending}" for ending in ("ogg", "oga", "opus", "wav", "aac", "flac", "pdf", "")),
    *(f"{'a' * length}.png" for length in (99, 100, 101, 102)),
    *(f"ї{'a' * 46}-{'b' * length}.png" for length in (2, 3, 4)),
    *("1ї.png", "1-ї.png", "a1ї.png", "-.png", "ß.png", "їa/b.png", "a/ї/b.png", "Ünï/a.png", "a/b/../c.png"),
)
TOGETHER = (
    *(
        "a.png",
        "A.png",
        "a.PNG",
        "a",
        "a/b.png",
        "b/c",
        "b/c/d.png",
        "b",
        "B/c",
        "c/d/e.png",
        "c/d",
        "c",
        "x.y",
        "x.y/z",
        "index.html",
    ),
    *("files/index.html", "files", "INDEX.html", "ї.png", "ї.PNG", "a-b.png", "a b.png", "a.png"),
)
"""Files of one course: each takes what those before it left."""


def rows() -> list[str]:
    """What is held: what it is made from, and what it becomes."""
    words = [
        f"{word!r} -> {id_of(word, 'option', 30)} {exact_id_of(word, 'option')} {exact_id_of(word, 'option', every=True)} "
        f"{block_id(word, 'quiz')} {anchor_of(word, 'part')}"
        for word in dict.fromkeys([*WORDS, *LENGTHS, *EVERY])
    ]
    names = PortableNames()
    given = [f"{file!r}, with those above -> {names.give(file)}" for file in TOGETHER[:-1]]
    again = names.give(TOGETHER[-1])
    return [
        *words,
        *(f"file {file!r} -> {portable_name(file)}" for file in FILES),
        *given,
        f"{TOGETHER[-1]!r}, again -> {again}",
    ]


def test_a_name_is_what_it_always_was() -> None:
    """Row by row."""
    made = rows()
    held = HELD.read_text(encoding="utf-8").rstrip("\n").split("\n") if HELD.exists() else []
    if WRITING:
        known = {row.partition(" -> ")[0]: row for row in held}
        held = [known.get(row.partition(" -> ")[0], row) for row in made]
        HELD.write_text("\n".join(held) + "\n", encoding="utf-8")
    assert made == held, REREAD
