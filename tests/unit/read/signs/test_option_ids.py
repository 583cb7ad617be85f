"""Ids that authors write behind the words of options: they are those of the options, whatever the words become."""

from pathlib import Path

from builder.kinds import KINDS
from builder.model.course import Course
from builder.model.source_facts import OptionId
from builder.read import read_course
from tests.cases import for_each

COURSE = "id: course\ntitle: A\nlanguage: en-GB\n"
QUESTIONS = {
    "Quiz": (
        "- [x] {one} {{#one}}\n  > Why.\n- [ ] {two} {{#two}}\n- [ ] [{three}]{{lang=cy}} {{#three}}",
        ["one", "two", "three"],
    ),
    "Order": ("1. {one} {{#one}}\n2. {two} {{#two}}\n3. {three}\n   wrapped {{#three}}", ["one", "two", "three"]),
    "Scale": ("- {one} {{#one}}\n- {two} {{#two}}\n- {three} {{#three}}", ["one", "two", "three"]),
    "Sort": (
        "**{one}** {{#one}}\n\n- {two} {{#two}}\n\n**{three}:** {{#three}}\n\n- {four} {{#four}}",
        ["one", "three", "two", "four"],
    ),
    "Match": (
        "| A | B |\n| --- | --- |\n| {one} {{#one}} | {two} {{#two}} |\n| {three} {{#three}} | {four} {{#four}} |",
        ["two", "four", "one", "three"],
    ),
    "Stages": ("1. {one} {{#one}}\n2. {two} {{#two}}\n3. {three} {{#three}}", ["one", "two", "three"]),
}
WORDS = {"one": "Trust", "two": "Time to learn", "three": "Fear of blame", "four": "Room"}
OTHERS = {"one": "Ymddiriedaeth", "two": "Amser", "three": "Ofn", "four": "Lle"}


def read(folder: Path, kind: str, words: dict[str, str]) -> Course:
    """A course with a question of a kind; what is wrong in it fails the test."""
    (folder / "course.yml").write_text(COURSE, encoding="utf-8")
    body = QUESTIONS[kind][0].format(**words)
    (folder / "01-a.md").write_text(f"---\ntitle: A\n---\n## {kind}: Which one? {{#which}}\n{body}\n", encoding="utf-8")
    course, report = read_course(folder, KINDS)
    assert not report.diagnostics
    return course


@for_each("kind", QUESTIONS)
def test_an_id_behind_the_words_is_that_of_the_option(kind: str, tmp_path: Path) -> None:
    """It is known with its place, and no learner sees it."""
    course = read(tmp_path, kind, WORDS)
    found = course.modules[0].facts.option_ids
    assert [one.id for one in found] == QUESTIONS[kind][1] and all(one.own for one in found)
    assert not any("{#" in passage.text for passage in course.modules[0].facts.passages)


@for_each("kind", [kind for kind in QUESTIONS if kind != "Stages"])
def test_what_is_right_keeps_its_fingerprint_when_words_change(kind: str, tmp_path: Path) -> None:
    """A stored answer is known by ids, and judged by the fingerprint of what is right."""
    before, after = (read(tmp_path, kind, words).modules[0].items[0] for words in (WORDS, OTHERS))
    right = before.kind.right
    assert [choice.id for choice in before.choices] == [choice.id for choice in after.choices]
    assert right is None or right(before.interaction) == right(after.interaction)


def test_an_option_without_an_id_has_one_from_its_words(tmp_path: Path) -> None:
    """The same as ever; its place is noted, so that it can be written there."""
    (tmp_path / "course.yml").write_text(COURSE, encoding="utf-8")
    text = "---\ntitle: A\n---\n## Quiz: Which one?\n- [x] Time to learn\n- [ ] Fear {#fear}\n"
    (tmp_path / "01-a.md").write_text(text, encoding="utf-8")
    found = read_course(tmp_path, KINDS)[0].modules[0].facts.option_ids
    assert found == (OptionId("time-to-learn", "01-a.md", 5, 7), OptionId("fear", "01-a.md", 6, 7, own=True))


def test_an_id_has_240_characters_at_most(tmp_path: Path) -> None:
    """More than words can make; one letter more is reported."""
    (tmp_path / "course.yml").write_text(COURSE, encoding="utf-8")
    for length, sound in ((240, True), (241, False)):
        text = f"---\ntitle: A\n---\n## Quiz: Which one?\n- [x] Time {{#{'a' * length}}}\n- [ ] Fear\n"
        (tmp_path / "01-a.md").write_text(text, encoding="utf-8")
        assert (not read_course(tmp_path, KINDS)[1].errors) is sound


@for_each(
    ("options", "name"),
    [
        ("- [x] True\n- [ ] False", "true-false"),
        ("- [x] Prawda {#true}\n- [ ] Fałsz {#false}", "true-false"),
        ("- [x] True {#yes}\n- [ ] False {#no}", "choice"),
    ],
)
def test_true_and_false_are_known_by_their_ids(options: str, name: str, tmp_path: Path) -> None:
    """In any language; the run-time names them to an LMS by their ids."""
    (tmp_path / "course.yml").write_text(COURSE, encoding="utf-8")
    text = f"---\ntitle: A\n---\n## Quiz: Which one?\n{options}\n"
    (tmp_path / "01-a.md").write_text(text, encoding="utf-8")
    assert read_course(tmp_path, KINDS)[0].modules[0].items[0].kind.name == name
