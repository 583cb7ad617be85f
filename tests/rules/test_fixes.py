"""Every remedy that can be applied is: its fault is gone, no other has come, and what the author said is still there."""

import re
import shutil
from collections import Counter
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.assessment import AssessmentItem
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.read.language_tags import CODES
from tests.cases import for_each, sample
from tests.conftest import COURSE
from tests.rules.corpus import BASE, CASES, Case, applied, read
from tests.rules.test_fuzz import EVERY, MODULES, SLIPS, TEXTS, damaged

REVEALED = {
    ("GLO-001", "GLO-002"),  # a term that is there twice
    ("QUE-001", "A13"),  # a box that was empty, without a right answer beside it
    *(("STR-045", "A13"), ("STR-045", "W07"), ("STR-032", "W07")),  # a list or a paragraph that was none
    ("STR-045", "STR-048"),  # numbers of a list that was none, which then goes on from another
    ("STR-008", "QUE-014"),  # how many questions are drawn
    ("QUE-021", "W14"),  # words that were part of an option
    ("STR-043", "STR-031"),  # a sign in a title that was a comment
    ("MED-002", "STR-045"),  # the line below it, which then runs on
    *(("QUE-013", "STR-031"), ("QUE-008", "STR-031"), ("QUE-008", "QUE-005")),  # signs in the words above
}
"""A rule, and another whose breach nobody can see before the first is mended."""

RENAMES = {
    *(
        "STR-047",
        "A15",
        "A16",
        "INC-001",
        "MED-002",
        "MED-005",
        "PIC-001",
        "PIC-002",
        "QUE-013",
        "REC-001",
        "REC-004",
        "STR-007",
        "STR-008",
        "STR-011",
    ),
    *("STR-012", "STR-018", "STR-026", "STR-044", "THM-006", "VAR-001"),
}
"""Rules whose remedy writes a name or a label of the format otherwise: no more than these few words are replaced."""
REWRITES = {"A14", "MED-004", "QUE-010", "QUE-018", "W11"}
"""Rules whose remedy writes a number, a time or a colour otherwise, or says how large a file is; each has tests of its own."""
ADDS = {
    "W07": {"lang"},
    "STR-031": {"warning", "note", "sub", "sup", "mark"},
    "LNK-001": {"https", "mailto"},
    "STR-045": {"x"},
    "STR-048": {"sub", "sup"},
    "STR-028": {"ok"},
}
"""Words of the format that a remedy adds."""
DROPS = {
    "STR-028": {"note", "ignore"},
    "STR-031": {"textbf", "emph", "item", "link"},
    "QUE-002": {"1"},
    "STR-048": {"quad", "qquad"},
}
"""Words of another format that a remedy takes out; before a tick box the number of an entry counts as one."""
DELETES = {"QUE-012", "QUE-016"}
"""Rules whose remedy is to delete an option that says nothing where it stands."""
UNTICKS = {"QUE-008", "QUE-011", "QUE-018", "QUE-022", "QUE-026"}
"""Rules of questions whose boxes say nothing of what is right, and of one that had none and has a test of its own."""
REMEDIED = [case for case in CASES if "\n    fix:" in case.finds]
"""Cases with a remedy that can be applied: test_corpus.py holds what is found, word for word."""
SEVERAL = [case for case in REMEDIED if case.finds.count("\n    hint: ") > 1]
"""Those in which more is found than one fault: one alone is tried by itself."""
MOST = 4
"""Words of a name."""


def counted(report: Report) -> Counter[tuple[str, str]]:
    """How often each rule is broken in each file."""
    return Counter((diagnostic.span.path, diagnostic.rule) for diagnostic in report.diagnostics)


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, without tick boxes and the signs that entries of lists begin with."""
    text = unescape(text)
    text = re.sub(
        r"^(?:\s|\\?>)*(?:-[ ](?=\(?(?:[a-hа-гא-يأ-ي]|[ivx]{1,4})[.)׳-]|\d+\\))?(?:\\?[-*+•·–—−‐▪●○➢]|[o§](?=\s)|\(?\d{1,2}(?:\ufe0f?\u20e3)?\\?[.)]?(?=[ \t]*[^\W\d])|[（(]?[一二三１-９א-يأ-ي۱-۹१-৯][）)、．.-]|\(?(?:[a-hа-г]|[ivx]{1,4})[.)])[ \t]*",
        "",
        text,
        flags=re.MULTILINE,
    )
    text = re.sub(
        r"(?:\\?\[ *[xXхХχΧｘＸ✓✔]? *\\?\]|[({][ xX✓✔]?[)}])(?:x(?=\s))?|\[[xX](?=\s)|[☐☑☒✓✔]|&gt;", " ", text
    )
    return re.findall(r"[^\W\d_]+|\d+", text.casefold())


TITLED = {"MED-001"}
"""Where a bare address becomes a link, whose words are those of the heading above it."""


def ticks(text: str) -> int:
    """How many options are ticked, in whatever way."""
    return len(
        re.findall(r"\[ *[xXхХχΧｘＸ✓✔](?!\w)|\([xX]\)|[☑☒]|\[\][xX](?=\s)|^\W*[✓✔]|\{[xX]\}", text, re.MULTILINE)
    )


def said_otherwise(before: str, after: str, diagnostic: Diagnostic) -> list[str]:
    """What an author said and the remedy does not, or the other way round; names and labels of the format aside."""
    old, new = Counter(words_of(before)), Counter(words_of(after))
    lost, gained = list((old - new).elements()), list((new - old).elements())
    rule = diagnostic.rule
    if rule in RENAMES or "[[" in diagnostic.message:  # a link of a note book, which has the title of its module
        return [] if len(lost) <= MOST and len(gained) <= MOST else [*lost, *gained]
    if rule in REWRITES:
        return lost if rule == "W11" else []
    if rule in DELETES:
        braces = words_of(diagnostic.excerpt[diagnostic.excerpt.find("{") :])
        return [*gained, *(word for word in lost if word not in braces)]
    lost = [word for word in lost if word not in DROPS.get(rule, ())]
    heading = old if rule in TITLED else ()
    return [*lost, *(word for word in gained if word not in {*ADDS.get(rule, ()), *CODES, *heading})]


def questions(course: Course, path: str, first: int, last: int) -> dict[str, AssessmentItem]:
    """The questions of a course that do not hold any of these lines of a file, without their places."""
    kept = {}
    for module in course.modules:
        starts = [item.span.line for item in module.items if item.span.path == path]
        for item in module.items:
            end = min((line for line in starts if line > item.span.line), default=10**9)
            if item.span.path != path or last < item.span.line or first >= end:
                kept[f"{module.id} {item.id}"] = replace(item, span=Span(path))
    return kept


def try_every_fix(folder: Path, name: str = "") -> int:
    """Apply each remedy of a course alone, hold the outcome against what was there, and take it back. Gives how many."""
    course, report = read(folder)
    for diagnostic in (fixable := [d for d in report.diagnostics if d.fix]):
        (path,) = {edit.path for edit in diagnostic.fix}
        source = (folder / path).read_text(encoding="utf-8")
        mended = applied(source, diagnostic.fix)
        (folder / path).write_text(mended, encoding="utf-8", newline="\n")
        try:
            after, found = read(folder)
        finally:
            (folder / path).write_text(source, encoding="utf-8", newline="\n")
        told = f"{name}: {diagnostic.rule} {diagnostic.excerpt!r}: {diagnostic.hint}"
        key = (diagnostic.span.path, diagnostic.rule)
        assert counted(found)[key] < counted(report)[key], f"the fault is still there: {told}"
        new = {rule for _, rule in counted(found) - counted(report) if (diagnostic.rule, rule) not in REVEALED}
        assert not new, f"{sorted(new)} is new: {told}"
        assert not said_otherwise(source, mended, diagnostic), f"it changes what is said: {told}"
        kept = diagnostic.rule in UNTICKS or ticks(mended) == ticks(source)
        assert kept, f"it changes which answer is right: {told}"
        first, last = diagnostic.fix[0].line, diagnostic.fix[-1].end_line
        others = questions(course, path, first, last) if path.endswith(".md") else {}
        later = questions(after, path, 10**9, 0)
        assert others.items() <= later.items(), f"it changes another question: {told}"
    return len(fixable)


@for_each("case", REMEDIED, ids=lambda case: case.title, one_in=3)
def test_every_remedy_of_the_corpus_mends_its_fault_and_nothing_else(case: Case, tmp_path: Path) -> None:
    """One at a time, in each damaged source."""
    case.lay("damaged", tmp_path / "course")
    try_every_fix(tmp_path / "course", case.title)


@for_each("case", SEVERAL, ids=lambda case: case.title, one_in=3)
def test_remedies_of_one_source_go_together(case: Case, tmp_path: Path) -> None:
    """Applied one after the other, they come to an end, and leave only what an author must decide or write."""
    folder = tmp_path / "course"
    case.lay("damaged", folder)
    for _ in range(40):
        diagnostic = next((d for d in read(folder)[1].diagnostics if d.fix), None)
        if diagnostic is None:
            return
        file = folder / diagnostic.fix[0].path
        file.write_text(applied(file.read_text(encoding="utf-8"), diagnostic.fix), encoding="utf-8", newline="\n")
    pytest.fail(f"mending does not end: {diagnostic}")


def test_an_answer_line_becomes_the_ticks_that_it_names(tmp_path: Path) -> None:
    """By a letter, by several, by a number, by the words of an option, with a reason."""
    folder = tmp_path / "course"
    next(case for case in CASES if case.title == "answers in a line below the options").lay("damaged", folder)
    while fix := next((d.fix for d in read(folder)[1].diagnostics if d.fix), ()):
        file = folder / fix[0].path
        file.write_text(applied(file.read_text(encoding="utf-8"), fix), encoding="utf-8", newline="\n")
    items = read(folder)[0].modules[0].items
    right = [[choice.content.text for choice in item.choices if choice.correct] for item in items]
    assert right == [["This"], ["This", "Neither"], ["That"], ["That"], ["That"], ["That"]]
    assert [len(item.choices) for item in items] == [2, 3, 2, 2, 2, 2]
    assert items[-1].modal_feedback


def test_the_corpus_has_remedies_enough() -> None:
    """Otherwise the tests above would look at nothing."""
    mended = [rule for case in CASES for rule in re.findall(r"^\S+ (\S+) .*\n    hint: .*\n    fix:", case.finds, re.M)]
    assert len(mended) >= 300
    assert len(set(mended)) >= 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the first course, whose modules are damaged one after another."""
    made = tmp_path_factory.mktemp("fixes") / "course"
    shutil.copytree(COURSE, made)
    (made / EVERY).write_text(TEXTS[EVERY], encoding="utf-8")
    (made / "images").mkdir(exist_ok=True)
    shutil.copy(BASE / "images" / "team.png", made / "images" / "team.png")
    return made


@settings(max_examples=sample(120), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([*MODULES, EVERY, EVERY]),
    how=st.sampled_from(sorted(SLIPS)),
    where=st.integers(0, 10_000),
)
def test_every_remedy_for_a_slip_of_the_hand_mends_it_and_nothing_else(
    folder: Path, name: str, how: str, where: int
) -> None:
    """The first course with one slip in it."""
    (folder / name).write_text(damaged(TEXTS[name], how, where, " "), encoding="utf-8", newline="\n")
    try:
        try_every_fix(folder)
    finally:
        (folder / name).write_text(TEXTS[name], encoding="utf-8", newline="\n")
