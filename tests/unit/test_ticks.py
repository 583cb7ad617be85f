"""Checklists and declarations: boxes without a right or a wrong. Pictures with numbered places. Layers."""

from lxml import html

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Picture, Prose
from builder.model.content import words
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.limits.pairs import HEAD, course_of, module, report_of

LIST = "## Checklist: Before the visit\n\n- [ ] Read the file\n- [ ] Ring the family"
SENTENCE = "## Declare: The policy {#policy}\n\n- [ ] I have read it."


def item_of(text: str) -> AssessmentItem:
    """The one question of a text."""
    assert report_of(module(text)) == ()
    (item,) = course_of(module(text)).modules[0].items
    return item


def test_nothing_is_right_or_wrong() -> None:
    """Neither has a score; ids of entries are those of their words."""
    assert not item_of(LIST).scored and not item_of(SENTENCE).scored
    assert [choice.id for choice in item_of(LIST).choices] == ["read-the-file", "ring-the-family"]


def test_another_sentence_has_another_id() -> None:
    """Whatever is the same in it; capitals and the full stop at its end do not count."""
    ids = {
        item_of(SENTENCE.replace("I have read it.", words)).choices[0].id
        for words in ("I have read it.", "i have read it", "I have not read it.", "I have read it all.")
    }
    assert len(ids) == 3


def test_that_a_tick_is_kept_is_said_only_where_it_is() -> None:
    """Without script nothing is kept: the sentence is neither seen nor heard then, nor printed. Who sees it is said always."""
    for text in (SENTENCE, SENTENCE.replace("\n- ", "\nRead it first.\n\n- ")):
        page = html.document_fromstring(render_page(course_of(module(text)), templates_folder()))
        (kept,) = page.xpath("//*[@id='policy']//*[normalize-space()='Your tick is kept with its date and time.']")
        assert "data-js-only" in kept.attrib and kept.get("class") == "reflect__kept"
        note = kept.getparent()
        assert "your tutors can see" in kept.tail and "data-js-only" not in note.attrib
        assert note.get("id") in page.xpath("//*[@id='policy']/fieldset")[0].get("aria-describedby").split()
    hidden = (templates_folder() / "styles" / "print.css").read_text(encoding="utf-8").split("display: none")[0]
    assert "  [data-js-only]:not(.sheet, .my-notes[open], .result[data-current])" in hidden


def test_without_boxes_the_words_are_a_heading() -> None:
    """As in courses from before there were such blocks."""
    for text in ("## Checklist: what we ask\n\n- The file", "## Declare: how we do it\n\nWords."):
        assert all(isinstance(block, Prose) for block in course_of(module(text)).modules[0].blocks)
        assert report_of(module(text)) == ()


ROOM = "## Picture: A room {#room}\n\nLook.\n\n![A room](images/team.png)\n\n1. **The door** (10, 60): Does it open?\n2. **The window:** (90 %, 20 %) Is it safe?"


def test_a_picture_has_numbered_places_and_a_list() -> None:
    """Their names, what is said of them, and where they are."""
    assert report_of(module(ROOM)) == ()
    (block,) = course_of(module(ROOM)).modules[0].blocks
    assert (
        isinstance(block, Picture) and words(block.before) == "Look." and block.figure.picture.alternative == "A room"
    )
    assert [(s.part.name.text, words(s.part.content), s.left, s.top) for s in block.spots] == [
        ("The door", "Does it open?", 10, 60),
        ("The window", "Is it safe?", 90, 20),
    ]


def test_a_place_that_is_missing_or_beyond_the_edge_is_reported() -> None:
    """With the line to write."""
    for wrong in ("**The window** Is it safe?", "**The window** (190, 20): Is it safe?", "The window"):
        found = report_of(module(ROOM.replace("**The window:** (90 %, 20 %) Is it safe?", wrong)))
        assert [(d.rule, d.span.line) for d in found] == [("PIC-001", 12)], wrong
    plain = "## Picture: of a room\n\n![A room](images/team.png)\n\n1. The door"
    assert all(isinstance(block, Prose) for block in course_of(module(plain)).modules[0].blocks)


def test_places_that_lie_on_each_other_are_reported_with_both_lines() -> None:
    """Once for each that covers another, whichever way it is written; not those that are apart in one direction."""
    places = "1. **A** (20, 30): One.\n2. **B** (20, 70): Two.\n3. **C** (24 %; 26): Three.\n4. **D** (60, 30): Four.\n5. **E** (60, 34): Five."
    text = "## Picture: A room\n\n![A room](images/team.png)\n\n" + places
    found = [(one.rule, one.severity.value, one.span.line, one.message) for one in report_of(module(text))]
    lines = HEAD.count("\n") + 5
    said = "places {} and {} lie on each other (lines {} and {}): on a phone one number covers the other"
    assert found == [
        ("PIC-003", "warning", lines + 2, said.format(1, 3, lines, lines + 2)),
        ("PIC-003", "warning", lines + 4, said.format(4, 5, lines + 3, lines + 4)),
    ]


def test_each_layer_stands_in_the_one_before() -> None:
    """A list of one in a list of one, each with a heading and its own words; what stands above is about all."""
    text = "## Layers: Around {#around}\n\nSay where.\n\n**Town**\n\nA.\n\n**Street**\n\nB.\n\n**Home** {#home}\n\nC."
    page = html.document_fromstring(render_page(course_of(module(text)), templates_folder()))
    (block,) = page.xpath('//*[@id="around"]')
    layer = "ul/li"
    for name, content, identifier in [
        ("Town", "A.", "around-town"),
        ("Street", "B.", "around-street"),
        ("Home", "C.", "home"),
    ]:
        (item,) = block.xpath(layer)
        assert item.get("id") == identifier
        assert [h.text_content() for h in item.xpath("h3")] == [name]
        assert [p.text_content().strip() for p in item.xpath('div[@class="prose"]')] == [content]
        layer += "/ul/li"
    assert not block.xpath(layer)
    assert [p.text_content().strip() for p in block.xpath('div[@class="prose"]')] == ["Say where."]


def test_places_in_a_picture_may_be_in_any_figures() -> None:
    """With the comma of Arabic too."""
    text = "## Picture: غرفة {#room}\n\n![A room](images/team.png)\n\n1. **الباب** (١٠، ٦٠): so\n2. **Window** (80, 30)"
    (block,) = course_of(module(text)).modules[0].blocks
    assert isinstance(block, Picture) and [(spot.left, spot.top) for spot in block.spots] == [(10, 60), (80, 30)]
