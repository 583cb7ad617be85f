"""What learners in progress notice of each change, told question by question."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from builder.compare import Comparison, Finished, Verdict, compare
from builder.compare.packages.data_file import read_data
from builder.compare.packages.finished import Film, Package
from builder.compare.telling import comparison_json, comparison_text
from builder.model import content
from builder.model.assessment import (
    AssessmentItem,
    Decision,
    ExtendedTextInteraction,
    Gap,
    LikertInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    NumericRange,
    Pair,
    Scene,
    SimpleAssociableChoice,
    StoryInteraction,
    TextEntryInteraction,
)
from builder.model.content import Paragraph, Text, TextBlocks
from builder.model.course import Completion, Course, Translation
from builder.model.diagnostics import Report, Span
from builder.render.comparison import comparison_json as data_file
from tests.lms.moodle.as_measured import keeps
from tests.unit.content_factory import paragraphs
from tests.unit.course_factory import ROWS, course, module, option, order, prose, quiz, reflect, words

IDENTIFIERS = (("manifest", "course_a"), ("organization", "organization_a"), ("item", "item_a"))


def finished(made: Course, **changes: object) -> Finished:
    """A course as it is read back from a package for SCORM 1.2; `changes` replace what course or package say."""
    around = {name: changes.pop(name) for name in ("destination", "identifiers", "launch") if name in changes}
    package = Package("course.zip", "scorm12", "index.html", IDENTIFIERS)
    read = read_data(data_file(made).encode(), replace(package, **around))  # type: ignore[arg-type]
    assert read is not None
    return replace(read, **changes)  # type: ignore[arg-type]


def asked(item: AssessmentItem, **interaction: object) -> AssessmentItem:
    """The question with another interaction."""
    return replace(item, kind=ROWS[type(interaction["of"])], interaction=interaction["of"])


def with_gap(before: str, after: str) -> TextBlocks:
    """A paragraph with one gap."""
    return (Paragraph((Text(before), content.Gap(0), Text(after))),)


def match(*pairs: tuple[str, str]) -> MatchInteraction:
    """Things and their partners; ids are the words."""
    sources = tuple(SimpleAssociableChoice(one.lower(), words(one), other.lower()) for one, other in pairs)
    targets = tuple(SimpleAssociableChoice(other.lower(), words(other)) for _, other in pairs)
    return MatchInteraction(sources, targets, grouped=False)


YES, NO, MAYBE = option("yes", "Yes", True), option("no", "No"), option("maybe", "Maybe")
QUIZ = quiz("q1", "Is it?", YES, NO)
ORDER = order("q2", "Which first?", option("a", "A"), option("b", "B"), option("c", "C"))
THOUGHT = reflect("r1", "What now?", paragraphs("Think."))
MATCH = asked(QUIZ, of=match(("Ann", "Tea"), ("Ben", "Milk")))
FILL = asked(QUIZ, of=TextEntryInteraction(with_gap("It needs ", " now."), (Gap(("trust", "confidence")),)))
NUMBER = asked(QUIZ, of=NumericEntryInteraction((NumericRange.about(Decimal(20), Decimal(2)),)))
SCALE = asked(QUIZ, of=LikertInteraction((option("low", "Low"), option("high", "High"))))


def story(*scenes: tuple[str, str]) -> StoryInteraction:
    """Scenes, each with the scene to which its only choice leads; an end has none."""
    return StoryInteraction(
        tuple(Scene(id, words(id), (), (Decision(words("On"), to),) if to else (), Span("m.md")) for id, to in scenes)
    )


STORY = asked(QUIZ, of=story(("aa", "bb"), ("bb", "cc"), ("cc", "")))


def base(*items: AssessmentItem) -> Course:
    """Two modules: the questions, and one without any."""
    return course(module("m1", "One", *(items or (QUIZ, ORDER, THOUGHT))), module("m2", "Two"))


def kinds(old: Course, new: Course) -> list[str]:
    """The kinds of change from one course to the other."""
    return [change.kind for change in compare(finished(old), finished(new)).changes]


def test_a_course_that_is_as_it_was_is_safe_to_replace() -> None:
    """Nothing is listed."""
    comparison = compare(finished(base()), finished(base()))
    assert (comparison.verdict, comparison.changes) == (Verdict.SAFE, ())
    text = comparison_text(comparison)
    assert "Safe to replace." in text and "Force new attempt" in text


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        pytest.param(QUIZ, replace(QUIZ, title=words("Was it?")), ["question-reworded"], id="title"),
        pytest.param(QUIZ, replace(QUIZ, prompt=paragraphs("Choose.")), ["question-reworded"], id="prompt"),
        pytest.param(QUIZ, quiz("q1", "Is it?", YES, NO, MAYBE), ["option-added"], id="a wrong option more"),
        pytest.param(quiz("q1", "Is it?", YES, NO, MAYBE), QUIZ, ["option-removed"], id="a wrong option less"),
        pytest.param(
            quiz("q1", "Is it?", YES, option("ask-them", "Ask them before you call")),
            quiz("q1", "Is it?", YES, option("ask-them", "Ask them after you call")),
            ["option-reworded", "option-letters"],
            id="an option reworded behind what its id says",
        ),
        pytest.param(QUIZ, quiz("q1", "Is it?", NO, YES), ["option-letters"], id="options in another order"),
        pytest.param(
            MATCH, asked(QUIZ, of=match(("Ben", "Milk"), ("Ann", "Tea"))), ["option-letters"], id="pairs in another order"
        ),
        pytest.param(
            QUIZ, quiz("q1", "Is it?", option("yes", "Yes"), option("no", "No", True)), ["right-answer"], id="right"
        ),
        pytest.param(
            QUIZ,
            quiz("q1", "Is it?", option("yea", "Yea", True), NO),
            ["option-reworded", "option-letters"],
            id="the right option reworded so that its id changes",
        ),
        pytest.param(
            QUIZ,
            quiz("q1", "Is it?", option("yea", "Yea"), option("no", "No", True)),
            ["option-removed", "option-added", "option-letters", "right-answer"],
            id="an option reworded that is wrong now",
        ),
        pytest.param(
            ORDER, order("q2", "Which first?", option("b", "B"), option("a", "A"), option("c", "C")), ["option-letters", "right-answer"],
            id="order",
        ),
        pytest.param(MATCH, asked(QUIZ, of=match(("Ann", "Milk"), ("Ben", "Tea"))), ["option-letters", "right-answer"], id="pairs"),
        pytest.param(
            MATCH,
            asked(QUIZ, of=match(("Ann", "Tea"), ("Ben", "Rum"))),
            ["option-removed", "option-added", "option-letters", "right-answer"],
            id="a partner",
        ),
        pytest.param(
            FILL,
            asked(QUIZ, of=TextEntryInteraction(with_gap("It needs ", " now."), (Gap(("trust",)),))),
            ["right-answer"],
            id="accepted words",
        ),
        pytest.param(
            FILL,
            asked(QUIZ, of=TextEntryInteraction(with_gap("It takes ", " now."), (Gap(("trust", "confidence")),))),
            ["question-reworded"],
            id="words around a gap",
        ),
        pytest.param(
            quiz("q1", "Is it?", YES, option("no", "No"), MAYBE),
            quiz("q1", "Is it?", YES, option("no", "No", True), MAYBE),
            ["right-answer"],
            id="tick boxes in place of radio buttons",
        ),
        pytest.param(NUMBER, asked(QUIZ, of=NumericEntryInteraction((NumericRange.about(Decimal(20), Decimal(3)),))), ["right-answer"], id="range"),
        pytest.param(
            replace(SCALE, unreported=True), replace(asked(QUIZ, of=LikertInteraction((option("low", "Low"), option("top", "Top")))), unreported=True),
            ["option-removed", "option-added"],
            id="labels of a scale that nobody is sent",
        ),
        pytest.param(STORY, asked(QUIZ, of=story(("aa", "cc"), ("bb", ""), ("cc", "bb"))), ["story-ways"], id="ways of a story"),
        pytest.param(QUIZ, replace(QUIZ, bank="safety"), ["question-bank"], id="a bank"),
        pytest.param(SCALE, replace(SCALE, unreported=True), ["question-reported"], id="reported no more"),
        pytest.param(replace(SCALE, unreported=True), SCALE, ["question-reported"], id="reported now"),
        pytest.param(
            replace(THOUGHT, interaction=ExtendedTextInteraction("lms-resume")), replace(THOUGHT, interaction=ExtendedTextInteraction("report")),
            ["question-privacy"],
            id="a reflection that tutors read",
        ),
        pytest.param(QUIZ, NUMBER, ["question-kind"], id="another kind"),
        pytest.param(THOUGHT, replace(THOUGHT, prompt=paragraphs("Think again.")), ["question-reworded"], id="a reflection"),
    ],
)  # fmt: skip
def test_each_change_of_a_question_is_told(before: AssessmentItem, after: AssessmentItem, wanted: list[str]) -> None:
    """That change, and no other; the new package may still take the place of the old one."""
    comparison = compare(finished(base(before)), finished(base(after)))
    assert [change.kind for change in comparison.changes] == wanted
    assert {change.id for change in comparison.changes} == {after.id}
    assert comparison.verdict is Verdict.EFFECTS
    assert all(change.what.endswith(".") and change.effect.endswith(".") for change in comparison.changes)


def test_the_right_answer_is_told_in_the_words_of_the_page() -> None:
    """Not by ids; and that answers are kept and looked at again."""
    changed = quiz("q1", "Is it?", option("yes", "Yes"), option("no", "No", True))
    (change,) = compare(finished(base(QUIZ)), finished(base(changed))).changes
    assert change.what == "Something else is right: “No”. Before: “Yes”."
    assert "keep their answer, and are asked to look at it again" in change.effect and "stays" in change.effect
    pairs = asked(QUIZ, of=match(("Ann", "Milk"), ("Ben", "Tea")))
    (change,) = compare(finished(base(MATCH), destination="web"), finished(base(pairs), destination="web")).changes
    assert "“Ann: Milk”; “Ben: Tea”" in change.what


def test_an_option_that_is_plainly_the_same_is_told_once() -> None:
    """In other words and under another id; who is asked to look again depends on whether it is right."""
    was = quiz(
        "q1", "Which?", option("ask-them", "Ask them what they need", True), option("wait", "Wait until they call")
    )
    now = quiz(
        "q1", "Which?", option("ask-her", "Ask her what they need", True), option("stay", "Stay until they call")
    )
    right, wrong, letters = compare(finished(base(was)), finished(base(now))).changes
    assert right.what == "The option “Ask them what they need” is worded “Ask her what they need” now."
    assert right.effect.startswith("Learners who answered it") and wrong.effect.startswith("Learners who had chosen it")
    assert letters.kind == "option-letters" and "stand for other words" in letters.what
    pairs = asked(QUIZ, of=match(("Ann", "Green tea"), ("Ben", "Milk")))
    other = asked(QUIZ, of=match(("Ann", "Some green tea"), ("Ben", "Milk")))
    assert kinds(base(pairs), base(other)) == ["option-reworded", "option-letters"]
    steps = order("q2", "Which first?", option("ask", "Ask all of them"), option("plan", "Plan with them"))
    swapped = order("q2", "Which first?", option("plan", "Plan with them"), option("all", "Ask each of them"))
    assert kinds(base(steps), base(swapped)) == ["option-reworded", "option-letters", "right-answer"]


@pytest.mark.parametrize(
    ("old", "new", "older"),
    [("1.2.0", "1.1.9", True), ("1.10.0", "1.9.0", True), ("1.0", "1.0.0", False), ("1.0.0", "1.1.0", False), ("2024b", "2024a", False)],
)  # fmt: skip
def test_a_version_that_is_older_than_the_one_before_is_remarked(old: str, new: str, older: bool) -> None:
    """Also where nothing else is different; a version that is no number says nothing of its place."""
    comparison = compare(finished(base(), version=old), finished(base(), version=new))
    assert (f"version {new}, older than {old}" in " ".join(comparison_text(comparison).split())) is older
    assert bool(comparison_json(comparison)["remark"]) is older
    assert comparison.verdict is Verdict.SAFE


def test_a_changed_course_of_the_same_version_is_remarked() -> None:
    """Nobody could tell the two apart in the LMS; a course that is as it was may keep its version."""
    changed = compare(finished(base()), finished(base(QUIZ, ORDER)))
    assert "Both say that they are version 1.0.0" in " ".join(comparison_text(changed).split())
    assert comparison_json(compare(finished(base()), finished(base())))["remark"] == ""


def test_a_question_that_lost_its_id_is_known_by_its_words() -> None:
    """Or by its options; the author gets the id to put back, and not a list of two changes."""
    (change,) = compare(finished(base(QUIZ)), finished(base(replace(QUIZ, id="is-it")))).changes
    assert (change.kind, change.id) == ("question-id", "is-it")
    assert "looks like the same question: put {#q1} back" in change.effect
    reworded = order("other", "Which is first?", option("a", "A"), option("b", "B"), option("c", "C"))
    assert kinds(base(ORDER), base(reworded)) == ["question-id"]
    assert kinds(base(THOUGHT), base(replace(THOUGHT, id="r2"))) == ["question-id"]
    other = quiz("q3", "Is it so?", YES, NO)
    assert kinds(base(QUIZ), base(other)) == ["question-removed", "question-added"]


def test_questions_added_removed_and_moved_are_told() -> None:
    """In a course that asks for answers, a new one is still to be given."""
    assert kinds(base(QUIZ), base(QUIZ, ORDER)) == ["question-added"]
    assert kinds(base(QUIZ, ORDER), base(QUIZ)) == ["question-removed"]
    assert kinds(base(QUIZ, ORDER, THOUGHT), base(ORDER, THOUGHT, QUIZ)) == ["question-moved"]
    elsewhere = course(module("m1", "One", ORDER), module("m2", "Two", QUIZ))
    (change,) = compare(finished(base(QUIZ, ORDER)), finished(elsewhere)).changes
    assert (change.kind, change.id) == ("question-moved", "q1") and "“Two”" in change.what
    asks = {"rule": "all-questions"}
    (change,) = compare(finished(base(QUIZ), **asks), finished(base(QUIZ, ORDER), **asks)).changes
    assert "must answer it too" in change.effect and "stays completed" in change.effect
    (change,) = compare(finished(base(QUIZ)), finished(base(QUIZ, ORDER))).changes
    assert "completion does not depend on it" in change.effect
    scored = {"rule": "pass-mark", "pass_mark": 80}
    (change,) = compare(finished(base(QUIZ, ORDER), **scored), finished(base(QUIZ), **scored)).changes
    assert "a little more of the score" in change.effect and "never lowered" in change.effect
    (change,) = compare(finished(base(QUIZ, THOUGHT)), finished(base(QUIZ))).changes
    assert "stays on their own device" in change.effect


def test_modules_added_removed_renamed_and_moved_are_told() -> None:
    """Completion is never taken away by any of it."""
    one, two, three = (module(f"m{at}", f"Module {at}") for at in (1, 2, 3))
    assert kinds(course(one, two), course(one, two, three)) == ["module-added"]
    assert kinds(course(one, two, three), course(one, three)) == ["module-removed"]
    assert kinds(course(one, two), course(one, replace(two, title="Another"))) == ["module-renamed"]
    assert kinds(course(one, two, three), course(three, one, two)) == ["module-moved"]
    for old, new in ((course(one), course(one, two)), (course(one, two), course(one))):
        (change,) = compare(finished(old), finished(new)).changes
        assert "Completion that was reached is never taken away." in change.effect


@pytest.mark.parametrize(
    ("change", "kind", "verdict"),
    [
        ({"rule": "all-questions"}, ["completion"], Verdict.EFFECTS),
        ({"rule": "pass-mark", "pass_mark": 80}, ["completion", "score"], Verdict.EFFECTS),
        ({"privacy": "report"}, ["privacy"], Verdict.EFFECTS),
        ({"language": "cy"}, ["language"], Verdict.EFFECTS),
        ({"launch": "start.html"}, [], Verdict.SAFE),
        ({"state_schema": 2}, ["state-schema"], Verdict.NEW_ACTIVITY),
        ({"state_schema": 4}, [], Verdict.SAFE),
        ({"version": "2.0.0"}, [], Verdict.SAFE),
        ({"identifiers": (*IDENTIFIERS[:2], ("item", "item_b"))}, ["identifier"], Verdict.NEW_ACTIVITY),
        ({"identifiers": (("manifest", "course_b"), *IDENTIFIERS[1:])}, ["identifier"], Verdict.NEW_ACTIVITY),
        ({"id": "b"}, ["course-id"], Verdict.NEW_ACTIVITY),
        ({"destination": "scorm2004"}, ["destination"], Verdict.NEW_ACTIVITY),
    ],
)
def test_changes_of_the_course_are_told(change: dict[str, object], kind: list[str], verdict: Verdict) -> None:
    """What records hang on makes another activity of it; all else is safe."""
    comparison = compare(finished(base()), finished(base(), **change))
    assert [change.kind for change in comparison.changes] == kind
    assert comparison.verdict is verdict


@pytest.mark.parametrize("changed", ["manifest", "organization", "item"])
def test_moodle_keeps_records_under_the_name_of_the_item(changed: str) -> None:
    """That it deletes them is said of this name alone; the others are grave for other LMSs."""
    new = tuple((name, f"{value}_b" if name == changed else value) for name, value in IDENTIFIERS)
    (change,) = compare(finished(base()), finished(base(), identifiers=new)).changes
    deleted = not keeps({"cmi": {}}, IDENTIFIERS, new)
    assert deleted is (changed == "item")
    assert ("Moodle deletes records, without a warning" in change.effect) is deleted
    assert ("Moodle keeps records under the name of the item." in change.effect) is not deleted
    assert keeps({"cmi": {}}, IDENTIFIERS, IDENTIFIERS)


def test_a_course_of_which_nothing_is_left_is_a_new_activity() -> None:
    """Modules with other ids would be found by nobody's record."""
    comparison = compare(finished(base()), finished(course(module("other", "One", QUIZ))))
    assert comparison.verdict is Verdict.NEW_ACTIVITY
    assert comparison.changes[0].kind == "modules-replaced"


def _new_activity() -> Comparison:
    return compare(finished(base()), finished(base(), identifiers=(("item", "x"),)))


def _effects() -> Comparison:
    return compare(finished(base()), finished(base(QUIZ, ORDER)))


def _web() -> Comparison:
    web = {"destination": "web", "identifiers": ()}
    return compare(finished(base(), **web), finished(base(QUIZ, ORDER), **web))


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (_new_activity, ["Publish as a new activity.", "Moodle deletes records", "Add a new activity", "hide the old one"]),
        (_effects, ["Safe, with these effects on learners in progress.", "What now?  (r1)", "replace the file", "tell those"]),
        (_web, ["under the same address", "Tell learners in progress"]),
    ],
    ids=["new activity", "effects", "web"],
)  # fmt: skip
def test_an_administrator_reads_what_to_do_next(comparison: Callable[[], Comparison], words: list[str]) -> None:
    """Plain sentences within the width of the terminal, steps with numbers, and no escape sequence."""
    text = comparison_text(comparison(), 80)
    flat = " ".join(text.split())
    assert all(" ".join(one.split()) in flat for one in words)
    assert "  1. " in text and "\x1b" not in text and max(map(len, text.splitlines())) <= 80


def test_tools_read_the_same() -> None:
    """Verdict, packages, changes and next steps as one object."""
    told = comparison_json(_effects())
    assert told["verdict"] == "effects"
    assert told["old"] == {"file": "course.zip", "destination": "scorm12", "course": "a-course", "version": "1.0.0"}
    (change,) = told["changes"]  # type: ignore[misc]
    assert change["kind"] == "question-removed" and change["id"] == "r1" and change["grave"] is False
    assert told["next"]


def test_every_kind_of_question_is_read_back_whole() -> None:
    """Options, and what is right, as the course has them."""
    items = [replace(item, id=f"i{at}") for at, item in enumerate((QUIZ, ORDER, MATCH, FILL, NUMBER, SCALE, THOUGHT))]
    read = finished(base(*items)).questions
    assert [one.kind for one in read] == ["choice", "order", "match", "fill", "number", "scale", "reflect"]
    assert [one.right for one in read] == [
        ("yes",), ("a", "b", "c"), (Pair("ann", "tea"), Pair("ben", "milk")), ("trust or confidence",), ("18 to 22",), (), (),
    ]  # fmt: skip
    assert [len(one.options) for one in read] == [2, 3, 4, 0, 0, 2, 0]
    assert all(option.words for one in read for option in one.options)
    assert [one.scored for one in read] == [item.scored for item in items]
    assert isinstance(items[-1].interaction, ExtendedTextInteraction)


def test_a_bank_is_compared_by_what_a_learner_is_given() -> None:
    """How many are drawn, and what is new or gone among them; nobody who was given one must answer another as well."""
    three = [quiz(id, f"{id}?", option("a", "Yes", True), option("b", "No")) for id in ("one", "two", "three")]
    old = course(replace(module("m", "M", *three), draw=1), completion=Completion("all-questions", None))
    more = replace(old.modules[0], draw=2)
    (change,) = compare(finished(old), finished(replace(old, modules=(more,)))).changes
    assert (change.kind, change.what) == (
        "module-draw",
        "Each learner is given 2 of its questions; before, it was 1 of them.",
    )
    other = quiz("four", "four?", option("a", "Yes", True), option("b", "No"))
    new = replace(old, modules=(replace(old.modules[0], blocks=(*three[1:], other)),))
    gone, added = compare(finished(old), finished(new)).changes
    assert (gone.kind, added.kind) == ("question-removed", "question-added")
    assert "are given another" in gone.effect and "keep the questions that they were given" in added.effect
    assert "must answer it" not in added.effect


def test_a_new_story_is_asked_of_those_who_have_not_completed_the_course() -> None:
    """Whatever `completion` says; a new question of a bank is not."""
    (added,) = compare(finished(base()), finished(base(QUIZ, ORDER, THOUGHT, replace(STORY, id="s1")))).changes
    assert (added.kind, added.id) == ("question-added", "s1")
    assert "must answer it too before they complete the course" in added.effect
    drawn = replace(QUIZ, id="b1", bank="safety")
    (added,) = compare(finished(base()), finished(base(QUIZ, ORDER, THOUGHT, drawn))).changes
    assert "It may be drawn" in added.effect and "must answer" not in added.effect


def test_when_questions_are_judged_and_how_parts_count_is_told() -> None:
    """Both change what learners in progress meet."""
    item = quiz("one", "One?", option("a", "Yes", True), option("b", "No"))
    old = course(module("m", "M", item), completion=Completion("pass-mark", 80))
    new = course(replace(module("m", "M", item), feedback="at-the-end"), completion=Completion("pass-mark", 80, True))
    changes = compare(finished(old), finished(new)).changes
    assert [change.kind for change in changes] == ["scoring", "module-feedback"]
    assert "counts in part" in changes[0].what and "handed in" in changes[1].what


def test_what_completion_asks_for_beside_its_rule() -> None:
    """Reports name reading to the end, films, and modules that come first; nothing is taken away."""
    old = finished(course(module("one", "One"), module("two", "Two")))
    asked_more = replace(
        old,
        read=True,
        modules=(old.modules[0], replace(old.modules[1], needs=("one",), films=(Film("watch-it", "It", 80),))),
    )
    told = {change.kind: change for change in compare(old, asked_more).changes}
    assert told["completion"].what.startswith(
        "The course is complete when every module was opened, and each module read to its end; before"
    )
    assert "stay completed" in told["completion"].effect
    assert told["module-needs"].what == f"It opens only when these modules are done: “{old.modules[0].title}”."
    assert told["film-watched"].what == "Completion asks that 80 % of the film “It” are watched."
    assert compare(old, asked_more).verdict is Verdict.EFFECTS
    back = {change.kind: change.what for change in compare(asked_more, old).changes}
    assert back["module-needs"] == "It does not wait for other modules."
    assert back["film-watched"].startswith("Completion does not ask any more")


def test_sentences_that_were_edited_are_listed_by_module() -> None:
    """How many, and how the first begins: safe all the same, and nothing else is said to differ."""
    old = course(module("m", "M", prose("Stay as you are.", "One day we went to the old town."), QUIZ))
    new = course(
        module("m", "M", prose("Stay as you are.", "One day we went to the new town.", "And home again."), QUIZ)
    )
    found = compare(finished(old), finished(new))
    assert found.verdict is Verdict.SAFE
    [(kind, id_, what)] = [(change.kind, change.id, change.what) for change in found.changes]
    assert (kind, id_) == ("module-text", "m")
    assert what == (
        "Its text has changed: 2 passages new or worded anew, “One day we went to the…” and others;"
        " 1 passage gone or worded anew, “One day we went to the…”."
    )
    assert compare(finished(old), finished(old)).changes == ()


@pytest.mark.parametrize("part", ["feedback", "hint", "worked answer"])
def test_what_is_said_to_answers_is_text_too(part: str) -> None:
    """Feedback, hints and worked answers."""
    edits = {
        "feedback": replace(QUIZ, modal_feedback=paragraphs("Well done.")),
        "hint": replace(QUIZ, hints=(paragraphs("Think."),)),
        "worked answer": replace(QUIZ, worked=paragraphs("Because.")),
    }
    found = compare(finished(course(module("m", "M", QUIZ))), finished(course(module("m", "M", edits[part]))))
    assert [change.kind for change in found.changes] == ["module-text"]


def test_no_promise_about_grades_that_moodle_breaks() -> None:
    """Moodle wrote 0.00 for learners in progress with “Learning objects” as well."""
    text = comparison_text(compare(finished(course(module("m", "M", QUIZ))), finished(course(module("m", "M", QUIZ)))))
    assert "may show 0.00" in " ".join(text.split()) and "no grade of 0" not in text


def test_a_language_that_comes_or_goes_is_told_with_what_becomes_of_answers() -> None:
    """Answers are kept by ids; only words that were right in a gap of the language that goes are to be looked at again."""

    def in_languages(*tags: str) -> Course:
        others = tuple(Translation(tag, replace(base(), language=tag), Report()) for tag in tags)
        return replace(base(), translations=others)

    assert kinds(in_languages(), in_languages("cy")) == ["language-added"]
    assert kinds(in_languages("cy", "ar"), in_languages("ar", "cy")) == []
    assert kinds(in_languages("cy"), in_languages("ar")) == ["language-added", "language-removed"]
    gone = compare(finished(in_languages("cy", "ar")), finished(in_languages("ar")))
    assert gone.verdict is Verdict.EFFECTS
    text = " ".join(comparison_text(gone).split())
    assert "The course is no longer in cy." in text and "Answers stay" in text and "no score is lowered" in text
    assert kinds(in_languages("cy"), replace(in_languages(), language="cy")) == ["language", "language-removed"]
