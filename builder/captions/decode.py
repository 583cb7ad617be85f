"""The text of a file of captions, whatever program wrote it."""

import codecs
import re

from builder.captions.caption import Change
from builder.read.files.unicode_form import name_of, unicode_form

_PAGES = {
    "1250": "bs cs hr hu pl ro sk sl sq",
    "1251": "be bg mk ru sr uk",
    "1253": "el",
    "1254": "az tr",
    "1255": "he yi",
    "1256": "ar fa ps ur",
    "1257": "et lt lv",
    "1258": "vi",
    "874": "th",
    "932": "ja",
    "936": "zh",
    "949": "ko",
    "950": "zh-hant zh-tw zh-hk zh-mo",
}
"""Code pages of Windows, each with the languages whose older programs write it. Of others it is 1252."""
_TURNS = re.compile("[\u202a-\u202e]")
"""Embeddings and overrides, as programs for subtitles put them round lines of Arabic and Hebrew."""


def decode(data: bytes, language: str = "") -> tuple[list[str], list[Change]]:
    """Give its lines, without their ends, and what was done to read them.

    `language` is the BCP 47 tag of the captions, where it is known: a file of an old program does not say how it is read.
    """
    text, changes = _text(data, language.lower())
    if "\r" in text:
        changes.append(Change(1, "its lines end as those of WebVTT now"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        changes.append(Change(1, "characters of the value 0 are gone"))
        text = text.replace("\0", "")
    if _TURNS.search(text):
        changes.append(Change(1, "signs that turn words round are gone: browsers need none for Arabic or Hebrew"))
        text = _TURNS.sub("", text)
    return text.split("\n"), changes


def _text(data: bytes, language: str) -> tuple[str, list[Change]]:
    if data.startswith(codecs.BOM_UTF8):
        return data.removeprefix(codecs.BOM_UTF8).decode(errors="replace"), [
            Change(1, "the byte order mark at its beginning is gone")
        ]
    if form := unicode_form(data):
        text = data.decode(form, errors="replace").removeprefix("\ufeff")
        return text, [Change(1, f"it was {name_of(form)} and is UTF-8 now")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        tags = (language, language.partition("-")[0])
        found = (page for tag in tags for page, known in _PAGES.items() if tag in known.split())
        page = next(found, "1252")
        text = data.decode(f"cp{page}", errors="replace")
        look = "letters with accents" if page == "1252" else "its letters"
        return text, [Change(1, f"it was read as Windows-{page} and is UTF-8 now: look at {look}")]
