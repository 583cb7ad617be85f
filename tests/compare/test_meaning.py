"""No change of what an answer means is called safe: ids that stand for other words, questions and modules that are others."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.compare import Comparison, Finished, Verdict, compare
from builder.compare.changes.meaning import is_correction, likeness
from builder.compare.packages.data_file import read_data
from builder.compare.packages.finished import Option, Package, Pair
from builder.compare.telling import comparison_text
from builder.kinds import KINDS
from builder.read import read_course
from builder.render.comparison import comparison_json
from tests.cases import for_each

PACKAGE = Package("course.zip", "scorm2004", "index.html", ())
HEAD = "---\ntitle: Довіра\nlanguage: uk\n---\n\n"


def finished(folder: Path, *modules: str) -> Finished:
    """A course of these modules, as `compare` reads it from its package."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    (folder / "course.yml").write_text("id: sample\ntitle: Sample\nlanguage: uk\n", encoding="utf-8")
    for number, text in enumerate(modules, 1):
        name, _, body = text.partition("\n")
        (folder / f"{number:02}-{name}.md").write_text(body, encoding="utf-8")
    course, report = read_course(folder, KINDS)
    assert not report.errors, report.diagnostics
    read = read_data(comparison_json(course).encode(), PACKAGE)
    assert read is not None
    return read


def compared(tmp_path: Path, old: str, new: str) -> Comparison:
    """Two versions of a module with questions."""
    before, after = (finished(tmp_path / "course", f"довіра\n{HEAD}{text}") for text in (old, new))
    return compare(before, after)


def kinds(comparison: Comparison) -> list[str]:
    """Of its changes."""
    return [change.kind for change in comparison.changes]


def earlier(course: Finished) -> Finished:
    """The same as an earlier Satchel made it: options without Latin letters are counted, and no words are kept."""
    questions = []
    for question in course.questions:
        names = {
            option.key: f"{'partner' if option.target else 'option'}-{at}"
            for at, option in enumerate(question.options, 1)
        }
        options = tuple(Option(names[one.key], one.words, one.target) for one in question.options)
        right = tuple(
            Pair(names[one.source, False], names[one.target, True])
            if isinstance(one, Pair)
            else names.get((one, False), one)
            for one in question.right
        )
        questions.append(
            replace(
                question, options=options, right=tuple(sorted(right, key=str)) if not question.facts.ordered else right
            )
        )
    return replace(course, questions=tuple(questions), keeps_wordings=False)


QUIZ = "## Quiz: Що допомагає? {#helps}\n\n- [x] Довіра\n- [ ] Страх\n- [ ] Поспіх\n"
REFLECT = "## Reflect: Коли ви змінили думку? {#thought}\n\nПригадайте один випадок.\n"
ORDER = "## Order: Що за чим іде? {#steps}\n\n1. Почути\n2. Зрозуміти\n3. Діяти\n"


def test_options_in_another_order_are_safe(tmp_path: Path) -> None:
    """Their ids follow their words."""
    shuffled = QUIZ.replace("- [ ] Страх\n- [ ] Поспіх", "- [ ] Поспіх\n- [ ] Страх")
    assert compared(tmp_path, QUIZ, shuffled).verdict is Verdict.SAFE


@pytest.mark.parametrize(
    ("before", "after"),
    [("Страх", "Острах"), ("Страх", "Страх!"), ("Поспіх", "Поспіх і страх"), ("Страх", "恐惧"), ("Страх", "🙁")],
)
def test_other_words_of_an_option_are_told(tmp_path: Path, before: str, after: str) -> None:
    """With what learners notice: whoever chose it looks again."""
    comparison = compared(tmp_path, QUIZ, QUIZ.replace(f"- [ ] {before}", f"- [ ] {after}"))
    assert comparison.verdict is Verdict.EFFECTS
    assert "look at it again" in " ".join(change.effect for change in comparison.changes)


def test_packages_of_the_earlier_form_are_told_apart_by_words(tmp_path: Path) -> None:
    """Where options were counted, another order gives each the answers of another: that is another activity."""
    course = finished(tmp_path / "course", f"довіра\n{HEAD}{QUIZ}")
    shuffled = finished(
        tmp_path / "course",
        f"довіра\n{HEAD}{QUIZ.replace('- [ ] Страх', '- [ ] Х').replace('Поспіх', 'Страх').replace('] Х', '] Поспіх')}",
    )
    comparison = compare(earlier(course), earlier(shuffled))
    assert comparison.verdict is Verdict.NEW_ACTIVITY
    assert kinds(comparison) == ["option-replaced", "option-replaced"]
    (first, _) = comparison.changes
    assert first.what == "The option “Поспіх” has the id option-2, and in the old package that is the id of “Страх”."
    assert "would be shown “Поспіх” as their answer" in first.effect


def test_new_ids_for_the_same_words_are_told(tmp_path: Path) -> None:
    """The first package of this form loses what was chosen by number: learners look again, and that is not safe."""
    course = finished(tmp_path / "course", f"довіра\n{HEAD}{QUIZ}{ORDER}")
    comparison = compare(earlier(course), course)
    assert comparison.verdict is Verdict.EFFECTS
    assert set(kinds(comparison)) == {"option-id"} and len(comparison.changes) == 6
    assert comparison.changes[0].what.startswith("The option “Довіра” is known by another id: option-")
    assert all("look at it again" in change.effect for change in comparison.changes)
    assert compare(course, course).verdict is Verdict.SAFE


def test_an_earlier_id_that_is_other_words_now_is_grave(tmp_path: Path) -> None:
    """`option-2` of an old package, and an option that says “Option 2” in the new one."""
    course = finished(tmp_path / "course", f"довіра\n{HEAD}{QUIZ.replace('Страх', 'Option 2')}")
    (question,) = earlier(course).questions
    one, two, three = question.options
    old = replace(question, options=(one, replace(two, words="Страх"), three))
    new = replace(question, options=(one, three, two))
    comparison = compare(replace(course, questions=(old,)), replace(course, questions=(new,)))
    assert comparison.verdict is Verdict.NEW_ACTIVITY and kinds(comparison) == ["option-replaced"]


@for_each(
    ("before", "after"),
    [
        ("5 mW", "5 MW"),
        ("5 mg/l", "5 Mg/l"),
        ("pH 7", "PH 7"),
        ("kWh", "KWh"),
        ("5 мВт", "5 МВт"),
        ("koʻu", "kou"),
        ("oʻq", "oq"),
    ],
)
def test_units_and_letters_that_an_id_leaves_out_make_another_activity(tmp_path: Path, before: str, after: str) -> None:
    """Neither an id nor the number of the wording says them, so that no learner would be asked to look again."""
    old, new = (f"## Quiz: Which one? {{#it}}\n\n- [x] {said}\n- [ ] Zeal\n" for said in (before, after))
    comparison = compared(tmp_path, old, new)
    assert comparison.verdict is Verdict.NEW_ACTIVITY
    assert kinds(comparison) == ["option-replaced"]


@for_each(
    ("before", "after"),
    [
        ("5 ml", "5 mL"),
        ("Time To Learn", "Time to learn"),
        ("NOT now", "Not now"),
        ("3 Men", "3 men"),
        ("oʻzbek", "o’zbek"),
    ],
)
def test_other_capitals_and_shapes_make_none(tmp_path: Path, before: str, after: str) -> None:
    """They may be mended, and answers stay as they are."""
    old, new = (f"## Quiz: Which one? {{#it}}\n\n- [x] {said}\n- [ ] Zeal\n" for said in (before, after))
    comparison = compared(tmp_path, old, new)
    assert comparison.verdict is not Verdict.NEW_ACTIVITY
    assert all("stay as they are" in change.effect for change in comparison.changes)


def test_options_that_differ_in_a_unit_alone_are_two(tmp_path: Path) -> None:
    """Each has an id of its own, which follows its words; in capitals alone they would be one option twice."""
    course = finished(
        tmp_path / "course", f"довіра\n{HEAD}## Quiz: Which? {{#it}}\n\n- [x] 5 mW\n- [ ] 5 MW\n- [ ] 5 W\n"
    )
    turned = finished(
        tmp_path / "course", f"довіра\n{HEAD}## Quiz: Which? {{#it}}\n\n- [ ] 5 MW\n- [x] 5 mW\n- [ ] 5 W\n"
    )
    ids = [{one.words: one.id for one in version.questions[0].options} for version in (course, turned)]
    assert ids[0] == ids[1] and len(set(ids[0].values())) == 3
    assert compare(course, turned).verdict is Verdict.SAFE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (QUIZ, "## Quiz: Хто веде зустріч? {#helps}\n\n- [x] Родина\n- [ ] Лікар\n- [ ] Школа\n"),
        (
            "## Quiz: Чи завжди є час? {#it}\n\n- [x] Так\n- [ ] Ні\n",
            "## Quiz: Кому ви скажете першому? {#it}\n\n- [x] Так\n- [ ] Ні\n",
        ),
        (REFLECT, "## Reflect: Хто вам може допомогти? {#thought}\n\nНазвіть двох.\n"),
        ("## Number: Скільки їх? {#nn}\n\n= 6\n", "## Number: О котрій годині зустріч? {#nn}\n\n= 6\n"),
        ("## Fill: Що треба? {#ff}\n\nНам потрібен [[час]].\n", "## Fill: Чого бракує? {#ff}\n\nУ родини є [[час]].\n"),
        (
            "## Quiz: Скільки з 3? {#it}\n\n- [x] Так\n- [ ] Ні\n",
            "## Quiz: Скільки з 4? {#it}\n\n- [x] Так\n- [ ] Ні\n",
        ),
    ],
    ids=["quiz", "same options", "reflection", "number", "gap", "another number in it"],
)
def test_another_question_under_an_id_is_another_activity(tmp_path: Path, old: str, new: str) -> None:
    """What was answered, or written, would stand under it; the author gets the way out."""
    comparison = compared(tmp_path, old, new)
    assert comparison.verdict is Verdict.NEW_ACTIVITY
    (change,) = comparison.changes
    assert change.kind == "question-replaced" and "an id of its own" in change.effect
    assert "Publish as a new activity." in comparison_text(comparison)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (QUIZ, QUIZ.replace("Що допомагає?", "Що найбільше допомагає?"), "question-reworded"),
        (QUIZ, QUIZ.replace("Що допомагає?", "Що вам допомагає?").replace("Поспіх", "Гнів"), "question-reworded"),
        (REFLECT, REFLECT.replace("змінили думку", "передумали"), "question-reworded"),
        (QUIZ, QUIZ.replace("допомагає?", "допомогає."), "question-corrected"),
    ],
)
def test_the_same_question_in_other_words_is_told_and_never_called_safe(
    tmp_path: Path, old: str, new: str, kind: str
) -> None:
    """Only people can say whether it asks the same; a slip of spelling asks the same."""
    comparison = compared(tmp_path, old, new)
    assert comparison.verdict is Verdict.EFFECTS and kind in kinds(comparison)
    text = comparison_text(comparison)
    assert ("Only if every question below still asks the same." in text) == (kind == "question-reworded")
    assert kind != "question-reworded" or "Safe" not in text


def test_a_question_that_was_named_by_its_line_gets_the_id_to_put_back(tmp_path: Path) -> None:
    """`quiz-7` of an earlier package: the same question has an id of its words now."""
    new = finished(tmp_path / "course", f"довіра\n{HEAD}{QUIZ.replace(' {#helps}', '')}")
    old = replace(new, questions=(replace(new.questions[0], id="quiz-7"),))
    (change,) = compare(old, new).changes
    assert change.kind == "question-id" and "put {#quiz-7} back" in change.effect


ONE = "вступ\n---\ntitle: Вступ\n---\n\nСлова.\n"
TWO = "підсумок\n---\ntitle: Підсумок\n---\n\nСлова.\n"


def test_modules_in_another_order_keep_their_ids(tmp_path: Path) -> None:
    """Whatever their numbers."""
    comparison = compare(finished(tmp_path / "course", ONE, TWO), finished(tmp_path / "course", TWO, ONE))
    assert comparison.verdict is Verdict.EFFECTS and set(kinds(comparison)) == {"module-moved"}


def test_modules_that_were_counted_and_changed_places_are_another_activity(tmp_path: Path) -> None:
    """In the earlier form: what is done would be another module."""
    one, two = finished(tmp_path / "course", ONE, TWO).modules
    old = replace(
        finished(tmp_path / "course", ONE, TWO), modules=(replace(one, id="module-01"), replace(two, id="module-02"))
    )
    new = replace(old, modules=(replace(two, id="module-01"), replace(one, id="module-02")))
    comparison = compare(old, new)
    assert comparison.verdict is Verdict.NEW_ACTIVITY
    assert kinds(comparison) == ["module-replaced", "module-replaced"]
    assert "would count as having opened this one" in comparison.changes[0].effect


def test_a_module_with_a_new_id_gets_its_old_one_to_write_down(tmp_path: Path) -> None:
    """So that learners in progress go on in it."""
    new = finished(tmp_path / "course", ONE, TWO)
    old = replace(new, modules=(replace(new.modules[0], id="module-01"), new.modules[1]))
    (change,) = compare(old, new).changes
    assert change.kind == "module-id" and "`id: module-01`" in change.effect
    all_new = compare(
        replace(old, modules=tuple(replace(m, id=f"module-0{n}") for n, m in enumerate(new.modules, 1))), new
    )
    assert all_new.verdict is Verdict.NEW_ACTIVITY
    assert kinds(all_new) == ["modules-replaced", "module-id", "module-id"]


def test_a_module_renamed_is_no_other_module(tmp_path: Path) -> None:
    """Its title is its author's to change."""
    old, new = (
        finished(tmp_path / "course", ONE),
        finished(tmp_path / "course", ONE.replace("title: Вступ", "title: Ласкаво просимо")),
    )
    assert kinds(compare(old, new)) == ["module-renamed"]


@pytest.mark.parametrize(
    ("before", "after", "correction"),
    [
        ("Share it before the meeting", "Share it befor the meeting.", True),
        ("Share it before the meeting", "Share it after the meeting", False),
        ("It is legal", "It is illegal", False),
        ("It is safe", "It is unsafe", False),
        ("Take 5 mg", "Take 6 mg", False),
        ("a < b", "a > b", False),
        ("do it now", "do it not", False),
        ("Зрозуміти", "Зразуміти", True),
        ("信任", "不信任", False),
        ("Take 5 mg", "Take 5 Mg", False),
        ("Take 5 ml", "Take 5 mL", True),
        ("A pH of 7", "A PH of 7", False),
        ("Time To Learn", "Time to learn", True),
        ("koʻu", "kou", False),
        ("oʻzbek", "o‘zbek", True),
    ],
)
def test_a_correction_keeps_every_word(before: str, after: str, correction: bool) -> None:
    """A slip of the hand is one; another word, number or sign is none."""
    assert is_correction(before, after) is correction


def test_likeness_is_none_where_a_number_or_sign_is_another() -> None:
    """However alike the words are."""
    assert likeness("Which of these 3 helps?", "Which of these 4 helps?") == 0
    assert likeness("Which of these helps?", "Which of these helps most?") > 0.7
    assert likeness("C++", "C#") == 0 and likeness("?", "?") == 1
