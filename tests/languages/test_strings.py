"""The words of the interface in each language: whole, with their numbers, plural forms and notes; and a course's own."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from builder.check.language.interface import misplaced
from builder.cli import main
from builder.model.interface import BEGIN, ENGLISH_ALONE, Interface, OwnStrings, stem_of
from builder.pipeline import build, check
from builder.render.interface.catalogues import catalogue, english_of, knows, lookup, missing_from, notes, words_for
from builder.render.interface.cldr import bytes_in, figure, list_pattern, plural_forms
from builder.render.interface.words import Words
from tests.cases import for_each
from tests.conftest import ROOT

FOLDER = ROOT / "templates" / "strings"
ENGLISH = catalogue(ROOT / "templates", "en")
SHIPPED = ("ar", "cy", "pl", "uk")
ROOM = 34
"""Letters that fit on a button at 320 px: it wraps between words, so the longest word alone must fit as well."""
LONGEST_WORD = 24
BUTTONS = re.compile(r"^(Button|Link|Option|Checkbox|Head of a column|Label)")


def interface_for(tag: str, own: Sequence[OwnStrings] = ()) -> Interface:
    return words_for(tag, own, ROOT / "templates")


def texts(language: str) -> dict[str, str]:
    return dict(catalogue(ROOT / "templates", language))


def all_notes() -> dict[str, str]:
    return dict(notes(ROOT / "templates"))


def test_each_text_has_a_note_of_where_it_stands_and_no_note_is_left_over() -> None:
    """One for all plural forms, and one for all number words."""
    stems = {"number.1" if re.fullmatch(r"number\.\d+", key) else stem_of(key) for key in ENGLISH}
    assert stems == set(all_notes())
    assert all(len(note) >= 6 and note.endswith((".", "…")) for note in all_notes().values())


def test_each_place_in_braces_is_explained_or_plainly_a_number() -> None:
    """A translator who does not know what {list} is cannot put it where it belongs."""
    plain = {"count", "number", "total", "done", "opened", "right", "passMark", "percent", "time"}
    places = {
        stem_of(key): set(re.findall(r"\{(\w+)\}", text)) - plain
        for key, text in ENGLISH.items()
        if not ENGLISH_ALONE.fullmatch(key)
    }
    notes = all_notes()
    unexplained = {
        stem: sorted(lost)
        for stem, named in places.items()
        if (lost := {name for name in named if f"{{{name}}}" not in notes[stem]})
    }
    assert unexplained == {}


@pytest.mark.slow
@for_each("language", SHIPPED)
def test_a_language_that_comes_with_satchel_is_whole(language: str) -> None:
    """Each text, each plural form that the language has, nothing that English does not know."""
    own = texts(language)
    assert missing_from(own, ENGLISH, language) == ()
    assert [key for key in own if not knows(ENGLISH, key)] == []
    assert set(tomllib.loads((FOLDER / "languages.toml").read_text(encoding="utf-8"))) == set(SHIPPED)


@for_each("language", SHIPPED)
def test_each_translation_has_what_is_in_braces(language: str) -> None:
    """A number that a learner needs cannot get lost in translation."""
    faults = {key: misplaced(key, text, english_of(ENGLISH, key)) for key, text in texts(language).items()}
    assert {key: wrong for key, wrong in faults.items() if wrong} == {}


@for_each("language", ("en", *SHIPPED))
def test_only_a_form_for_one_number_leaves_the_number_out(language: str) -> None:
    """In Ukrainian `one` is 21 as well: "one question" would be false."""
    numbers = plural_forms(language)
    for key, text in texts(language).items():
        stem, form = stem_of(key), key.rpartition(".")[2]
        if stem != key and "{count}" not in text and "{count}" in english_of(ENGLISH, f"{stem}.other"):
            assert len(numbers.get(form, ())) <= 1, f"{key} stands for {numbers[form][:5]}"


@for_each("language", SHIPPED)
def test_labels_and_buttons_fit_a_narrow_screen(language: str) -> None:
    """At 320 px a button may break between words; a word that is too long would stick out."""
    notes = all_notes()
    for key, text in texts(language).items():
        longest = max(map(len, re.sub(r"\{\w+\}", "", text).split()), default=0)
        assert longest <= LONGEST_WORD, f"{key}: a word of {longest} letters"
        if BUTTONS.match(notes.get(stem_of(key), "")):
            assert len(text) <= max(ROOM, 2.2 * len(english_of(ENGLISH, key))), f"{key}: {text}"


@for_each("language", ["en", *SHIPPED])
def test_what_is_seen_on_a_button_is_part_of_its_name(language: str) -> None:
    """Who steers by voice says what she sees (WCAG 2.2, 2.5.3): the short words of a button stand in the long ones."""
    found = ENGLISH if language == "en" else texts(language)
    short = {key: text for key, text in found.items() if key.endswith("-short")}
    assert short
    for key, text in short.items():
        said = found[key.removesuffix("-short")]
        assert " ".join(text.split()).casefold() in " ".join(said.split()).casefold(), f"{key}: {text}, {said}"


@for_each("language", SHIPPED)
def test_a_translation_is_in_its_script_and_keeps_the_tone(language: str) -> None:
    """No text was left in English, and none shouts."""
    script = {"ar": "\u0600-\u06ff", "uk": "\u0400-\u04ff"}.get(language, "A-Za-zÀ-ž")
    same = {"my-notes.passage", "record.state", "list.comma", "search.title"}
    for key, text in texts(language).items():
        words = re.sub(r"\{\w+\}", "", text)
        assert "!" not in text, key
        assert key in same or re.search(f"[{script}]", words) or not re.search("[A-Za-z]", words), key
        assert text != ENGLISH.get(key) or key in same or key == "film.file", f"{key} is English: {text}"


DIALECTS = {
    "cy": "cy", "cy-GB": "cy", "CY-gb": "cy", "pl-PL": "pl", "uk-UA": "uk", "ar": "ar", "ar-EG": "ar", "ar-Arab-SY": "ar",
    "uk-Cyrl": "uk", "cy_GB": "cy",
}  # fmt: skip


@for_each(("tag", "language"), list(DIALECTS.items()))
def test_each_dialect_finds_its_words(tag: str, language: str) -> None:
    interface = interface_for(tag)
    assert (interface.language, interface.missing) == (tag, missing_from(texts(language), ENGLISH, tag))
    assert interface.strings["cover.start"] == texts(language)["cover.start"]


@for_each("tag", ["en", "en-GB", "en-US", "en-x-plain"])
def test_english_stays_english(tag: str) -> None:
    interface = interface_for(tag)
    assert (interface.language, interface.strings, interface.missing) == (tag, ENGLISH, ())


@for_each("tag", ["so", "fr", "ar-Latn", "uk-Latn", "pl-Cyrl", "ckb", "und"])
def test_what_has_no_words_in_its_script_is_english_and_says_so(tag: str) -> None:
    assert interface_for(tag).language == "en"


def test_the_nearest_file_counts_text_by_text() -> None:
    """A dialect over its language, a course over Satchel."""
    own = [OwnStrings("strings/cy.json", "cy", {"cover.start": "A", "tools.close": "B"}),
           OwnStrings("strings/cy-GB.json", "cy-GB", {"cover.start": "C"})]  # fmt: skip
    strings = interface_for("cy-GB", own).strings
    assert (strings["cover.start"], strings["tools.close"]) == ("C", "B")
    assert strings["tools.title"] == texts("cy")["tools.title"]
    assert interface_for("cy", own).strings["cover.start"] == "A"
    assert lookup("zh-Hant-TW") == ("zh-hant-tw", "zh-hant")


def test_numbers_and_lists_are_those_of_the_language() -> None:
    """Digits, plural forms and the last word of a list."""
    assert [figure(tag, 1234) for tag in ("en-GB", "ar", "ar-EG", "pl")] == ["1234", "1,234", "١٬٢٣٤", "1\xa0234"]
    words = Words(interface_for("cy"))
    assert [words.plural("record.minutes", number) for number in (1, 2, 3)] == ["1 munud", "2 funud", "3 munud"]
    words = Words(interface_for("uk"))
    assert [words.plural("attempts.left", number) for number in (1, 2, 5, 21)] == [
        "Залишилася 1 спроба.", "Залишилося 2 спроби.", "Залишилося 5 спроб.", "Залишилася 21 спроба.",
    ]  # fmt: skip
    assert list_pattern("ar", 3) == "{0} و{1} و{2}"
    assert Words(interface_for("pl")).listed(["Ala", "Jan", "Ewa"]) == "Ala, Jan i Ewa"
    assert Words(interface_for("en-GB")).listed(["Ala", "Jan", "Ewa"]) == "Ala, Jan and Ewa"


def start(folder: Path, language: str, **own: object) -> Path:
    """The sample course in a language, with texts of its own."""
    settings = (folder / "course.yml").read_text(encoding="utf-8")
    (folder / "course.yml").write_text(re.sub(r"language: .*", f"language: {language}", settings), encoding="utf-8")
    (folder / "strings").mkdir(exist_ok=True)
    for name, found in own.items():
        path = folder / "strings" / f"{name.replace('_', '-')}.json"
        path.write_text(
            json.dumps(found, ensure_ascii=False) if isinstance(found, dict) else str(found), encoding="utf-8"
        )
    return folder


def page_of(folder: Path) -> html.HtmlElement:
    outcome = build(folder, folder / "dist", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return html.fromstring(next(path for path in outcome.written if path.name == "index.html").read_bytes())


SOMALI = {
    "contents.title": "Tusmo",
    "module.number": "Cutub {number} ee {total}",
    "todo.open.other": "fur {count} cutub",
}


def test_a_language_that_is_partly_there_marks_what_it_lacks(course_folder: Path) -> None:
    """Each English text says that it is English, in elements and in what is spoken of them; the others stay Somali."""
    page = page_of(start(course_folder, "so", so=SOMALI))
    assert page.get("lang") == "so" and page.find("body").get("lang") is None
    spoken = []
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "title", "meta"}:
            continue
        (nearest,) = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
        if element.get("aria-label"):
            spoken.append((nearest, element.get("aria-label")))
        for words in element.xpath("text()"):
            if re.search("[A-Za-z]", words):
                spoken.append((nearest, words.strip()))
    assert ("so", "Tusmo") in spoken and ("so", "Cutub 1 ee 1") in spoken
    english = {text for text in ENGLISH.values() if not re.search(r"\{", text)} - set(SOMALI.values())
    wrong = [words for language, words in spoken if words in english and language != "en"]
    assert wrong == []
    # The sample's own words are taken for Somali, as it says; so none of these may be marked as English.
    assert [words for language, words in spoken if language == "en" and words in {"Welcome", "A sample course"}] == []
    assert sum(language == "en" for language, _ in spoken) > 60
    ltr = page.xpath("//*[@lang='en'][not(@dir='ltr')]")
    assert [element.tag for element in ltr] == []


def test_no_private_sign_is_left_on_the_page(course_folder: Path) -> None:
    """Nor in its data, where each is written as an escape for the run-time."""
    start(course_folder, "ar-Latn", ar_Latn={"cover.start": "ibda"})
    page_of(course_folder)
    text = next((course_folder / "dist").glob("*-web/index.html")).read_text(encoding="utf-8")
    assert not re.search("[\uf5d0-\uf5d3]", text)
    assert "\\uf5d0Contents\\uf5d1" in text
    assert '"missing": true' in text and "ibda" in text


def test_names_of_parts_stay_in_the_language_of_their_words(course_folder: Path) -> None:
    """An English name on a part of the page does not make the part English."""
    page = page_of(
        start(
            course_folder,
            "so",
            so=SOMALI | {"module.next": "Xiga:", "module.to-start": "Bilow", "module.end": "Dhammaad."},
        )
    )
    (onward,) = page.xpath("//section[@data-module]//nav[@class='onward']")
    assert onward.get("lang") == "en" and "After module" in onward.get("aria-label")
    inner = {
        element.text.strip(): element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]
        for element in onward.iter()
        if element.text and element.text.strip()
    }
    assert inner["Dhammaad."] == "so"


@for_each(
    ("wrong", "message"),
    [
        ({"cover.strat": "x"}, 'there is no text with the key "cover.strat"'),
        ({"module.number": "Modiwl {number}"}, '{total} is missing in "module.number"'),
        ({"module.number": "Modiwl {number} o {total} {sum}"}, "{sum} stands for nothing"),
        ({"todo.open.few": "agor modiwlau"}, '{count} is missing in "todo.open.few"'),
        ({"cover.start": 3}, 'the value of "cover.start" is not a text'),
        ('{"cover.start": "a",\n}', "this file is not JSON that can be read"),
        ("[]", "this file has no object of keys and texts"),
        ('{"cover.start": "a", "cover.start": "b"}', 'the key "cover.start" is written twice'),
        ("[" * 10_000, "this file has objects in objects without end"),
    ],
)
def test_a_file_that_does_not_fit_is_reported_at_its_line(course_folder: Path, wrong: object, message: str) -> None:
    found = [d for d in check(start(course_folder, "cy", cy=wrong)).report.errors if d.rule == "LNG-003"]
    assert len(found) == 1 and message in found[0].message
    assert found[0].span.path == "strings/cy.json"


def test_forms_for_one_number_and_for_none_may_leave_numbers_out(course_folder: Path) -> None:
    own = {"todo.open.one": "agor un", "todo.open.two": "agor dau", "progress.done.zero": "dim", "cover.start": ""}
    assert check(start(course_folder, "cy", cy=own)).report.errors == ()


def test_a_file_in_another_language_is_not_passed_over_in_silence(course_folder: Path) -> None:
    (found,) = [
        d for d in check(start(course_folder, "cy", pl={"cover.start": "x"})).report.diagnostics if d.rule == "LNG-004"
    ]
    assert (found.span.path, found.severity) == ("strings/pl.json", "warning")


def test_a_translation_of_what_was_said_once_is_reported(course_folder: Path) -> None:
    """The file quotes the English that was translated."""
    own = {"cover.start": {"english": "Begin", "text": "Dechrau"}, "tools.close": {"english": "Close", "text": "Cau"}}
    (found,) = [d for d in check(start(course_folder, "cy", cy=own)).report.diagnostics if d.rule == "LNG-004"]
    assert 'the English of "cover.start" has changed' in found.message and "Start" in found.hint


def test_english_words_can_be_changed_too(course_folder: Path) -> None:
    page = page_of(start(course_folder, "en-GB", en={"contents.title": "In this course"}))
    assert "In this course" in page.text_content() and not page.xpath("//*[@lang='en']")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["strings", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_translator_gets_a_file_fills_it_in_and_the_page_speaks(course_folder: Path) -> None:
    """The whole way: listed, written with notes, filled in, built, and asked again."""
    start(course_folder, "uk-Latn")
    said = run("uk-Latn", str(course_folder))
    path = course_folder / "strings" / "uk-Latn.json"
    work = json.loads(path.read_text(encoding="utf-8"))
    assert "cover.start: Start" in said and path.as_posix() in said
    assert work["cover.start"] == {
        "english": "Start",
        "note": "Link on the first page to the first module.",
        "text": "",
    }
    assert "For 1, 21, 31, 41, 51 and so on." in work["todo.open.one"]["note"]
    assert "number.7" not in work and "todo.open.many" in work
    assert check(course_folder).report.errors == ()
    for key, entry in work.items():
        entry["text"] = f"ъ {entry['english']}"
        if re.search(r"\.(one|few|many)$", key):
            entry["text"] = "ъ " + english_of(ENGLISH, f"{stem_of(key)}.other")
    path.write_text(json.dumps(work, ensure_ascii=False, indent=1), encoding="utf-8")
    assert "Every button and message is there" in run("uk-Latn", str(course_folder))
    assert [d.rule for d in check(course_folder).report.diagnostics if d.rule.startswith("LNG")] == []
    page = page_of(course_folder)
    assert not page.xpath("//*[@lang='en']")
    assert "ъ Contents" in page.text_content()


def test_what_a_translator_wrote_is_never_lost(course_folder: Path) -> None:
    """A second run adds what is missing, and leaves the rest, also what it does not know."""
    start(course_folder, "so", so={"cover.start": "Bilow", "mine": "kept"})
    run("so", str(course_folder))
    found = json.loads((course_folder / "strings" / "so.json").read_text(encoding="utf-8"))
    assert (found["cover.start"], found["mine"]) == ("Bilow", "kept") and len(found) > 400
    before = (course_folder / "strings" / "so.json").read_bytes()
    assert "stood there already" in run("so", str(course_folder))
    assert (course_folder / "strings" / "so.json").read_bytes() == before
    (course_folder / "strings" / "so.json").write_text("{broken", encoding="utf-8")
    result = CliRunner().invoke(main, ["strings", "so", str(course_folder)])
    assert result.exit_code == 2 and (course_folder / "strings" / "so.json").read_text() == "{broken"


@pytest.mark.slow
def test_a_language_that_is_whole_writes_nothing_unless_all_is_asked_for(course_folder: Path) -> None:
    said = run("cy", str(course_folder))
    assert "No native reader has read them yet." in said and "Nothing was written" in said
    assert not (course_folder / "strings").exists()
    run("cy", str(course_folder), "--all")
    found = json.loads((course_folder / "strings" / "cy.json").read_text(encoding="utf-8"))
    assert found["cover.start"]["text"] == "Dechrau"


def test_a_tag_that_is_no_language_is_refused(course_folder: Path) -> None:
    assert CliRunner().invoke(main, ["strings", "klingonese", str(course_folder)]).exit_code == 2


@pytest.mark.slow
def test_words_that_await_a_reader_are_a_remark_and_stop_no_strict_build(course_folder: Path) -> None:
    report = check(start(course_folder, "pl-PL")).report
    assert [(d.rule, d.severity) for d in report.diagnostics if d.rule.startswith("LNG")] == [("LNG-005", "info")]
    assert report.clean


def test_what_is_missing_stands_between_marks_that_no_text_has() -> None:
    strings = interface_for("so", [OwnStrings("strings/so.json", "so", SOMALI)]).strings
    assert strings["cover.start"].startswith(BEGIN)
    assert (strings["todo.open.other"], "todo.open.one" in strings) == (SOMALI["todo.open.other"], False)
    assert not any(BEGIN in text for name in ("en", *SHIPPED) for text in texts(name).values())


@pytest.mark.parametrize("tag", ["cy", "ar", "uk", "so"])
def test_days_reach_browsers_that_do_not_know_the_language(course_folder: Path, tag: str) -> None:
    """Chromium has no Welsh and no Somali days."""
    page = page_of(start(course_folder, tag, **({tag: SOMALI} if tag == "so" else {})))
    data = json.loads(page.get_element_by_id("satchel-course").text)
    assert {"{day}", "{month}", "{year}"} == set(re.findall(r"\{\w+\}", data["strings"]["date.long"]))
    assert data["strings"]["date.month-3"] in {"Mawrth", "مارس", "березня", "Maarso"}


@pytest.mark.parametrize(
    ("tag", "small", "large"),
    [("en-GB", "12 KB", "4.2 MB"), ("uk", "12 кБ", "4,2 МБ"), ("ar", "12 كيلوبايت", "4.2 م.ب"), ("ar-EG", "١٢ كيلوبايت", "٤٫٢ م.ب"), ("tlh", "12 KB", "4.2 MB")],
)  # fmt: skip
def test_the_size_of_a_file_is_in_the_units_of_the_language(tag: str, small: str, large: str) -> None:
    said = [bytes_in(tag, 12, "kilobyte"), bytes_in(tag, 4.24, "megabyte")]
    assert [" ".join(one.split()) for one in said] == [small, large]


def test_a_course_in_english_needs_no_library_of_languages(course_folder: Path) -> None:
    """Loading it would take longer than reading a small course."""
    code = (
        "import sys; from pathlib import Path; from builder.pipeline import build;"
        f"assert build(Path({str(course_folder)!r}), Path({str(course_folder / 'dist')!r}), ['web']).packages;"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0
