"""What a learner, a browser and a catalogue find in the rendered page."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from lxml.html import HtmlElement

from builder.errors import TemplateFault
from builder.model.assessment import OrderInteraction
from builder.model.content import Fragment, Link, Text
from builder.model.course import Course
from builder.model.interface import BEGIN, END
from builder.model.media import Asset
from builder.render import render_course
from builder.render.assets.styles import join_styles, running_title
from builder.render.course import render_page
from builder.render.interface.catalogues import load_strings, words_for
from builder.render.interface.words import Words
from builder.render.page.environment import render_template, templates_folder
from builder.render.page.expectation import what_to_expect
from builder.render.page.filters import beyond, clock, data_url, file_size
from builder.render.page.metadata import course_metadata
from builder.render.page.print_order import shuffled
from tests.cases import for_each
from tests.examples import example_items
from tests.unit.content_factory import paragraphs
from tests.unit.course_factory import (
    checked,
    course,
    film,
    first_course,
    module,
    option,
    order,
    prose,
    quiz,
    reflect,
    stages,
    webvtt,
)

TEMPLATES = templates_folder()
ENGLISH = load_strings(TEMPLATES, "en-GB")
WORDS = Words(words_for("en-GB", (), TEMPLATES))


def page_of(one: Course) -> HtmlElement:
    """The rendered page, parsed."""
    return html.document_fromstring(render_page(one, TEMPLATES))


def one(page: HtmlElement, selector: str) -> HtmlElement:
    """The only element that matches an XPath expression."""
    found = page.xpath(selector)
    assert len(found) == 1, f"{len(found)} of {selector}"
    element = found[0]
    assert isinstance(element, HtmlElement)
    return element


def words(element: HtmlElement) -> str:
    """Its text, with single spaces."""
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    """The first course, with every kind of block."""
    return page_of(first_course())


# The document


def test_every_id_is_there_once(page: HtmlElement) -> None:
    """A link, a label and the learner's saved work each find exactly one place."""
    doubled = [name for name, count in Counter(page.xpath("//@id")).items() if count > 1]
    assert doubled == []


def test_every_reference_has_its_target(page: HtmlElement) -> None:
    """No label, description or link inside the page leads nowhere."""
    ids = set(page.xpath("//@id"))
    named = " ".join(page.xpath("//@aria-labelledby | //@aria-describedby | //@for")).split()
    linked = [address[1:] for address in page.xpath("//@href") if address.startswith("#")]
    assert {*named, *linked} - ids == set()


def test_nothing_in_the_page_is_refused_by_its_own_policy(page: HtmlElement) -> None:
    """The Content-Security-Policy lets no inline script, style or handler run: there must be none."""
    inline = page.xpath("//script[not(@src)][not(starts-with(@type, 'application/'))] | //style")
    attributes = [name for element in page.iter(html.etree.Element) for name in element.attrib]
    assert inline == []
    assert [name for name in attributes if name == "style" or name.startswith("on")] == []
    assert page.xpath("//script[@type='module'] | //@integrity | //@crossorigin") == []


def test_nothing_is_asked_of_another_host(page: HtmlElement) -> None:
    """The page must open from disk, without a network."""
    loaded = page.xpath("//@src | //link/@href | //@poster")
    assert [address for address in loaded if not address.startswith("data:") and "//" in address] == []


def test_each_page_of_the_document_has_one_h1_that_can_take_the_focus(page: HtmlElement) -> None:
    """The run-time moves the focus to the heading of the page it shows."""
    sections = page.xpath("//*[@data-page]")
    assert len(sections) == 7
    for section in sections:
        assert one(section, ".//h1").get("tabindex") == "-1"


def test_run_time_data_survive_hostile_titles() -> None:
    """A title cannot close the script element that carries it, and comes out as it went in."""
    title = 'A </script><b> & "B"'
    data = json.loads(one(page_of(course(title=title)), "//*[@id='satchel-course']").text or "")
    assert data["title"] == title
    assert data["completion"] == {"rule": "all-modules", "passMark": None, "partial": False}
    assert data["strings"]["question.check"] == "Check answer"


def test_the_page_speaks_its_own_words_in_content(page: HtmlElement) -> None:
    """A link that opens a new tab says so, and a note leads back."""
    link = one(page, "//a[contains(@href, 'example.org/article')]")
    assert words(link).endswith("(opens in a new tab)")
    assert words(one(page, "//a[@class='note-back']")) == "Back to the text"
    assert not page.xpath("//main//comment()")


# Cover, modules, contents


def test_cover_says_what_to_expect_and_leads_to_the_first_module(page: HtmlElement) -> None:
    """Title, one line of what is to come, one button, the modules in order."""
    cover = one(page, "//*[@data-page='cover']")
    assert "Three films, four short questions, four questions to think about, about 45 minutes" in words(cover)
    assert one(cover, ".//a[@data-start]").get("href") == "#welcome"
    assert [item.get("href") for item in cover.xpath(".//ol//a")] == [f"#{one.id}" for one in first_course().modules]


def test_expectation_counts_as_people_do() -> None:
    """Words to twenty, figures above, one is one, nothing is not mentioned."""
    questions = [quiz(f"q{n}", "?", option("a", "A", True), option("b", "B")) for n in range(21)]
    one_film = module("m", "M", film("f", "F"), *questions)
    assert what_to_expect(course(one_film, minutes=20), WORDS) == "One film, 21 short questions, about twenty minutes"
    assert what_to_expect(course(module("m", "M", reflect("r", "R"))), WORDS) == "One question to think about"
    assert what_to_expect(course(), WORDS) == ""
    one_scale = next(item for item in example_items() if item.kind.name == "scale")
    both = course(module("m", "M", one_scale, reflect("r", "R")))
    assert what_to_expect(both, WORDS) == "One short question, one question to think about"
    one_question = course(module("m", "M", questions[0]), minutes=1)
    assert what_to_expect(one_question, WORDS) == "One short question, about one minute"


def test_module_says_where_it_stands_and_who_presents_it(page: HtmlElement) -> None:
    """ "Module 2 of 6", the title, the summary and the presenter stand at its head."""
    head = words(one(page, "//*[@id='ethical-innovation']/header"))
    assert head.startswith("Module 2 of 6 What is ethical innovation")
    assert head.endswith("With Michelle Lefevre")


def test_way_on_leads_forward_and_back(page: HtmlElement) -> None:
    """Each module leads to the next by its title and back to the one before."""
    way = one(page, "//*[@id='framework']//nav")
    assert words(one(way, ".//a[@data-next]")) == "Next: Local system conditions that support innovation"
    assert one(way, ".//a[@data-next]").get("href") == "#conditions"
    assert one(way, ".//a[@data-previous]").get("href") == "#ethical-innovation"


def test_last_module_leads_back_to_the_start(page: HtmlElement) -> None:
    """Nobody is left at a dead end."""
    way = one(page, "//*[@id='presenters-and-references']//nav")
    assert one(way, ".//a[@data-next]").get("href") == "#cover"
    assert "That was the last module." in words(way)


def test_landmarks_of_one_kind_have_different_names(page: HtmlElement) -> None:
    """Without script all modules are on one page: each navigation needs a name of its own."""
    names = page.xpath("//nav/@aria-label")
    assert len(names) == len(set(names)) == 7


def test_contents_work_without_script(page: HtmlElement) -> None:
    """A native details element holds a link to each module."""
    nav = one(page, "//nav[@id='contents']")
    assert words(one(nav, ".//details/summary")) == "Contents"
    assert nav.xpath(".//li/a/@data-contents") == [one.id for one in first_course().modules]


def test_long_course_keeps_its_contents_folded() -> None:
    """A thousand titles in the margin would make every page as long as the list."""
    few = course(*(module(f"m{n}", "M", prose("P")) for n in range(40)))
    many = course(*(module(f"m{n}", "M", prose("P")) for n in range(41)))
    assert not page_of(few).find_class("contents--long")
    assert page_of(many).find_class("contents--long")


def test_module_in_another_language_says_so() -> None:
    """Screen readers change their voice by `lang` (WCAG 3.1.2): for the author's words, and not for the buttons."""
    welsh = replace(module("m", "Croeso", prose("Croeso")), language="cy")
    page = page_of(course(welsh))
    assert one(page, "//*[@data-module='m']//h1").get("lang") == "cy"
    assert one(page, "//*[@data-module='m']//div[@class='prose']").get("lang") == "cy"
    assert (
        one(page, "//*[@data-module='m']//*[@class='module__number']/ancestor-or-self::*[@lang][1]").get("lang")
        == "en-GB"
    )
    assert one(page, "//*[@data-contents='m']/span[1]").get("lang") == "cy"


# Questions and answers


def test_several_right_answers_make_tick_boxes_with_a_hint(page: HtmlElement) -> None:
    """One right answer is a radio button; several are tick boxes, and that is said."""
    several, single = one(page, "//form[@id='priorities']"), one(page, "//form[@id='enabler']")
    assert set(several.xpath(".//input/@type")) == {"checkbox"}
    assert "Choose all that apply." in words(several)
    assert set(single.xpath(".//input/@type")) == {"radio"}
    assert single.get("data-kind") == "choice"
    assert one(page, "//form[@id='participation']").get("data-kind") == "true-false"


def test_authors_prompt_takes_the_place_of_the_hint() -> None:
    """The author's own words stand alone and describe the group."""
    item = quiz("q", "Q?", option("a", "A", True), option("b", "B", True), prompt=paragraphs("Tick two."))
    form = one(page_of(course(module("m", "M", item))), "//form")
    assert "Choose all that apply." not in words(form)
    described = one(form, ".//fieldset").get("aria-describedby")
    assert words(one(form, f".//*[@id='{described}']")) == "Tick two."


def test_question_is_its_own_heading_and_starts_unanswered(page: HtmlElement) -> None:
    """The legend holds the h2; the feedback is empty, and what is said goes to the page's one live region."""
    form = one(page, "//form[@id='enabler']")
    assert words(one(form, "./fieldset/legend/h2")) == "Which of these is a local enabler of innovation?"
    assert form.get("data-state") == "unanswered"
    feedback = one(form, ".//*[@data-feedback]")
    assert (feedback.get("role"), words(feedback), len(feedback)) == (None, "", 0)
    assert one(page, "//*[@data-announce]").get("role") == "status"
    assert one(form, ".//*[@data-error]").get("hidden") is not None


def test_what_needs_script_is_marked_and_has_a_stand_in_without(page: HtmlElement) -> None:
    """Without script no dead button shows: a link leads to the answer."""
    for form in page.xpath("//form"):
        assert one(form, ".//button[@data-check]").get("data-js-only") is not None
        assert one(form, ".//a[@data-no-js]").get("href") == f"#answer-{form.get('id')}"
    for move in page.xpath("//button[@data-move]"):
        assert move.xpath("ancestor::*[@data-js-only]")


def test_order_is_never_shown_in_its_right_order() -> None:
    """However the steps are called, and the same at each build; three or more are not in their order backwards either."""
    for size in range(2, 7):
        for number in range(60):
            steps = tuple(option(f"s{one}", f"Step {one}") for one in range(size))
            mixed = shuffled(f"item-{number}", steps)
            assert mixed != steps and (size == 2 or mixed != steps[::-1])
            assert sorted(mixed, key=lambda step: step.id) == list(steps)
            assert mixed == shuffled(f"item-{number}", steps)


def test_order_buttons_name_what_they_move() -> None:
    """A screen reader hears which step, a sighted learner sees "Move up"."""
    item = order("o", "Order?", option("a", "First"), option("b", "Second"))
    form = one(page_of(course(module("m", "M", item))), "//form")
    assert isinstance(item.interaction, OrderInteraction)
    assert [words(button) for button in form.xpath(".//button[@data-move]")] == [
        "Move up Second",
        "Move down Second",
        "Move up First",
        "Move down First",
    ]


def test_answers_tell_right_from_not_right_in_words(page: HtmlElement) -> None:
    """The run-time and the reader without script find the same answers there."""
    answer = one(page, "//*[@data-answer='priorities']")
    right = answer.xpath(".//li[@data-correct]/@data-choice")
    assert right == ["partnership", "learning", "shift"]
    assert words(answer.xpath(".//li")[1]) == (
        "Not correct: Keep power where it is The film speaks of shifting and disrupting power dynamics."
    )
    assert words(one(answer, ".//*[@data-overall-feedback]")).startswith("All three rest")


def test_answer_to_an_order_stands_in_the_right_order(page: HtmlElement) -> None:
    """The list itself is the answer."""
    answer = one(page, "//*[@data-answer='stage-order']")
    assert answer.xpath("./ol/li/@data-choice") == [f"s{n}" for n in range(6)]
    shown = page.xpath("//form[@id='stage-order']//li/@data-choice")
    assert sorted(shown) == [f"s{n}" for n in range(6)] != shown


def test_link_in_a_question_is_no_link_inside_a_link() -> None:
    """The answers repeat the question as a link, which may hold no other (HTML 4.5.1)."""
    link = Link("https://example.org", (Text("this"),), new_tab=True)
    title = Fragment((Text("Is "), link, Text(" so?")), "Is this so?")
    item = replace(quiz("q", "", option("a", "A", True), option("b", "B")), title=title)
    page = page_of(course(module("m", "M", item)))
    assert words(one(page, "//*[@data-answer='q']/h2/a")) == "Is this so?"
    assert len(page.xpath("//a[@href='https://example.org']")) == 1


def test_course_without_questions_has_no_answers() -> None:
    """No empty page at the end."""
    assert page_of(course()).xpath("//*[@id='answers']") == []


def test_reflection_says_where_the_words_are_kept_before_they_are_written(page: HtmlElement) -> None:
    """The field is described by its prompt and by the sentence on privacy."""
    field = one(page, "//textarea[@id='enablers--text']")
    described = (field.get("aria-describedby") or "").split()
    assert described == ["enablers--prompt", "enablers--privacy"]
    assert "Kept on this device only" in words(one(page, "//*[@id='enablers--privacy']"))
    assert words(one(page, "//label[@for='enablers--text']")) == "What enables innovation in your local context?"


# Films and stages


def test_captions_are_in_the_page_itself() -> None:
    """A track read from a file fails on file://; the data: URL gives back the very file."""
    text, _ = webvtt((0, 4, "50 % & more, “quoted” #1"))
    head, _, body = data_url(text).partition(",")
    assert head == "data:text/vtt;charset=utf-8"
    assert unquote(body) == text
    assert not re.search(r"[\s\"<>#&]", body)


def test_film_carries_tracks_transcript_and_downloads(page: HtmlElement) -> None:
    """Captions are on by default; the transcript is one press away, without script."""
    figure = one(page, "//figure[@data-film='watch-ethical']")
    kinds = [(track.get("kind"), track.get("default") is not None) for track in figure.xpath(".//track")]
    assert kinds == [("captions", True), ("chapters", False)]
    assert words(one(figure, ".//details[summary='Transcript']")).startswith("Transcript Hello & welcome.")
    assert words(one(figure, ".//details[.//ul//a]/summary")) == "Files of this film"
    assert [words(link) for link in figure.xpath(".//ul//a")] == [
        "Film (MP4, 1.2 MB)",
        "Transcript (TXT, 1 KB)",
        "Captions, English (VTT, 1 KB)",
    ]
    assert words(figure[0]) == "Ethical innovation Stand-in, 40 seconds. Original film: 7 minutes."


def test_chapters_are_buttons_that_name_time_and_title(page: HtmlElement) -> None:
    """The time is read from `data-film-seek`, in seconds."""
    buttons = page.xpath("//figure[@data-film='watch-ethical']//button[@data-film-seek]")
    assert [(button.get("data-film-seek"), words(button)) for button in buttons] == [
        ("0", "0:00 Opening"),
        ("12", "0:12 Key points"),
    ]


def test_stages_are_a_list_of_places_to_link_to(page: HtmlElement) -> None:
    """The picture is real text."""
    steps = page.xpath("//*[@id='stages']//ol/li")
    assert [words(step) for step in steps][-1] == "System change"
    assert steps[-1].get("id") == "stages--system-change"


def test_stages_with_words_below_them_do_not_share_one_line() -> None:
    """Six columns are too narrow for sentences."""
    with_words = module("m", "M", stages("s", "S", "One", "Two", detail=paragraphs("More.")))
    assert not page_of(course(with_words)).find_class("stages--wide")
    assert page_of(course(module("m", "M", stages("s", "S", "One", "Two")))).find_class("stages--wide")


@for_each(("seconds", "shown"), [(0, "0:00"), (7.9, "0:07"), (60, "1:00"), (750, "12:30"), (3725, "1:02:05")])
def test_times_are_written_as_people_write_them(seconds: float, shown: str) -> None:
    """Minutes and seconds, hours only when there are any."""
    assert clock(seconds) == shown


@for_each(("size", "shown"), [(1, "1 KB"), (12_400, "12 KB"), (4_180_000, "4.2 MB")])
def test_sizes_are_shown_as_file_managers_do(size: int, shown: str) -> None:
    """Learners on a small data plan see the size before they press."""
    assert file_size({}, size) == shown


@for_each(
    ("link", "shown"),
    [
        ("Ethics (stand-in, 40 seconds)", "Stand-in, 40 seconds"),
        ("Ethics", ""),
        ("Another film", "Another film"),
        ("Ethics، دقيقتان", "دقيقتان"),
    ],
)
def test_title_of_a_film_is_not_said_twice(link: str, shown: str) -> None:
    """Only what the link says beyond the heading is shown below it."""
    assert beyond(link, "Ethics") == shown


# Catalogues


def test_metadata_claim_only_what_is_true() -> None:
    """A course of words is free of hazards and needs no hearing; one with films is not called so."""
    plain, films = course_metadata(course(), ENGLISH), course_metadata(first_course(), ENGLISH)
    assert plain["accessMode"] == ["textual"]
    assert plain["accessibilityHazard"] == ["none"]
    assert "captions" not in str(plain["accessibilityFeature"])
    assert films["accessibilityHazard"] == ["unknown"]
    assert {"captions", "transcript"} <= set(films["accessibilityFeature"])  # type: ignore[call-overload]
    assert "audioDescription" not in str(films)


def test_one_film_without_a_transcript_takes_the_claim_from_all() -> None:
    """What does not hold for every film is not said of the course."""
    mute = replace(film("f", "F"), transcript=())
    said = course_metadata(course(module("m", "M", film("g", "G"), mute)), ENGLISH)
    assert "transcript" not in str(said["accessibilityFeature"])
    assert {"@type": "ItemList", "itemListElement": ["textual"]} not in said["accessModeSufficient"]  # type: ignore[operator]
    assert said["accessibilitySummary"] == ENGLISH["access.text"]


# Strings, templates, stylesheets


def copy_strings(folder: Path, **catalogues: dict[str, str]) -> Path:
    """A templates folder with catalogues of its own."""
    (folder / "strings").mkdir()
    for language, texts in catalogues.items():
        (folder / f"strings/{language}.json").write_text(json.dumps(texts), encoding="utf-8")
    return folder


def test_page_speaks_the_language_of_the_course(tmp_path: Path) -> None:
    """By its primary tag; everything is in English where there is no translation."""
    english, welsh = {"a": "one", "b": "two {n}"}, {"a": "un", "b": "{n} dau"}
    folder = copy_strings(tmp_path, en=english, cy=welsh, pl={"b": "{n} dwa"})
    assert load_strings(folder, "cy-GB") == welsh
    assert load_strings(folder, "fr") == english
    assert load_strings(folder, "pl") == {"a": f"{BEGIN}one{END}", "b": "{n} dwa"}
    spoken = {tag: words_for(tag, (), folder).language for tag in ("cy-GB", "en-GB", "fr", "pl")}
    assert spoken == {"cy-GB": "cy-GB", "en-GB": "en-GB", "fr": "en", "pl": "pl"}


def test_every_catalogue_is_sorted_and_flat() -> None:
    """Two engineers who add a key each do not meet in the same line."""
    for path in sorted((TEMPLATES / "strings").glob("*.json")):
        texts = json.loads(path.read_text(encoding="utf-8"))
        assert list(texts) == sorted(texts)
        assert all(isinstance(text, str) and text for text in texts.values())


@for_each(
    ("text", "line"),
    [("a\n{{ missing }}", 2), ("a\n\n{% if %}", 3), ("{% include 'gone.html' %}", 1), ("\n{{ given['key'] }}", 2)],
)
def test_template_fault_names_template_and_line(tmp_path: Path, text: str, line: int) -> None:
    """The error names file and line for whoever writes the template."""
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateFault, match=rf"template page\.html, line {line}: "):
        render_template(tmp_path, "page.html", given={})


def test_words_of_the_author_are_escaped(tmp_path: Path) -> None:
    """Plain text never becomes a tag."""
    (tmp_path / "page.html").write_text("{{ words }}", encoding="utf-8")
    assert render_template(tmp_path, "page.html", words="a < b & c") == "a &lt; b &amp; c"


def test_printed_title_is_safe_in_the_stylesheet() -> None:
    """A quote or a backslash in a title cannot end the rule it stands in."""
    rule = running_title('A "b" \\ c}')
    assert rule == '@page { @top-left { content: "A \\22 b\\22  \\5c  c\\7d "; } }'


def test_stylesheet_keeps_reading_order() -> None:
    """What is seen and what is heard come in the same order (WCAG 1.3.2, 2.4.3)."""
    sheet = join_styles(TEMPLATES, "T")
    assert not re.search(r"(?<![\w-])order:|-reverse|100vh", sheet)
    # Contents and notices come first anyway, wherever the page is scrolled to; the tools are the last of the contents.
    own = (".contents", ".notice", ".tools")
    assert all(rule.endswith(own) for rule in re.findall(r"([^{}]+)\{[^{}]*position:sticky", sheet))
    # Their panel has the focus when it opens, and closes behind it. Tab goes to the button of selected words, and on from the words.
    assert sorted(re.findall(r"([^{}]+)\{[^{}]*position:fixed", sheet)) == [".highlighting", ".tools__panel"]


# The stage


def test_every_destination_has_its_own_script_and_shares_the_rest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One page, one stylesheet, the author's files as they lie on disk, a script for each destination."""
    scripts = {to: f"start({to!r});" for to in ("scorm12", "scorm2004", "web", "record")}
    monkeypatch.setattr("builder.render.course.course_scripts", lambda folder: scripts)
    asset = Asset("My Film.mp4", "media/my-film.mp4", 3)
    rendered = render_course(checked(assets=(asset,), folder=tmp_path))
    assert rendered.launch == "index.html"
    assert [file.name for file in rendered.files] == ["index.html", "media/my-film.mp4", "satchel.css", "satchel.json"]
    assert rendered.files[1].content == tmp_path / "My Film.mp4"
    assert {to: file.content for to, file in rendered.scripts.items()} == {
        "scorm12": b"start('scorm12');",
        "scorm2004": b"start('scorm2004');",
        "web": b"start('web');",
    }
    assert {file.name for file in rendered.scripts.values()} == {"satchel.js"}


def test_same_course_gives_the_same_page() -> None:
    """Byte for byte."""
    assert render_page(first_course(), TEMPLATES) == render_page(first_course(), TEMPLATES)
