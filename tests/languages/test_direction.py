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
