"""The direction of a language, by its tag."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from builder.model.content import Code, CodeBlock, Paragraph, Text
from builder.pipeline import build
from builder.read.language_tags import CODES
from builder.render.html.blocks import HtmlWriter
from builder.render.html.direction import direction
from tests.cases import for_each

LEFTWARD = [
    "ar",
    "ar-SY",
    "arz",
    "ajp",
    "ary",
    "he",
    "yi",
    "fa",
    "prs",
    "ps",
    "ur",
    "ur-PK",
    "sd",
    "ug",
    "ckb",
    "dv",
    "syr",
    "nqo",
    "lad",
    "pnb",
    "skr",
    "bal",
    "rhg",
    "az-Arab",
    "az-IR",
    "ku-Arab",
    "ku-IQ",
    "pa-Arab",
    "pa-PK",
    "ha-Arab",
    "ms-Arab",
    "uz-AF",
    "uz-Arab",
    "ky-CN",
    "kk-CN",
    "tg-Arab",
    "ff-Adlm",
    "man-Nkoo",
    "en-Hebr",
]
RIGHTWARD = [
    "en",
    "en-GB",
    "cy",
    "pl",
    "uk",
    "so",
    "ti",
    "am",
    "az",
    "az-Latn",
    "ku",
    "ku-TR",
    "kmr",
    "pa",
    "pa-IN",
    "ha",
    "ha-NG",
    "ms",
    "uz",
    "ky",
    "kk",
    "tg",
    "ff",
    "man",
    "sd-Deva",
    "sd-IN",
    "ug-Cyrl",
    "ug-KZ",
    "ar-Latn",
    "he-Latn",
    "fa-Cyrl",
    "ks-Deva",
    "zh-Hant",
    "mt",
    "sw",
    "bfi",
]


@for_each("tag", LEFTWARD)
def test_what_runs_from_right_to_left(tag: str) -> None:
    """By the language; by the script or the country where the tag names one."""
    assert direction(tag) == "rtl"


@for_each("tag", RIGHTWARD)
def test_what_runs_from_left_to_right(tag: str) -> None:
    """Among them languages that others write in Arabic letters, and Arabic and Hebrew in Latin ones."""
    assert direction(tag) == "ltr"


def test_few_languages_that_a_tag_can_name_run_from_right_to_left() -> None:
    """All others are as they were: written down here, so that a slip in the list is seen."""
    found = {code for code in CODES if direction(code) == "rtl"}
    wanted = "ar arc bal ckb dv fa he ks lad nqo pnb prs ps rhg sd sdh skr syr ug ur yi"
    assert sorted(found) == wanted.split()


BY_COUNTRY = {
    "rtl": "az-IQ az-IR ha-CM ha-SD kk-AF kk-CN kk-IR kk-MN ku-IQ ku-IR ku-LB ky-CN ms-CC pa-PK tg-PK uz-AF ar-XX fa-IN",
    "ltr": "sd-IN ug-KZ ug-MN az-AZ ha-NG kk-KZ ku-TR ky-KG ms-MY pa-IN tg-TJ uz-UZ en-IQ en-PK",
}
"""Countries that write a language otherwise than its other readers do, and some that do not."""


@for_each(("way", "tag"), [(way, tag) for way, tags in BY_COUNTRY.items() for tag in tags.split()])
def test_a_country_may_write_a_language_the_other_way(way: str, tag: str) -> None:
    """However the tag is spelt; a script in it decides, and a country behind the script changes nothing."""
    language, country = tag.split("-")
    for written in (tag, tag.lower(), tag.replace("-", "_"), f"{language}-x-{country}", f"{language}-419-{country}"):
        assert direction(written) == way
    assert direction(f"{language}-Latn-{country}") == "ltr"
    assert direction(f"{language}-arab-{country}") == "rtl"


def test_each_script_that_runs_from_right_to_left_is_known() -> None:
    scripts = ["Adlm", "Arab", "Aran", "Armi", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]
    assert [script for script in scripts if direction(f"en-{script}") != "rtl"] == []
    others = [
        "Latn",
        "Cyrl",
        "Grek",
        "Deva",
        "Beng",
        "Guru",
        "Hans",
        "Hant",
        "Jpan",
        "Kore",
        "Ethi",
        "Thai",
        "Armn",
        "Geor",
        "Mong",
    ]
    assert [script for script in others if direction(f"ar-{script}") != "ltr"] == []
    assert direction("ar-1994") == "rtl"


NUMBERS = {
    "اتصل على 020 7946 0000 الآن": ["020 7946 0000"],
    "اتصل على +44 (0)20 7946 0000.": ["+44 (0)20 7946 0000"],
    "٠٢٠ ٧٩٤٦ ٠٠٠٠ في كل وقت": ["٠٢٠ ٧٩٤٦ ٠٠٠٠"],
    "0800 1111 لأي طفل": ["0800 1111"],
    "רק 03-1234567 עכשיו": ["03-1234567"],
    "من 1990-2020، و 5-10 أطفال": [],
    "حتى 01/02/2026، أو 1 500 000 جنيه": [],
    "Call 020 7946 0000 now": [],
}
"""Words with numbers, and those that are telephone numbers among words from right to left."""


@for_each("text", NUMBERS)
def test_a_telephone_number_keeps_its_order(text: str) -> None:
    """Its groups would stand in the other order among Arabic words, and a plus behind them; ranges and dates are read so."""
    writer = HtmlWriter({}, "ar", leftward=True)
    written = writer.inlines((Text(text),))
    assert re.findall(r'<span dir="ltr">([^<]*)</span>', written) == NUMBERS[text]
    assert re.sub(r"<[^<>]*>", "", written) == text
    assert HtmlWriter({}).inlines((Text(text),)) == text


def test_code_runs_from_left_to_right_wherever_it_stands() -> None:
    """On a page from right to left its signs would stand at its other end; other pages have no mark for it."""
    content = (Paragraph((Text("اكتب "), Code("git --help;"))), CodeBlock("a = (1);", ""))
    written = HtmlWriter({}, "ar", leftward=True).blocks(content)
    assert '<code dir="ltr">git --help;</code>' in written and '<pre dir="ltr"><code>' in written
    assert "dir=" not in HtmlWriter({}).blocks(content)


FIELDS = """---
title: {title}
---

## Fill: {title} {{#gaps}}

{title} [[{title}]] {title} [[{title}]].

## Number: {title} {{#number}}

= 4

## Reflect: {title} {{#words}}
"""
SIDES = """words => [...document.querySelectorAll("[dir=auto]:is(input, textarea):not([readonly])")].map(field => {
  field.value = words;
  const { direction, textAlign, unicodeBidi } = getComputedStyle(field);
  // A line of `plaintext` without a letter begins at the left.
  return textAlign !== "start" || (!words && direction === "rtl" && unicodeBidi === "plaintext") ? "" : direction;
})"""
"""Writes these words into each field, and says at which edge they begin."""


@pytest.mark.browser
@pytest.mark.parametrize(
    ("language", "title", "edge"), [("ar", "خطة", "rtl"), ("he", "תוכנית", "rtl"), ("cy", "Cynllun", "ltr")]
)
def test_an_empty_field_begins_where_the_page_does(
    page: Page, tmp_path: Path, language: str, title: str, edge: str
) -> None:
    """Where the caret stands before the first letter. What is written then runs its own way, and emptied it is as before."""
    course = tmp_path / "course"
    course.mkdir()
    (course / "course.yml").write_text(f"id: fields\ntitle: {title}\nlanguage: {language}\n", encoding="utf-8")
    (course / "01-fields.md").write_text(FIELDS.format(title=title), encoding="utf-8")
    outcome = build(course, tmp_path / "out", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    index = next(path for path in outcome.written if path.name == "index.html")
    page.goto(f"{index.as_uri()}#record")
    page.locator("#record[data-current]").wait_for()
    empty = page.evaluate(SIDES, "")
    # Two gaps, a number, a reflection, a note, the search, and those of the record.
    assert len(empty) > 5 and set(empty) == {edge}
    for words, way in (("A plan", "ltr"), ("خطة", "rtl"), ("תוכנית", "rtl"), ("План", "ltr"), ("", edge)):
        assert set(page.evaluate(SIDES, words)) == {way}, words
    # Those too that a script makes later; a page without any such word has no need of the sign.
    fields = re.findall(r'<(?:input|textarea)[^>]*dir="auto"[^>]*>', index.read_text(encoding="utf-8"))
    assert len(fields) > 8
    assert all((' placeholder=" "' in field) == (edge == "rtl") for field in fields if "readonly" not in field)
