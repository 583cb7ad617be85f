"""What stands in the braces of a heading, and which questions a module asks: what a learner finds on the page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.authoring.examples import read_examples
from builder.kinds import KINDS
from builder.pipeline import build, check
from tests.effects.course import one, page_of, words

NUMBERS = {"weight": "2", "attempts": "3"}
TEST = "".join(f"## Number: How many are {n} and one?\n\n= {n + 1}\n\n" for n in range(1, 4))
SIX = "".join(f"- [{'x' if n == 1 else ' '}] Option {n}\n" for n in range(1, 7))


@pytest.fixture(autouse=True)
def recording(course_folder: Path) -> None:
    """A file to listen to: nothing here plays it."""
    (course_folder / "media" / "talk.mp3").write_bytes(b"so")


def example(word: str, braces: str) -> str:
    """A block of this kind with other braces."""
    text = next((found.text for found in read_examples() if found.kind.word == word), "")
    stages, film = "## Stages: Six\n\n1. One\n2. Two\n", "## Watch: A film\n\n[A film](media/film.mp4)\n\n"
    film += "- captions: media/film.en.vtt\n- descriptions: not needed (only the speaker is shown)\n"
    talk = "## Listen: A talk\n\n[A talk](media/talk.mp3)\n\n- captions: media/film.en.vtt\n"
    room = "## Picture: A room\n\n![A room](images/team.png)\n\n1. **Door** (10, 20): So\n"
    file = "## File: A form\n\n[A form](media/film.mp4)\n"
    text = text or {"Stages": stages, "Watch": film, "Listen": talk, "File": file, "Picture": room}[word]
    return re.sub(r"^(## .*?)(?: \{.*?\})?$", rf"\1 {braces}", text, count=1, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_every_kind_keeps_the_id_that_it_is_given(course_folder: Path, kind: object) -> None:
    """It is the block's address, and what answers are kept by."""
    page = page_of(course_folder, body=example(kind.word, "{#my-own}"))  # type: ignore[attr-defined]
    assert len(page.xpath("//*[@id='my-own']")) == 1


SCORED = [kind.word for kind in KINDS if getattr(kind, "scored", False)]
OPTIONS = [
    (kind.word, option) for kind in KINDS for option in ("weight", "attempts", "words", "shuffle", "privacy", "bank")
]
TAKES = {*((word, option) for word in SCORED for option in (*NUMBERS, "bank"))}
TAKES |= {(kind.word, option) for kind in KINDS for option in kind.options}
TAKES |= {(kind.word, "shuffle") for kind in KINDS if getattr(kind, "mixed", "") == "asked"}


@pytest.mark.parametrize(("word", "option"), sorted(set(OPTIONS) - TAKES))
def test_an_option_without_effect_is_an_error(course_folder: Path, word: str, option: str) -> None:
    """Nobody believes that it does something where it does nothing."""
    value = {"shuffle": "all", "privacy": "report"}.get(option, "3")
    text = example(word, f"{{#my-own {option}={value}}}")
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{text}", encoding="utf-8")
    (fault,) = check(course_folder).report.errors
    assert fault.rule in {"QUE-012", "QUE-016", "STR-018"} and f'"{option}"' in fault.message


@pytest.mark.parametrize("word", SCORED)
def test_a_weight_and_attempts_stand_at_every_kind_of_question(course_folder: Path, word: str) -> None:
    """In words below it, for whoever answers; the run-time counts by them."""
    form = one(page_of(course_folder, body=example(word, "{#my-own weight=2 attempts=3}")), "//form[@id='my-own']")
    assert "This question counts 2 times." in words(form) and "3 attempts left." in words(form)
    assert (form.get("data-weight"), form.get("data-attempts")) == ("2", "3")


def test_attempts_of_a_question_come_before_those_of_the_course(course_folder: Path) -> None:
    """Those of course.yml are for every question that does not say so itself."""
    body = f"## Quiz: First? {{#first}}\n\n{SIX}\n## Quiz: Second? {{#second attempts=1}}\n\n{SIX}"
    page = page_of(course_folder, "attempts: 4\n", body=body)
    assert "4 attempts left." in words(one(page, "//form[@id='first']"))
    assert "1 attempt left." in words(one(page, "//form[@id='second']"))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", "You can change your answers and hand in again as often as you like."),
        ("attempts: 1\n", "You can hand in once."),
        ("attempts: 2\n", "You can hand in two times, and change your answers in between."),
        ("completion: pass-mark\npass-mark: 80\n", "as often as you like. Your best score counts."),
    ],
)
def test_a_test_says_how_often_it_can_be_handed_in(course_folder: Path, settings: str, said: str) -> None:
    """Before anything is answered; and the module has one button in place of one for each question."""
    page = page_of(course_folder, settings, "feedback: at-the-end\n", TEST)
    end = one(page, "//*[@data-kind='hand-in']")
    assert said in words(end) and ("best" in words(end)) is ("best" in said)
    assert words(one(end, ".//button")) == "Hand in" and not page.xpath("//button[@data-check]")


def test_a_course_without_a_score_has_no_page_of_results(course_folder: Path) -> None:
    """One with a pass mark has."""
    assert not page_of(course_folder, body=TEST).xpath("//*[@id='result']")
    page = page_of(course_folder, "completion: pass-mark\npass-mark: 80\n", body=TEST)
    assert words(one(page, "//*[@id='result']//h1")) == "Your result"


def test_feedback_of_the_course_is_for_every_module_that_has_questions(course_folder: Path) -> None:
    """And for none that has not; a module may say otherwise."""
    (course_folder / "02-words.md").write_text("---\ntitle: Words\n---\n\nWords.\n")
    (course_folder / "03-other.md").write_text(
        f"---\ntitle: Other\nfeedback: at-once\n---\n\n{TEST.replace('many', 'few')}"
    )
    page = page_of(course_folder, "feedback: at-the-end\n", body=TEST)
    ends = page.xpath("//*[@data-kind='hand-in']/ancestor::*[@data-module]/@data-module")
    assert ends == ["welcome"]


def test_a_reflection_says_who_can_read_it_and_asks_for_no_names(course_folder: Path) -> None:
    """By the privacy of the course, or its own; before a word is written."""
    kept = {
        "device": "Kept on this device only.",
        "lms-resume": "Kept on this device and on your learning site, so that you can go on elsewhere.",
        "report": "Kept on this device and sent to your learning site, where your tutors can read it.",
    }
    body = "## Reflect: First? {#first}\n\nThink.\n\n## Reflect: Second? {#second privacy=device}\n\nThink.\n"
    for privacy, said in kept.items():
        page = page_of(course_folder, "" if privacy == "device" else f"privacy: {privacy}\n", body=body)
        first, second = (words(one(page, f"//*[@data-item='{id}']")) for id in ("first", "second"))
        assert said in first and kept["device"] in second
        assert "Do not name children, families or colleagues." in first
        settings = course_folder / "course.yml"
        settings.write_text(settings.read_text().replace(f"privacy: {privacy}\n", ""))
    assert "Do not name children, families or colleagues." in words(one(page, "//*[@id='record']"))


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize(
    ("settings", "braces", "mixed", "last"),
    [
        ("", "", False, True),
        pytest.param("", " {shuffle}", True, False, marks=pytest.mark.slow),
        ("", " {shuffle=all-but-last}", True, True),
        ("shuffle: all\n", "", True, False),
        pytest.param("shuffle: all-but-last\n", "", True, True, marks=pytest.mark.slow),
        pytest.param("shuffle: all\n", " {shuffle=no}", False, True, marks=pytest.mark.slow),
    ],
)
def test_options_are_mixed_for_each_learner(
    course_folder: Path, browser: Browser, settings: str, braces: str, mixed: bool, last: bool
) -> None:
    """Three learners: where options are mixed their orders differ, and each keeps hers; the last keeps its place if it is to."""
    with (course_folder / "course.yml").open("a") as file:
        file.write(settings)
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n## Quiz: Which?{braces}\n\n{SIX}")
    launch = next(
        path for path in build(course_folder, course_folder / "out", ["web"]).written if path.suffix != ".zip"
    )
    orders = []
    for learner in range(3):
        context = browser.new_context()
        context.add_init_script(f"Math.random = () => {(learner + 0.5) / 3}")
        page = context.new_page()
        page.goto(f"{launch.as_uri()}#welcome")
        page.locator("html[data-ready]").wait_for()
        orders.append(page.locator(".choice:visible").all_inner_texts())
        page.reload()
        page.locator("html[data-ready]").wait_for()
        assert page.locator(".choice:visible").all_inner_texts() == orders[-1]
        context.close()
    as_written = [f"Option {n}" for n in range(1, 7)]
    assert all(sorted(order) == as_written for order in orders)
    assert (len({tuple(order) for order in orders}) == 3) is mixed and (orders[0] == as_written or mixed)
    assert all(order[-1] == "Option 6" for order in orders) is last
