"""Every alternative of a pattern is known, and what is near it is not: `answer_lines.txt` and `more.txt`.

The alternatives are written down a second time there, so that one that gets lost in the code is missed here.
"""

import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.model.media import Remote
from builder.read.blocks.film_remote import remote_film
from builder.read.blocks.film_source import FILM
from builder.read.files.source import Source
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines.labels import Key, is_label, key_of
from builder.read.near_miss.answer_lines.marks import bold_options, marks_of, wrong_mark
from builder.read.near_miss.answer_lines.options import Option, right_options
from builder.read.near_miss.answer_lines.words.letters import is_lettered
from builder.read.theme.own_files import read_own_files
from tests.cases import for_each
from tests.limits.complete.test_lists import ELSEWHERE
from tests.limits.pairs import report_of
from tests.rules.corpus import HEAD, MODULE

FILES = ("answer_lines.txt", "more.txt")
SOURCE = Source("a.md", ())
NOTHING = "nothing"


def line(text: str) -> Line:
    return Line(SOURCE, 1, 1, text)


@dataclass(frozen=True)
class Block:
    """Some words that mean the same in the same place."""

    constant: str
    reader: str
    form: str
    meaning: str
    words: tuple[str, ...]

    @property
    def texts(self) -> list[str]:
        return [self.form.replace("{}", word) for word in self.words]

    def __str__(self) -> str:
        return f"{self.constant}: {self.form} -> {self.meaning}"


def blocks() -> Iterator[Block]:
    """All that is written in the files."""
    for name in FILES:
        text = Path(__file__).with_name(name).read_text(encoding="utf-8")
        for section in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
            constant, *parts = section.strip("\n").split("\n\n")
            for part in parts:
                head, *rows = part.split("\n")
                match = re.fullmatch(r"\((\w+)\) (.*) -> (.*)", head)
                assert match, head
                words = tuple(word for row in rows for word in row.split(" | "))
                yield Block(constant, match[1], match[2], match[3], words)


def named(text: str) -> str:
    """What a line names as right."""
    key = key_of(line(text), anywhere=True)
    return key.named if key else NOTHING


def options(*words: str) -> list[Option]:
    return [Option(line(one), 0, "") for one in words]


SEVEN = options("A chat", "A letter", "A call and a chat", "A visit", "A plan", "A form", "A talk")


def right(text: str) -> str:
    """Which of seven options without letters are named, and the reason."""
    found = right_options(Key(line(text), 0, text), SEVEN)
    if not found or not found[0]:
        return NOTHING
    numbers = " ".join(str(number + 1) for number in sorted(found[0]))
    return f"{numbers} because: {found[1]}" if found[1] else numbers


def sign(text: str) -> str:
    """What marks an option as right, and what is left of it."""
    given = options("Blue", text)
    marks, kind = marks_of(given, []), ""
    if not marks:
        marks, kind = bold_options(given), "bold"
    return f"{marks[1].sign or kind} on {marks[1].without(text, 0).rstrip('.')}" if marks else NOTHING


def wrong(text: str) -> str:
    return wrong_mark(options(text)[0]) or NOTHING


def found_in(questions: list[str], rule: str, told: Callable[[str, str], str]) -> list[str]:
    """What is reported of each question of a module by a rule, from its message and its hint."""
    text, places = HEAD, []
    for number, question in enumerate(questions):
        first = text.count("\n") + 1
        text += f"{question.replace('Q:', f'Q{number}:')}\n\n"
        places.append(range(first, text.count("\n") + 1))
    reports = [d for d in report_of({MODULE: text}) if d.rule == rule and d.span.path == MODULE]
    return [next((told(d.message, d.hint) for d in reports if d.span.line in place), NOTHING) for place in places]


def verdicts(texts: list[str]) -> list[str]:
    """Whether feedback says right or wrong: under an option with a tick, and under one without."""
    forms = ("- [x] One\n  > {}\n- [ ] Two", "- [ ] One\n  > {}\n- [x] Two")
    said = [
        found_in([f"## Quiz: Which is so?\n\n{form.replace('{}', text)}" for text in texts], "QUE-018", lambda *_: "x")
        for form in forms
    ]
    meanings = {("x", NOTHING): "wrong", (NOTHING, "x"): "right", (NOTHING, NOTHING): NOTHING}
    return [meanings[pair] for pair in zip(*said, strict=True)]


def asked(texts: list[str]) -> list[str]:
    """Whether the right answer to a question may be called wrong."""
    questions = [f"## Quiz: {text}\n\n- [x] One\n  > Incorrect.\n- [ ] Two" for text in texts]
    return [
        "takes wrong answers" if one == NOTHING else NOTHING
        for one in found_in(questions, "QUE-018", lambda *_: "reported")
    ]


def scale(texts: list[str]) -> list[str]:
    return found_in([f"## Reflect: Why is it so?\n\n{text}" for text in texts], "QUE-018", lambda *_: "said")


def helps(texts: list[str]) -> list[str]:
    questions = [f"## Quiz: Which is so?\n\n- [x] One\n- [ ] Two\n\n{text}" for text in texts]
    return found_in(questions, "QUE-013", lambda _, hint: "Hint:" if "Write: Hint: so it is." in hint else hint)


def entries(texts: list[str]) -> list[str]:
    """Whether the second line of a paragraph, which begins with a sign, was meant as an entry of a list."""
    rows = [re.sub(r" (?=[–o] )", "\n", text, count=1) for text in texts]
    return found_in(rows, "STR-045", lambda *_: "an entry")


def amounts(texts: list[str]) -> list[str]:
    """Whether a number between dollars was meant as money."""
    return found_in(texts, "STR-048", lambda *_: "money")


def sources(texts: list[str]) -> list[str]:
    return found_in([f"> Ring.\n>\n> {text}" for text in texts], "STR-048", lambda *_: "a source")


def captions(texts: list[str]) -> list[str]:
    return found_in(texts, "STR-044", lambda *_: "a caption")


def film(text: str) -> str:
    """What an address leads to."""
    found = remote_film(text, FILM.endings, FILM.noun)
    if isinstance(found, Remote):
        return found.source.rpartition("?v=")[2] if found.frame else "a film"
    message = found.message
    for meaning in ("a film that not every browser plays", "a page"):
        if f" {meaning}" in message:
            return meaning
    return "no film"


def of_settings(text: str) -> str:
    """The example that is given for a setting of a module."""
    hints = [d.hint for d in report_of({MODULE: f"---\ntitle: Welcome\n{text}\n---\n\nSo.\n"})]
    return next((match[1] for hint in hints if (match := re.search(r"for example: (\w+: \[.*\])", hint))), NOTHING)


def of_theme(name: str) -> str:
    """What is said of a file in the folder of the look."""
    with tempfile.TemporaryDirectory() as root:
        (Path(root) / "theme").mkdir()
        (Path(root) / "theme" / name).write_text("x", encoding="utf-8")
        return next((d.message.partition(":")[0] for d in read_own_files(Path(root))[2]), NOTHING)


def one_by_one(meaning: Callable[[str], str]) -> Callable[[list[str]], list[str]]:
    return lambda texts: [meaning(text) for text in texts]


READERS: dict[str, Callable[[list[str]], list[str]]] = {
    "line": one_by_one(named),
    "alone": one_by_one(lambda text: "a label" if is_label(text) else NOTHING),
    "lettered": one_by_one(lambda text: "yes" if is_lettered(text) else NOTHING),
    "options": one_by_one(right),
    "sign": one_by_one(sign),
    "wrong": one_by_one(wrong),
    "verdict": verdicts,
    "asked": asked,
    "scale": scale,
    "help": helps,
    "entry": entries,
    "caption": captions,
    "amounts": amounts,
    "sources": sources,
    "film": one_by_one(film),
    "settings": one_by_one(of_settings),
    "theme": one_by_one(of_theme),
}


@for_each("block", blocks)
def test_each_alternative_means_what_the_list_says(block: Block) -> None:
    """And so do those beside it, which mean something else or nothing."""
    read = dict(zip(block.words, READERS[block.reader](block.texts), strict=True))
    meant = {word: block.meaning.replace("{}", word) for word in block.words}
    assert {word: meaning for word, meaning in read.items() if meaning != meant[word]} == {}


def test_every_list_that_is_said_to_be_held_here_is() -> None:
    """From both sides: something in it, and something near it."""
    here = {name for name, place in ELSEWHERE.items() if "tests/limits/rows/" in place}
    meanings = {name: {block.meaning for block in blocks() if block.constant == name} for name in here}
    assert here == {block.constant for block in blocks()}
    assert [name for name in here if len(meanings[name]) < 2] == []
