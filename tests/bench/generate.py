"""Writes a course of any size in the author's format. The same arguments give the same bytes.

    python tests/bench/generate.py --modules 1000 --out DIR [--seed 1] [--words 580] [--no-images] [--signs] [--questions 3]

Each module has about 580 words under three headings, three lists, a picture of 50 KB that cannot be compressed, two Quiz
blocks with one right answer and one with two; every tenth module ends with a Reflect block. With `--signs` two sentences of three carry emphasis, code or a link, as
authors write them.
"""

import argparse
import random
import struct
import zlib
from pathlib import Path

NOUNS = [
    "innovation",
    "children",
    "care",
    "practice",
    "leaders",
    "families",
    "system",
    "culture",
    "resource",
    "capability",
    "capacity",
    "partnership",
    "safeguarding",
    "framework",
    "stage",
    "evidence",
    "learning",
    "participation",
    "trust",
    "risk",
    "harm",
    "context",
    "policy",
    "economy",
    "review",
    "plan",
    "service",
    "team",
    "decision",
    "question",
    "outcome",
    "relationship",
    "support",
    "story",
    "insight",
    "community",
    "school",
    "health",
    "sector",
    "budget",
    "time",
    "space",
    "permission",
    "challenge",
    "hope",
]
VERBS = [
    "supports",
    "shapes",
    "changes",
    "needs",
    "limits",
    "enables",
    "builds",
    "tests",
    "shares",
    "questions",
    "grows",
    "sustains",
    "explains",
    "strengthens",
    "protects",
    "reviews",
    "measures",
]
ADJECTIVES = [
    "ethical",
    "local",
    "early",
    "shared",
    "clear",
    "careful",
    "strong",
    "fragile",
    "open",
    "wider",
    "practical",
    "inclusive",
    "honest",
    "steady",
    "new",
]


def sentence(dice: random.Random, signs: bool = False) -> str:
    """A sentence of seven or eight words."""
    one, two, three = dice.sample(NOUNS, 3)
    if signs:
        one, two, three = dice.choice(
            [
                (f"**{one}**", two, three),
                (one, f"*{two}*", three),
                (one, two, f"`{three}`"),
                (one, f"[{two} in practice](https://example.org/{two})", three),
                (one, two, three),
                (one, two, three),
            ]
        )
    start = dice.choice(["The", "A", "Each", "Every", "This"])
    return f"{start} {dice.choice(ADJECTIVES)} {one} {dice.choice(VERBS)} {two} and {three}."


def paragraph(dice: random.Random, words: int, signs: bool) -> str:
    """Sentences until there are that many words."""
    sentences: list[str] = []
    count = 0
    while count < words:
        sentences.append(sentence(dice, signs))
        count += len(sentences[-1].split())
    return " ".join(sentences)


def picture(dice: random.Random, side: int = 129) -> bytes:
    """A PNG of noise, about 50 KB."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + dice.randbytes(side * 3) for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def question(dice: random.Random, name: str, right_answers: int, signs: bool) -> list[str]:
    """A Quiz block with feedback on every option."""
    count = dice.choice([3, 4])
    right = set(dice.sample(range(count), right_answers))
    lines = [
        f"## Quiz: Which of these fits {dice.choice(NOUNS)} and {dice.choice(NOUNS)} in part {name}? {{#{name}}}",
        "",
    ]
    for number in range(count):
        lines += [f"- [{'x' if number in right else ' '}] {sentence(dice, signs)}", f"  > {sentence(dice, signs)}"]
    return [*lines, ""]


def module(dice: random.Random, number: int, words: int, images: bool, signs: bool, questions: int) -> str:
    """One module."""
    name = f"m{number:04d}"
    title = f"Module {number}, on {dice.choice(ADJECTIVES)} {dice.choice(NOUNS)}"
    lines = ["---", f"title: {title}", f"summary: {sentence(dice)}", "---", ""]
    for part in range(1, 4):
        lines += [f"## {sentence(dice)[:-1]} {{#{name}-part-{part}}}", "", paragraph(dice, words // 3 - 25, signs), ""]
        lines += [*(f"- {sentence(dice, signs)}" for _ in range(3)), ""]
    if images:
        lines += [f"![A field of coloured noise, number {number}](images/{name}.png)", ""]
    for quiz in range(1, questions + 1):
        lines += question(dice, f"{name}-q{quiz}", 2 if quiz % 3 == 0 else 1, signs)
    if number % 10 == 0:
        lines += [f"## Reflect: What does this mean for your service? {{#{name}-reflect}}", "", sentence(dice), ""]
    return "\n".join(lines)


def write_course(
    folder: Path,
    modules: int,
    seed: int = 1,
    words: int = 580,
    images: bool = True,
    signs: bool = False,
    questions: int = 3,
) -> None:
    """Write a course of so many modules into a folder."""
    dice = random.Random(f"{seed}/{modules}")
    (folder / "images").mkdir(parents=True, exist_ok=True)
    settings = (
        f"id: generated-{modules}\ntitle: A generated course of {modules} modules\nlanguage: en-GB\nversion: 1.0.0\n"
    )
    (folder / "course.yml").write_text(settings, encoding="utf-8")
    for number in range(1, modules + 1):
        (folder / f"{number:04d}-module.md").write_text(
            module(dice, number, words, images, signs, questions), encoding="utf-8"
        )
        if images:
            (folder / "images" / f"m{number:04d}.png").write_bytes(picture(dice))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=580)
    parser.add_argument("--no-images", action="store_true")
    parser.add_argument("--signs", action="store_true")
    parser.add_argument("--questions", type=int, default=3)
    given = parser.parse_args()
    write_course(given.out, given.modules, given.seed, given.words, not given.no_images, given.signs, given.questions)


if __name__ == "__main__":
    main()
