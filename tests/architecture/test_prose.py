"""What `STYLE.md` asks of words, as far as a test can hold it."""

import ast
import io
import re
import tokenize
import tomllib
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from builder.render.interface.catalogues import load_strings
from tests.cases import for_each

ROOT = Path(__file__).parents[2]

PAGES = sorted(
    path
    for path in (
        *ROOT.glob("*.md"),
        *(p for f in ("builder", "course", "dist", "templates", "tests") for p in (ROOT / f).rglob("*.md")),
    )
    if not any(path.is_relative_to(ROOT / "tests" / folder) for folder in ("courses", "samples"))
    and not (path.is_relative_to(ROOT / "course") and path.name != "README.md")
    and not path.is_relative_to(ROOT / "tests" / "golden" / "course")
    and not set(path.relative_to(ROOT).parts) & {"examples", "starter", "help", "kinds", "quiz", "artefacts"}
)
"""Pages for people; not courses, which are what authors wrote."""

LONGEST = 25
"""Words of a sentence."""

BANNED = {
    r"\b(?:is|are|was|were|be|being|been) told\b": "report, or say who tells whom what",
    r"\btold (?:of|about|one by one|at once)\b": "report",
    r"\btells? of\b": "report",
    r"\bspeaks? of\b": "be about",
    r"\b(?:is|are) said to be\b": "is marked as",
    r"\bto who\b": "to a learner who",
    r"\bin silence\b": "without a message",
    r"\be\.g\.|\bi\.e\.|\betc\b": "for example, that is, and so on",
    r"\b(?:utili[sz]e|leverage|seamless|robust|simply|obviously)\b": "a plain word, or nothing",
    r"\b(?:color|behavior|center|license[sd]?) ": "British spelling",
}
"""What we do not write -> what to write."""


def prose(page: Path) -> str:
    """A page without code, comments and what a program wrote into it; code in a line becomes the word `code`."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"<!-- from the code: .*?<!-- end -->", "", text, flags=re.DOTALL)
    text = re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"\A---\n.*?^---\n", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]+(?:\n[^`\n]+)?`", "code", text)
    return re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)


def pieces(text: str) -> Iterator[str]:
    """Paragraphs, entries of lists and cells of tables, each on one line and without signs of markdown."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    for block in re.split(r"\n\s*\n", text):
        for entry in re.split(r"\n(?=\s*(?:[-*]|\d+\.) |\||#)", block):
            if not re.match(r" {4}\S", entry):
                yield from (" ".join(cell.split()) for cell in (entry.split("|") if entry.startswith("|") else [entry]))


def sentences(piece: str) -> list[str]:
    """The sentences of a piece. One ends at a full stop, question or exclamation mark before a capital, a digit or a quote."""
    return re.split(r"(?<=[.!?])[”\"')*]*\s+(?=[“\"'(*]*[A-Z0-9]|code\b)", re.sub(r"^(?:[-*]|\d+\.|#+) ", "", piece))


def words(sentence: str) -> int:
    """How many words a sentence has; signs alone are none."""
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


@for_each("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_sentences_are_short(page: Path) -> None:
    """A reader keeps the beginning of a sentence in mind until its end."""
    long = [one for piece in pieces(prose(page)) for one in sentences(piece) if words(one) > LONGEST]
    assert long == []


@for_each("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_pages_use_our_words(page: Path) -> None:
    """The table of STYLE.md names what it forbids; it alone may."""
    assert page.name == "STYLE.md" or banned_in(prose(page)) == []


def banned_in(text: str) -> list[str]:
    """Each banned phrase with what stands around it, and what to write."""
    plain = " ".join(text.split())
    return [
        f"…{plain[max(0, found.start() - 40) : found.end() + 20]}…: write {better}"
        for pattern, better in BANNED.items()
        for found in re.finditer(pattern, plain, re.IGNORECASE)
    ]


def test_the_counter_counts_as_a_reader_does() -> None:
    """A number keeps its point; cells and entries are sentences of their own."""
    text = "It takes 0.42 s. “Really?” Use code.\n\n- One\n- Two (code)\n\n| a b | c |\n| --- | --- |\n"
    found = [one for piece in pieces(text) for one in sentences(piece) if words(one)]
    assert found == ["It takes 0.42 s.", "“Really?", "Use code.", "One", "Two (code)", "a b", "c"]
    assert [words(one) for one in found] == [4, 1, 2, 1, 2, 2, 1]
    assert banned_in("The line is told.") and not banned_in("She told her tutor.")


def test_learners_read_no_words_of_the_trade() -> None:
    """They know a site, a page and a device. Pages for administrators have the other words."""
    strings = load_strings(ROOT / "templates", "en")
    trade = re.compile(r"\b(?:LMS|VLE|SCORM|suspend|launch|browser storage|JavaScript|cache|session data)\b")
    assert [key for key, words in strings.items() if trade.search(words)] == []


ROOMS = (
    "read",
    "check",
    "render",
    "kinds",
    "authoring",
    "preview",
    "package",
    "verify",
    "films",
    "stand_in",
    "model",
    "captions",
    "media",
)
"""Rooms of the builder whose docstrings and comments were gone through with STYLE.md."""

MODULES = [
    *(path for room in ROOMS for path in sorted((ROOT / "builder" / room).rglob("*.py"))),
    *sorted((ROOT / "tests").rglob("*.py")),
]


def notes(module: Path) -> Iterator[str]:
    """The docstrings and comments of a module: not its messages."""
    source = module.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


@for_each("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_docstrings_and_comments_use_our_words(module: Path) -> None:
    """As the pages do. A module that has no such phrase anywhere is not taken apart."""
    if banned_in(module.read_text(encoding="utf-8")):
        assert [found for note in notes(module) for found in banned_in(note)] == []


def texts_of_rules() -> Iterator[tuple[str, str]]:
    """What each rule says, and why, with the rule's id."""
    for path in sorted((ROOT / "builder" / "rules" / "en").glob("*.toml")):
        for rule, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield from ((rule, entry[part].replace("`", "")) for part in ("title", "why"))


def messages() -> Iterator[tuple[str, str]]:
    """What the faults of the corpus say, and their hints, with the file that holds the case."""
    for path in sorted((ROOT / "tests" / "courses").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"(?:\S*:)?\d+:\d+ [A-Z]+-?\d+ (.+)| {4}hint: (.+)", line):
                yield path.name, found[1] or found[2]


@pytest.mark.parametrize("text", [texts_of_rules, messages], ids=["rules", "messages"])
def test_what_authors_read_uses_our_words(text: Callable[[], Iterator[tuple[str, str]]]) -> None:
    """The rules, and the messages and hints of the corpus."""
    read = list(text())
    assert len(read) > 100
    assert [(where, found) for where, words_ in read for found in banned_in(words_)] == []


def test_rules_are_short() -> None:
    """Each sentence of a rule."""
    assert [(rule, one) for rule, text in texts_of_rules() for one in sentences(text) if words(one) > LONGEST] == []


NAMES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("builder", "templates", "tests", "course", ".ci")
    for path in (ROOT / folder).rglob("*")
    if not {"__pycache__", "artefacts", "node_modules"} & set(path.parts)
)
"""Every file and folder of ours."""

MADE_LATER = {"dist/lab.html", "satchel.js", "templates/__pycache__"}
"""What a command writes."""


def paths_in(page: Path) -> list[str]:
    """The files and folders of ours that a page names in code, with `*` where it leaves a part open."""
    spans = re.findall(
        r"`([\w./<>*-]+?(?::\d+)?)`", re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    )
    ours = re.compile(r"(?:builder|templates|tests|\.ci)/|.*\w\.(?:py|m?js|css)(?::\d+)?$")
    return [re.sub(r"<[^>]*>|\bNAME\b", "*", span) for span in spans if ours.match(span) and span not in MADE_LATER]


@for_each("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_files_that_a_page_names_exist(page: Path) -> None:
    """From the root, from the page's folder, or by the end of their path; a line that is named is there too."""
    missing = []
    for named in paths_in(page):
        path, _, line = named.partition(":")
        end = path.rstrip("/")
        found = [name for name in NAMES if fnmatch(f"/{name}", f"*/{end}")] or [named] * (ROOT / end).exists()
        if not found or (line and int(line) > len((ROOT / found[0]).read_text(encoding="utf-8").splitlines())):
            missing.append(named)
    assert missing == []


def test_a_path_that_does_not_exist_is_found(tmp_path: Path) -> None:
    """Folders, files, lines and open parts; words and examples of authors are none."""
    (tmp_path / "a.md").write_text(
        "`builder/none.py` `cli.py:1` `cli.py:99999` `templates/NAME/NAME.js` `media/film.mp4` `a/b`"
    )
    assert paths_in(tmp_path / "a.md") == ["builder/none.py", "cli.py:1", "cli.py:99999", "templates/*/*.js"]
