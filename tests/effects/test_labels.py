"""Labels, headings and hints of the page: each stands at the thing that it names or explains."""

import shutil
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from builder.render.interface.catalogues import load_strings
from tests.cases import for_each
from tests.conftest import ROOT
from tests.effects.course import one, page_of, words

ENGLISH = load_strings(ROOT / "templates", "en-GB")
SETTINGS = "completion: pass-mark\npass-mark: 80\nscoring: partial\nprivacy: report\n"
FIRST = """We trust one another.[^why]

[^why]: A note.

## Watch: A film

[A film](media/film.mp4)

- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
- sign: media/film.mp4

## Match: Who does what? {#match}

| Who | Does |
| --- | --- |
| Ann | asks |
| Ben | waits |

## Sort: Which helps? {#sort}

**Helps**

- Trust

**Hinders**

- Haste

## Fill: One gap? {#gap}

It is [[this]].

## Fill: Two gaps? {#gaps}

[[One]] and [[two]].

## Order: Which first? {#order}

1. Ask
2. Act

## Scale: How sure? {#sure}

- Not at all
  > Ask first.
- Very

## Reflect: What helps? {#reflect}

Think.

Example: We asked.
"""

PLACES = {
    "module.to-start": "//*[@data-module='welcome']//nav/a[@data-previous]",
    "module.notes": "//*[@data-module='welcome']//h2[contains(@class, 'notes-title')]",
    "film.file": "//figure//ul/li[1]/a/text()",
    "match.partners": "//form[@id='match']//p[@class='pairs__bank-title']",
    "match.groups": "//form[@id='sort']//p[@class='pairs__bank-title']",
    "match.choose": "(//form[@id='match']//select)[1]/option[@value='']",
    "question.match": "//*[@id='match--prompt']",
    "question.sort": "//*[@id='sort--prompt']",
    "question.fill-one": "//*[@id='gap--prompt']",
    "question.fill": "//*[@id='gaps--prompt']",
    "question.put-in-order": "//*[@id='order--prompt']",
    "question.unscored": "//*[@id='sure--prompt']",
    "question.see-feedback": "//form[@id='sure']//a[@data-no-js]",
    "question.save": "//form[@id='sure']//button[@data-check]",
    "question.reported": "//*[@id='sure--note']",
    "fill.gap-alone": "//form[@id='gap']//label",
    "reflect.see-example": "//*[@data-item='reflect']//details[@data-example]/summary",
    "reflect.example": "//*[@id='answer-reflect']//h3",
    "reflect.later": "//*[@data-item='reflect']//label[.//input[@data-later]]",
    "glossary.title": "//*[@id='glossary']//h1",
    "answers.title": "//*[@id='answers']//h1",
    "result.partial": "//*[@id='result']//p[@class='result__terms']",
    "record.title": "//*[@id='record']//h1",
    "record.standfirst": "//*[@id='record']/header/p[@class='standfirst'][@data-js-only]",
    "record.no-script": "//*[@id='record']/header/p[@class='standfirst'][@data-no-js]",
    "record.privacy-some": "//*[@id='record']/header/p[@class='record__note']/span",
    "record.reflections": "//*[@data-record-part='reflections']//h2/*[1]",
    "record.reflections-hint": "//*[@data-record-part='reflections']/details/div/p",
    "record.goals": "//*[@data-record-part='goals']//h2/*[1]",
    "record.goals-hint": "//*[@data-record-part='goals']/details/div/p[1]",
    "record.goal-add": "//button[@data-goal-add]",
    "record.goal-undo": "//button[@data-goal-undo]",
    "record.peer": "//fieldset[@data-peer]/legend",
    "record.peer-hint": "//*[@id='record--peer--help']",
    "record.calendar": "//button[@data-calendar]",
    "record.keep": "//*[@id='record--keep']",
    "record.keep-hint": "//*[@data-keep-status]/following-sibling::p[1]",
    "record.choose": "//*[@data-choose]/../legend",
    "record.word": "//*[@id='record']/header//button[@data-word]",
    "record.print": "//button[@data-print]",
    "record.text": "//button[@data-text]",
    "record.no-download": "//details[@data-fallback]/summary",
    "record.no-download-hint": "//*[@id='record--copy-help']",
    "record.copy": "//label[@for='record--copy']",
    "record.device": "//*[@id='record--device']",
    "record.shared": "//label[.//input[@data-shared]]",
    "record.shared-hint": "//*[@id='record--shared-help']",
    "record.clear": "//button[@data-clear]/ancestor::details[1]/summary",
    "record.clear-hint": "//button[@data-clear]/ancestor::details[1]/p[1]",
    "record.clear-sure": "//button[@data-clear]",
    "record.waiting": "//*[contains(@class, 'record__waiting')]",
    "carry.title": "//details[@data-carry]/summary",
    "carry.about": "//details[@data-carry]/div/p[1]",
    "carry.save": "//button[@data-carry-save]",
    "carry.copy-title": "//details[@data-carry-text]/summary",
    "carry.copy": "//label[@for='carry--copy']",
    "carry.load": "//label[@for='carry--file']",
    "carry.paste-title": "//*[@data-carry-paste]/../summary",
    "carry.paste": "//label[@for='carry--paste']",
    "carry.read": "//button[@data-carry-read]",
    "carry.found": "//*[@data-carry-heading]",
    "carry.in-file": "//*[@data-carry-found]//thead//th[1]",
    "carry.here": "//*[@data-carry-found]//thead//th[2]",
    "carry.joined": "//*[@data-carry-found]/p[1]",
    "carry.join": "//button[@data-carry-join]",
    "carry.leave": "//button[@data-carry-leave]",
    "contents.title": "//nav[@id='contents']//summary",
    "skip.content": "//a[@href='#main'][@class='skip__link']",
    "save.no-script": "//header/p[@class='no-script']",
    "save.retry": "//button[@data-save-retry]",
    "save.leave": "//button[@data-save-leave]",
}
"""Key -> where its words stand, alone."""

NAMES = {
    "record.way": "//*[@id='record']//nav/@aria-label",
    "result.way": "//*[@id='result']//nav/@aria-label",
    "skip.title": "//header//nav/@aria-label",
    "notice.label": "//*[@data-notice]/@aria-label",
    "film.controls": "//figure//*[@role='group']/@aria-label",
    "film.files": "//figure//ul[@class='film__files']/@aria-label",
    "module.way": "//*[@data-module='welcome']//nav/@aria-label",
}
"""Key -> the attribute by which a screen reader names a part of the page."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> HtmlElement:
    """A page with every kind of label."""
    folder = tmp_path_factory.mktemp("labels") / "course"
    shutil.copytree(ROOT / "tests" / "courses" / "base", folder)
    (folder / "glossary.md").write_text("Trust\n: Relying on somebody.\n")
    (folder / "02-more.md").write_text("---\ntitle: More\n---\n\nMore.\n")
    return page_of(folder, SETTINGS, body=FIRST)


@for_each("key", PLACES)
def test_a_label_is_at_what_it_names(page: HtmlElement, key: str) -> None:
    """A button, a heading, a hint: whoever reads it knows what is beside it."""
    (found,) = page.xpath(PLACES[key])
    said = words(found) if isinstance(found, HtmlElement) else str(found).strip()
    assert said == ENGLISH[key].format(title="A film", number=1)


@for_each("key", NAMES)
def test_a_part_of_the_page_has_its_name(page: HtmlElement, key: str) -> None:
    """As a screen reader lists it."""
    (found,) = page.xpath(NAMES[key])
    assert found == ENGLISH[key].format(title="A film", number=1)


def test_a_term_says_where_it_is_used(page: HtmlElement) -> None:
    """With a link to the place."""
    uses = one(page, "//*[@id='glossary']//dd[@class='terms__uses']")
    assert words(uses) == f"{ENGLISH['glossary.used-in']} Welcome (Trust)"


def test_a_page_of_a_device_promises_no_lms(course_folder: Path) -> None:
    """The record says that all stays on the device only where no reflection goes further."""
    page = page_of(course_folder, body="## Reflect: What helps?\n\nThink.")
    assert words(one(page, "//*[@id='record']/header/p[@class='record__note']/span")) == ENGLISH["record.privacy"]
