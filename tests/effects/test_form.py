"""A form of one's own in the record of learning, as a learner meets it."""

from pathlib import Path

from tests.effects.course import one, page_of, words

FORM = """title: Our form
about: As of March.
questions:
  - id: what
    ask: What was it?
    kind: line
    help: A few words.
  - id: learnt
    ask: What did you learn?
  - id: when
    ask: When?
    kind: date
  - id: how
    ask: How sure are you?
    kind: one
    options: [Very, A little]
  - id: which
    ask: Which of these?
    kind: several
    framework: PCF
"""
SETTINGS = "record: record.yml\nstandards:\n  PCF: [Knowledge, Values]\n"


def test_each_key_of_a_form_is_on_the_page(course_folder: Path) -> None:
    """Title, origin, questions in order, help, and a field of the kind that was asked for."""
    (course_folder / "record.yml").write_text(FORM)
    form = one(page_of(course_folder, SETTINGS), "//*[@data-record-part='form']")
    assert words(one(form, ".//h2")) == "Our form"
    assert words(one(form, ".//*[@data-form-about]")) == "As of March."
    asked = form.xpath(".//*[@data-asked]")
    assert [block.get("data-asked") for block in asked] == ["what", "learnt", "when", "how", "which"]
    assert [words(one(block, ".//*[@data-ask]")) for block in asked][:2] == ["What was it?", "What did you learn?"]
    line, text, date, choice, several = asked
    assert one(line, ".//input").get("type") == "text" and one(text, ".//textarea") is not None
    assert one(line, ".//input").get("aria-describedby") == one(line, ".//p").get("id")
    assert words(one(line, ".//p")) == "A few words."
    assert [words(label) for label in date.xpath(".//label")] == ["Day", "Month", "Year"]
    assert [field.get("inputmode") for field in date.xpath(".//input[@type='text']")] == ["numeric"] * 3
    assert date.tag == "fieldset" and words(one(date, "./legend")) == "When?"
    assert [box.get("type") for box in choice.xpath(".//input")] == ["radio", "radio"]
    assert [words(label) for label in choice.xpath(".//label")] == ["Very", "A little"]
    assert [box.get("type") for box in several.xpath(".//input")] == ["checkbox", "checkbox"]
    assert [words(label) for label in several.xpath(".//label")] == ["Knowledge", "Values"]
