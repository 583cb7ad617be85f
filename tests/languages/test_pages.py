"""No false language: what is on a page, in any state, is in the language that the nearest `lang` names (WCAG 3.1.1, 3.1.2).

A script in the page looks at every change as it happens, so that messages are seen which are gone a moment later.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.assessment import AssessmentItem, NumericEntryInteraction, OrderInteraction
from builder.model.course import Course, Module
from builder.model.interface.language_names import LANGUAGE_NAMES
from builder.pipeline import Outcome, build
from tests.languages.course import RIGHT_TO_LEFT, WORDS, Sample, write_course
from tests.learner.driver.keyboard import Keyboard
from tests.learner.driver.looking import ask
from tests.learner.driver.record import write_date
from tests.learner.driver.script import answers_to, is_reflection

pytestmark = pytest.mark.browser

TRY_ALL = """async plans => {
  const reached = [];
  const breathe = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const write = (field, value) => {
    field.value = value;
    for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
  };
  const give = (question, { chosen, order, fields }) => {
    for (const box of question.querySelectorAll("[type=radio], [type=checkbox]")) {
      const wanted = chosen.includes(box.value);
      if (box.checked !== wanted && (wanted || box.type === "checkbox")) box.click();
    }
    for (const [place, id] of order.entries()) {
      const steps = [...question.querySelectorAll("[data-sequence] > *")].map((step) => step.dataset.choice);
      const up = question.querySelector(`[data-choice="${id}"] [data-move=up]`);
      for (let at = steps.indexOf(id); at > place; at -= 1) up.click();
    }
    const gaps = question.querySelectorAll("[type=text]");
    for (const [place, [label, words]] of fields.entries()) {
      const field = [...question.querySelectorAll("label")].find((one) => one.textContent.trim() === label)?.control ?? gaps[place];
      write(field, [...(field.options ?? [])].find((option) => option.text === words)?.value ?? words);
    }
  };
  for (const { id, words, held, tries } of plans) {
    const question = document.querySelector(`[data-item="${id}"]`);
    const summaries = [...question.querySelectorAll("summary")];
    if (words) write(question.querySelector("textarea"), words);
    for (const summary of words ? summaries.slice(-1) : summaries) summary.click();
    if (words) continue;
    // The questions of a survey have one button together.
    const together = document.querySelector(`[data-questions~="${id}"]`);
    const check = (together ?? question).querySelector("[data-check]");
    // A survey says what is saved of it in one sentence; its questions look as before.
    const state = () => (together ? (together.querySelector("[data-status]").textContent ? "answered" : "unanswered") : question.dataset.state);
    if (!held) check.click();
    await breathe();
    for (const answer of tries) {
      give(question, answer);
      if (!held) check.click();
      for (let waited = 0; waited < 600 && !held && !answer.states.includes(state()); waited += 1) await breathe();
      if (!held && !answer.states.includes(state())) throw new Error(`${id} is ${state()}, not ${answer.states}`);
      await breathe();
      reached.push(state() ?? "");
    }
  }
  return reached;
}"""
"""Tries each question in each way within the page, which takes a tenth of what a mouse does; other tests have one."""
WALKER = (Path(__file__).parent / "walker.js").read_text(encoding="utf-8")
ARABIC, WELSH, ENGLISH = Sample("ar", "cy"), Sample("cy", "en-GB"), Sample("en-GB", "ar")
EVERYDAY = (ENGLISH,)
"""Three languages in two directions; the others are in all the rest."""
OTHERS = (
    ARABIC,
    WELSH,
    Sample("en-GB", "cy", "ar"),
    Sample("uk", "pl"),
    Sample("ur", "en-GB", "he"),
    Sample("he", "uk", "ar"),
    Sample("pl", "so", "ur"),
    Sample("so", "ar"),
    Sample("az-Arab", "fr", "pl"),
)


@pytest.fixture(scope="session")
def courses(tmp_path_factory: pytest.TempPathFactory) -> dict[Sample, Outcome]:
    """Those that were built, by what they are."""
    return {}


@pytest.fixture
def outcome(
    request: pytest.FixtureRequest, courses: dict[Sample, Outcome], tmp_path_factory: pytest.TempPathFactory
) -> Outcome:
    """The course of a sample, built for the web once for all tests."""
    sample: Sample = request.param
    if sample not in courses:
        folder = tmp_path_factory.mktemp("languages")
        write_course(folder, sample)
        courses[sample] = build(folder, folder / "dist", ["web"])
        assert courses[sample].packages, courses[sample].report.diagnostics
    return courses[sample]


def in_courses(*samples: Sample) -> pytest.MarkDecorator:
    """A test for the courses of these samples."""
    return pytest.mark.parametrize(
        ("sample", "outcome"), [(one, one) for one in samples], ids=str, indirect=["outcome"]
    )


@contextmanager
def opened(browser: Browser, outcome: Outcome, sample: Sample, script: bool = True) -> Iterator[Page]:
    """The course from the disk, looked at from the first moment on."""
    context = browser.new_context(java_script_enabled=script, reduced_motion="reduce", accept_downloads=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    look = {
        "words": list(WORDS.items()),
        # What captions in a language without a name of its own here are called: by its tag.
        "names": {name: tag for tag, name in LANGUAGE_NAMES.items()} | {tag: tag for tag in WORDS},
        "leftward": RIGHT_TO_LEFT,
        "interfaceLanguage": sample.interface,
    }
    walker = WALKER.replace("SAMPLE", json.dumps(look))
    if script:
        page.add_init_script(walker)
    page.goto(next(path for path in outcome.written if path.name == "index.html").as_uri())
    if not script:
        page.evaluate(walker)
    yield page
    assert errors == [], errors
    context.close()


def false_languages(page: Page) -> list[str]:
    """What was found, in all that the page has shown until now."""
    found: list[str] = page.evaluate("() => window.lookForFalseLanguages()")
    return sorted(found)


def turn_to(page: Page, place: str) -> None:
    """Go to a page of the course."""
    page.evaluate("place => { location.hash = place; }", place)
    expect(page.locator(f'[data-page="{place}"]')).to_have_attribute("data-current", "")


def press(page: Page, where: str) -> None:
    """Press a button by what it is for: its words are in some language."""
    page.locator(f"[data-current] {where}").first.click()


def ways(item: AssessmentItem) -> list[dict[str, object]]:
    """Each way to answer a question, and the states that it may be in then."""
    if isinstance(item.interaction, NumericEntryInteraction):
        wanted = {"x": ["unanswered", "error", "answered"], "3": ["incorrect"], "20": ["correct"]}
        return [
            {"chosen": [], "order": [], "fields": [["", number]], "states": states} for number, states in wanted.items()
        ]
    found = []
    for answer in answers_to(item).values():
        ids = [choice.id for choice in answer.choices]
        ordered = isinstance(item.interaction, OrderInteraction)
        given = {"chosen": [] if ordered else ids, "order": ids if ordered else [], "fields": answer.fields}
        found.append({**given, "states": [answer.state if item.scored else "answered"]})
    return found


def every_state(page: Page, course: Course, modules: Sequence[Module]) -> set[tuple[str, str]]:
    """Answer each question in each way, beginning with no answer; gives the states that each kind was in."""
    seen = set()
    for module in modules:
        turn_to(page, module.id)
        held = course.handed_in(module)
        if held:
            press(page, "[data-hand-in]")
        plans = [
            {"id": item.id, "held": held, "words": WORDS[course.language], "tries": []}
            if is_reflection(item)
            else {"id": item.id, "held": held, "words": "", "tries": ways(item)}
            for item in module.items
        ]
        states = iter(page.evaluate(TRY_ALL, plans))
        for item, plan in zip(module.items, plans, strict=True):
            seen |= {(item.kind.name, next(states)) for _ in plan["tries"]}
        if held:
            page.reload()
            press(page, "[data-hand-in]")
            press(page, "[data-held] [type=radio]:not(:checked)")
    return seen


def move_steps(page: Page, keyboard: Keyboard, module: Module) -> None:
    """By buttons, to both ends and beyond: each move is said."""
    turn_to(page, module.id)
    step = page.locator("[data-current] [data-sequence] > li").last
    for _ in range(3):
        keyboard.press(step.locator("[data-move=up]"))
    keyboard.press(step.locator("[data-move=down]"))


def use_record(page: Page, course: Course) -> None:
    """Set a goal, remove it, bring it back; fill in the form; print, and look at the text."""
    words = WORDS[course.language]
    turn_to(page, "record")
    for step in page.locator('[data-record="open"] [data-step]:not([open]) > summary:visible').all()[::-1]:
        step.click()
    press(page, "[data-goal-add]")
    page.locator("[data-goal-words]").fill(words)
    write_date(page.locator("[data-goal] [data-date]"), "2026-03-01")
    press(page, "[data-goal-review] > summary")
    page.locator("[data-goal-stage]").last.check()
    page.locator("[data-goal-words-on-review]").fill(words)
    press(page, "[data-goal-remove]")
    press(page, "[data-goal-undo]")
    write_date(page.locator("[data-peer]"), "2026-03-02")
    for field in page.locator("[data-asked]:not([data-date]) :is(textarea, [type=text])").all():
        field.fill(words)
    for box in page.locator("[data-asked] :is([type=radio], [type=checkbox])").all():
        box.check()
    press(page, "[data-fallback] > summary")
    with page.expect_download():
        press(page, "[data-calendar]")
    with page.expect_download():
        press(page, "[data-text]")
    # As the browser's own printing does.
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    expect(page.locator("[data-paper] h1")).to_have_count(1)
    page.evaluate("() => { lookForFalseLanguages(); dispatchEvent(new Event('afterprint')); }")


def carry_work(page: Page) -> None:
    """Copy it, and load what is no work, and what is from another course."""
    page.locator("[data-carry] > summary").click()
    page.locator("[data-carry-text] > summary").click()
    copy = page.locator("[data-carry-copy]")
    expect(copy).not_to_have_value("")
    copied = copy.input_value()
    page.locator("[data-carry] details:not([data-carry-text]) > summary").click()
    other = json.dumps({**json.loads(copied), "course": "other", "title": f"{WORDS['fr']} {WORDS['ar']}"})
    for text in ("{}", other, copied):
        page.locator("[data-carry-paste]").fill(text)
        page.locator("[data-carry-read]").click()
    page.locator("[data-carry-join]").click()


def live(page: Page, course: Course) -> set[tuple[str, str]]:
    """A learner's life in a course: every page, every state of every question, and what she can do beside them."""
    for page_of in ("cover", *(module.id for module in course.modules), "glossary", "result", "record"):
        turn_to(page, page_of)
    states = every_state(page, course, course.modules)
    move_steps(page, Keyboard(page, page), course.modules[0])
    use_record(page, course)
    carry_work(page)
    page.reload()
    for page_of in ("cover", *(module.id for module in course.modules), "result", "record"):
        turn_to(page, page_of)
    return states


@pytest.mark.slow
@in_courses(*EVERYDAY)
def test_no_words_are_in_a_false_language(browser: Browser, sample: Sample, outcome: Outcome) -> None:
    """Whatever a learner does, in a course, a module and passages in other languages."""
    with opened(browser, outcome, sample) as page:
        states = live(page, outcome.course)
        assert false_languages(page) == []
        seen = page.evaluate("() => window.languagesSeen")
    for language in (sample.interface, sample.course, sample.module, sample.passage):
        assert seen[language] > 50, f"hardly anything in {language} was looked at"
    for kind in ("choice", "order", "match", "sort", "fill"):
        assert {(kind, "correct"), (kind, "partly-correct"), (kind, "incorrect")} <= states, (kind, states)
    assert {("number", "correct"), ("number", "incorrect"), ("scale", "answered")} <= states


@pytest.mark.slow
@in_courses(*OTHERS)
def test_no_words_are_in_a_false_language_in_others(browser: Browser, sample: Sample, outcome: Outcome) -> None:
    """The same in more languages and scripts."""
    test_no_words_are_in_a_false_language(browser, sample, outcome)


@in_courses(*EVERYDAY, *OTHERS[:2])
def test_the_page_as_it_is_built_is_in_true_languages(browser: Browser, sample: Sample, outcome: Outcome) -> None:
    """Without script too, where answers and all modules are on one page."""
    with opened(browser, outcome, sample, script=False) as page:
        assert false_languages(page) == []
        root = page.locator("html")
        assert root.get_attribute("lang") == sample.course
        assert root.get_attribute("dir") == ("rtl" if sample.course in RIGHT_TO_LEFT else None)


@pytest.mark.slow
@in_courses(*OTHERS[2:])
def test_the_page_as_it_is_built_is_in_true_languages_in_others(
    browser: Browser, sample: Sample, outcome: Outcome
) -> None:
    """The same in more languages and scripts."""
    test_the_page_as_it_is_built_is_in_true_languages(browser, sample, outcome)


@pytest.mark.slow
@in_courses(*EVERYDAY)
def test_a_mark_that_is_taken_away_is_missed(browser: Browser, sample: Sample, outcome: Outcome) -> None:
    """What looks at the page finds each: where words stand in an element that says their language itself."""
    with opened(browser, outcome, sample, script=False) as page:
        missed = page.evaluate(
            """() => {
              const spoken = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && /\\p{L}/u.test(node.data));
              const marked = [...document.querySelectorAll("body, body [lang]")].filter(element => element.lang && spoken(element));
              const unnoticed = [];
              for (const element of marked) {
                const { lang } = element;
                const around = element.parentElement.closest("[lang]").lang;
                if (around === lang) continue;
                element.removeAttribute("lang");
                window.forgetFalseLanguages();
                if (window.lookForFalseLanguages().length === 0) unnoticed.push(element.outerHTML.slice(0, 200));
                element.lang = lang;
              }
              return [marked.length, unnoticed];
            }"""
        )
        count, unnoticed = missed
        assert unnoticed == []
        assert count > 60


@in_courses(ARABIC)
def test_a_page_from_right_to_left_is_laid_out_so(browser: Browser, sample: Sample, outcome: Outcome) -> None:
    """Contents on the right, marks before words; a sentence has its full stop at its left end."""
    with opened(browser, outcome, sample) as page:
        page.set_viewport_size({"width": 1280, "height": 800})
        module, question = outcome.course.modules[0], outcome.course.modules[0].scored[0].id
        turn_to(page, module.id)
        left = "element => element.getBoundingClientRect().left"
        contents, main = page.locator("#contents"), page.locator("#main")
        assert contents.evaluate(left) > main.evaluate(left)
        option = page.locator(f"#{question} .choice").first
        assert option.locator("input").evaluate(left) > option.locator("span").first.evaluate(left)
        stages = page.locator("[data-current] .stages__stage")
        assert stages.first.evaluate(left) >= stages.last.evaluate(left)
        for sentence in (
            page.locator("#several-first p.question__prompt"),
            page.locator(f"#{question} .question__terms").first,
        ):
            first, last = sentence.evaluate(
                """element => {
                  const { length } = element.textContent;
                  return [0, length - 1].map(at => {
                    const range = document.createRange();
                    const text = element.firstChild;
                    range.setStart(text, at);
                    range.setEnd(text, at + 1);
                    return [range.getBoundingClientRect().left, text.data[at]];
                  });
                }"""
            )
            assert last[1] == "." and last[0] < first[0]
        for width, height in ((320, 640), (640, 500)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
            assert ask(page, "clipped") == []


@pytest.mark.slow
@in_courses(WELSH)
def test_times_are_written_as_the_sentence_around_them(browser: Browser, sample: Sample, outcome: Outcome) -> None:
    """Not with a month in English, as Chromium has it, which does not know Welsh days."""
    with opened(browser, outcome, sample) as page:
        use_record(page, outcome.course)
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("[data-paper]")).to_contain_text("Erbyn 1 Mawrth 2026.")


@pytest.mark.slow
@in_courses(ENGLISH)
def test_a_script_that_marks_nothing_is_found_out(browser: Browser, sample: Sample, outcome: Outcome) -> None:
    """Without the marks that the run-time makes, verdicts and messages quote words as if they were its own."""
    script = next(path for path in outcome.written if path.name == "index.html").with_name("satchel.js")
    whole = script.read_text(encoding="utf-8")
    assert whole.count("body [lang]") == 1
    script.write_text(whole.replace("body [lang]", "body [lost]"), encoding="utf-8")
    try:
        with opened(browser, outcome, sample) as page:
            every_state(page, outcome.course, outcome.course.modules[1:2])
            move_steps(page, Keyboard(page, page), outcome.course.modules[1])
            found = "\n".join(false_languages(page))
    finally:
        script.write_text(whole, encoding="utf-8")
    for place in ("feedback__chosen", "button button--primary", "visually-hidden", 'text of <p class="">'):
        assert place in found
