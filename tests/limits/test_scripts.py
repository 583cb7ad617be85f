"""W07: words in letters of another script, in an English page: the message names the script, the hint its language."""

from tests.cases import for_each
from tests.limits.pairs import module, read_files

SCRIPTS = {
    "Greek": ("Καλημέρα σας", "{lang=el}"),
    "Cyrillic": ("Добрий день", "{lang=uk} for Ukrainian or {lang=ru} for Russian"),
    "Hebrew": ("שלום לכולם", "{lang=he}"),
    "Arabic": ("مرحبا بكم", "{lang=ar} for Arabic, {lang=fa} for Farsi or {lang=ur} for Urdu"),
    "Devanagari": ("सबका स्वागत है", "{lang=hi} for Hindi or {lang=ne} for Nepali"),
    "Bengali": ("সবাইকে স্বাগতম", "{lang=bn}"),
    "Gurmukhi": ("ਸਾਰਿਆਂ ਦਾ ਸੁਆਗਤ", "{lang=pa}"),
    "Gujarati": ("બધાનું સ્વાગત છે", "{lang=gu}"),
    "Tamil": ("அனைவரையும் வரவேற்கிறோம்", "{lang=ta}"),
    "Thai": ("ยินดีต้อนรับทุกคน", "{lang=th}"),
    "Ethiopic": ("እንኳን ደህና መጣችሁ", "{lang=am} for Amharic or {lang=ti} for Tigrinya"),
    "Korean": ("모두 환영합니다", "{lang=ko}"),
    "Chinese": ("欢迎大家来参加", "{lang=zh}"),
    "Japanese": ("みなさん、ようこそ", "{lang=ja}"),
}
ONE_LANGUAGE = {"Gurmukhi", "Gujarati", "Tamil", "Thai", "Korean", "Japanese"}


@for_each("script", SCRIPTS)
def test_another_script_is_reported_with_its_name_and_the_tag_to_write(script: str) -> None:
    """Where only one language is written so, the change is given too."""
    words, tag = SCRIPTS[script]
    (found,) = read_files(module(words))[1].diagnostics
    assert (found.rule, found.span.line) == ("W07", 5)
    wrong = "and would be read out with the wrong voice, or not at all"
    assert found.message == f"this is written in {script} letters, {wrong}"
    assert found.hint == f"Write the tag of its language at the end of the paragraph, such as {tag}."
    assert [edit.text for edit in found.fix] == ([f" {tag}"] if script in ONE_LANGUAGE else [])


LANGUAGES = {
    "cy": ("Welsh", "Mae hyn yn wir ac mae wedi bod yn wir hefyd gyda ni."),
    "fr": ("French", "Nous sommes avec vous dans une maison pour les enfants et les parents."),
    "de": ("German", "Das ist nicht ein Haus für die Kinder und die Eltern mit uns."),
    "es": ("Spanish", "Los niños están en una casa para los padres y las madres con el equipo."),
    "pl": ("Polish", "To jest dom dla dzieci i nie jest to dom na lato, lub jak się mówi."),
    "ga": ("Irish", "Tá na páistí sa teach agus níl na tuismitheoirí ann ar an lá seo."),
}


@for_each("tag", LANGUAGES)
def test_another_language_is_reported_with_its_name_and_its_tag(tag: str) -> None:
    """By its small words."""
    name, words = LANGUAGES[tag]
    (found,) = (one for one in read_files(module(words))[1].diagnostics if one.rule == "W07")
    assert found.message == f"this seems to be {name}, and would be read out with the wrong voice"
    hint = f"Write {{lang={tag}}} at the end of the paragraph, or [words]{{lang={tag}}} for a part of it."
    assert found.hint == hint


def test_english_in_a_welsh_page_is_reported_too() -> None:
    """The page's own language is that of its settings."""
    files = {
        "course.yml": "id: sample\ntitle: Cwrs\nlanguage: cy\n",
        "01-welcome.md": "---\ntitle: Croeso\n---\n\nThe children of the house are not with you and they have to be.\n",
    }
    (found,) = (one for one in read_files(files)[1].diagnostics if one.rule == "W07")
    assert found.message == "this seems to be English, and would be read out with the wrong voice"
