"""Two versions of a course in several languages: what is worded otherwise in one of them, and what that does to answers."""

from collections.abc import Callable
from dataclasses import replace

from builder.compare import Change, Comparison, Verdict, compare
from builder.compare.telling import comparison_json, comparison_text
from builder.model.assessment import AssessmentItem, Gap, TextEntryInteraction
from builder.model.course import Course, Translation
from builder.model.diagnostics import Report
from tests.cases import for_each
from tests.compare.test_effects import asked, finished, match, with_gap
from tests.unit.course_factory import course, module, option, order, prose, quiz, words

YES, NO = option("yes", "Yes", True), option("no", "No")
IE, NA = option("yes", "Ie", True), option("no", "Na")
ENGLISH = quiz("q1", "Is it safe at home?", YES, NO)
WELSH = quiz("q1", "Ydy hi’n ddiogel gartref?", IE, NA)
FIRST = order("q2", "Which first?", option("ask-them", "Ask"), option("write-it", "Write"), option("leave-it", "Leave"))
YN_GYNTAF = order(
    "q2",
    "Pa un yn gyntaf?",
    option("ask-them", "Gofyn"),
    option("write-it", "Ysgrifennu"),
    option("leave-it", "Gadael"),
)
GAP = asked(quiz("q3", "What?", YES), of=TextEntryInteraction(with_gap("It needs ", "."), (Gap(("trust",)),)))
BWLCH = replace(
    GAP, title=words("Beth?"), interaction=TextEntryInteraction(with_gap("Mae angen ", "."), (Gap(("ymddiriedaeth",)),))
)


def english(*items: AssessmentItem) -> Course:
    """The source."""
    return course(module("m1", "Safety", prose("Ask first."), *(items or (ENGLISH, FIRST, GAP))))


def welsh(*items: AssessmentItem, title: str = "Diogelwch", text: str = "Gofynnwch yn gyntaf.") -> Course:
    """Its translation."""
    return replace(course(module("m1", title, prose(text), *(items or (WELSH, YN_GYNTAF, BWLCH)))), language="cy")


def joined(other: Course, source: Course | None = None) -> Course:
    """The package of both."""
    return replace(source or english(), translations=(Translation("cy", other, Report()),))


def compared(now: Course, source: Course | None = None) -> Comparison:
    """The first version, and one in other words."""
    return compare(finished(joined(welsh())), finished(joined(now, source)))


def changed(change: Callable[[AssessmentItem], AssessmentItem]) -> Course:
    """The Welsh with another first question."""
    return welsh(change(WELSH), YN_GYNTAF, BWLCH)


REWORDED: dict[str, tuple[Course, str, str, Verdict]] = {
    "an option that says something else": (
        welsh(quiz("q1", "Ydy hi’n ddiogel gartref?", IE, option("no", "Efallai")), YN_GYNTAF, BWLCH),
        "option-replaced", "In cy: The option “Efallai” has the id no", Verdict.NEW_ACTIVITY,
    ),
    "an option with a comma": (
        welsh(quiz("q1", "Ydy hi’n ddiogel gartref?", IE, option("no", "Na,")), YN_GYNTAF, BWLCH),
        "option-reworded", "In cy: The option “Na” is worded “Na,” now.", Verdict.EFFECTS,
    ),
    "a step that says something else": (
        welsh(WELSH, order("q2", "Pa un yn gyntaf?", option("ask-them", "Mynd"), option("write-it", "Ysgrifennu"), option("leave-it", "Gadael")), BWLCH),
        "option-replaced", "“Mynd”", Verdict.NEW_ACTIVITY,
    ),
    "a question that asks the same in other words": (
        welsh(replace(WELSH, title=words("Ydy hi’n ddiogel yn y cartref?")), YN_GYNTAF, BWLCH),
        "question-reworded", "In cy: It was worded “Ydy hi’n ddiogel gartref?”.", Verdict.EFFECTS,
    ),
    "a question that asks something else": (
        welsh(quiz("q1", "Pwy sy’n mynd?", option("yes", "Pawb", True), option("no", "Neb")), YN_GYNTAF, BWLCH),
        "question-replaced", "In cy: Another question stands under the id q1.", Verdict.NEW_ACTIVITY,
    ),
    "another word that is right in a gap": (
        welsh(WELSH, YN_GYNTAF, replace(BWLCH, interaction=TextEntryInteraction(with_gap("Mae angen ", "."), (Gap(("ffydd",)),)))),
        "right-answer", "In cy: Something else is right: “ffydd”.", Verdict.EFFECTS,
    ),
    "another title": (welsh(title="Bod yn ddiogel"), "module-renamed", "In cy: This module was called “Diogelwch”.", Verdict.EFFECTS),
    "another sentence": (
        welsh(text="Ysgrifennwch yn gyntaf."), "module-text", "In cy: Its text has changed: 1 passage new or worded anew", Verdict.SAFE,
    ),
}  # fmt: skip


@for_each("name", REWORDED)
def test_other_words_in_one_language_are_told_in_it(name: str) -> None:
    """With the words, the language, and what becomes of answers; the source is as it was."""
    now, kind, what, verdict = REWORDED[name]
    comparison = compared(now)
    (change,) = comparison.changes
    assert (change.kind, change.language) == (kind, "cy") and what in change.what, change
    assert comparison.verdict is verdict
    assert change.subject in {"Is it safe at home?", "Which first?", "What?", "Safety"}
    # Fingerprints are those of the source; the words of a gap are judged anew.
    assert ("asked to look at it again" in change.effect) is (kind == "right-answer")
    told = comparison_json(comparison)["changes"]
    assert isinstance(told, list) and told[0]["language"] == "cy"
    assert "In cy:" in comparison_text(comparison)


def test_two_options_that_swap_their_words_in_one_language_make_a_new_activity() -> None:
    """Who chose Ie would be shown Na, and be right."""
    swapped = quiz("q1", "Ydy hi’n ddiogel gartref?", option("yes", "Na", True), option("no", "Ie"))
    comparison = compared(welsh(swapped, YN_GYNTAF, BWLCH))
    assert comparison.verdict is Verdict.NEW_ACTIVITY
    assert [change.kind for change in comparison.changes] == ["option-replaced"] * 2
    assert all("put the old words back" in change.effect for change in comparison.changes)


def test_nothing_is_told_where_nothing_changed() -> None:
    """Neither in a package in several languages, nor where the source alone is worded otherwise."""
    assert compared(welsh()).changes == ()
    other = english(replace(ENGLISH, title=words("Is it safe in the home?")), FIRST, GAP)
    assert [(one.kind, one.language) for one in compared(welsh(), other).changes] == [("question-reworded", "")]


def test_words_that_were_translated_at_last_are_no_other_words() -> None:
    """A question that was lent in English, and is in Welsh now; and the way back, when its source has changed."""
    lent = replace(welsh(ENGLISH, FIRST, GAP), modules=english().modules)
    for before, after in ((lent, welsh()), (welsh(), lent)):
        comparison = compare(finished(joined(before)), finished(joined(after)))
        grave: list[Change] = [change for change in comparison.changes if change.grave]
        assert grave == []
        assert {change.kind for change in comparison.changes} <= {"module-renamed", "module-text", "right-answer"}


def test_an_option_that_is_another_in_each_language_is_told_once() -> None:
    """It has another id, so learners are asked again, whatever language they answered in."""
    source = english(quiz("q1", "Is it safe at home?", YES, option("never", "Never")), FIRST, GAP)
    other = welsh(quiz("q1", "Ydy hi’n ddiogel gartref?", IE, option("never", "Never")), YN_GYNTAF, BWLCH)
    assert {one.language for one in compared(other, source).changes} == {""}


def test_pairs_are_compared_on_both_sides() -> None:
    """A partner that says something else in Welsh."""
    pairs = asked(ENGLISH, of=match(("Ann", "Tea"), ("Ben", "Milk")))
    same = asked(WELSH, of=match(("Ann", "Tea"), ("Ben", "Milk")))
    targets = tuple(
        replace(one, content=words("Coffi")) if one.id == "tea" else one for one in same.interaction.targets
    )
    sides = tuple(replace(one, content=words("Te")) if one.id == "tea" else one for one in same.interaction.targets)
    before = replace(same, interaction=replace(same.interaction, targets=sides))
    after = replace(same, interaction=replace(same.interaction, targets=targets))
    comparison = compare(
        finished(joined(welsh(before), english(pairs))), finished(joined(welsh(after), english(pairs)))
    )
    assert [(one.kind, one.grave) for one in comparison.changes] == [("option-replaced", True)]
    assert "“Coffi”" in comparison.changes[0].what


def test_a_language_becomes_that_of_the_source() -> None:
    """The same words in both: only which is the source has changed."""
    turned = replace(welsh(), translations=(Translation("en", replace(english(), language="en"), Report()),))
    old = replace(joined(welsh()), language="en")
    comparison = compare(finished(old), finished(turned))
    assert "language" in {one.kind for one in comparison.changes}
    assert [one for one in comparison.changes if one.grave and one.language] == []


def test_a_package_from_before_says_that_its_words_were_not_compared() -> None:
    """It knows its languages, and not what they say."""
    old = replace(finished(joined(welsh())), wordings={})
    comparison = compare(old, finished(joined(welsh())))
    assert comparison.changes == ()
    assert "cy was not compared" in " ".join(comparison_text(comparison).split())
    assert "cy was not compared" in str(comparison_json(comparison)["remark"])
