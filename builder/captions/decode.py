"""The text of a file of captions, whatever program wrote it."""

import codecs
import re

from builder.captions.caption import Change

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF16_LE, "utf-16-le", "it was UTF-16 and is UTF-8 now"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "it was UTF-16 and is UTF-8 now"),
)

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
_PROBE = 400
"""Bytes by which UTF-16 without a mark is known."""


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
    for mark, encoding, words in _MARKS:
        if data.startswith(mark):
            text = data.removeprefix(mark).decode(encoding, errors="replace")
            return text, [Change(1, words or "the byte order mark at its beginning is gone")]
    begin = data[:_PROBE]
    for encoding, zeros in (("utf-16-le", begin[1::2]), ("utf-16-be", begin[::2])):
        if len(begin) > 8 and zeros.count(0) > len(zeros) * 0.6:
            return data.decode(encoding, errors="replace"), [Change(1, "it was UTF-16 and is UTF-8 now")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        tags = (language, language.partition("-")[0])
        found = (page for tag in tags for page, known in _PAGES.items() if tag in known.split())
        page = next(found, "1252")
        text = data.decode(f"cp{page}", errors="replace")
        look = "letters with accents" if page == "1252" else "its letters"
        return text, [Change(1, f"it was read as Windows-{page} and is UTF-8 now: look at {look}")]
