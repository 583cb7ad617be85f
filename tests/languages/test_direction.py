"""The direction of a language, by its tag."""

from builder.read.language_tags import CODES
from builder.render.html.direction import direction
from tests.cases import for_each

LEFTWARD = [
    "ar",
    "ar-SY",
    "arz",
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
