"""Which words are on which sheet of paper: read out of the PDF that Chromium prints, so that it is its own page breaks that are seen."""

import re
import zlib

from playwright.sync_api import Page

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SHOWN = re.compile(rb"/(\w+) [-\d.]+ Tf|<([0-9A-Fa-f\s]+)>|(T[jJmd*]|ET)")


def sheets_of(page: Page) -> list[str]:
    """The words of each sheet, spaces apart: where a line ends is left to the printer."""
    return words_of_sheets(page.pdf(format="A4", prefer_css_page_size=False, print_background=False))


def words_of_sheets(pdf: bytes) -> list[str]:
    """The same of a PDF as Chromium writes it."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    (tree,) = (body for body in objects.values() if b"/Type /Pages" in body and b"/Parent" not in body)
    return [_words(objects, body) for body in _leaves(objects, tree)]


def _leaves(objects: dict[int, bytes], tree: bytes) -> list[bytes]:
    kids = [objects[int(number)] for number in re.findall(rb"(\d+) 0 R", _part(tree, b"/Kids"))]
    return [leaf for kid in kids for leaf in (_leaves(objects, kid) if b"/Kids" in kid else [kid])]


def _part(body: bytes, key: bytes) -> bytes:
    found = re.search(re.escape(key) + rb"\s*(\[.*?\]|<<.*?>>|\d+ 0 R)", body, re.DOTALL)
    return found[1] if found else b""


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]


def _words(objects: dict[int, bytes], leaf: bytes) -> str:
    resources = re.search(rb"/Font <<(.*?)>>", leaf, re.DOTALL)
    fonts = {
        name: _letters(objects, int(at))
        for name, at in re.findall(rb"/(\w+) (\d+) 0 R", resources[1] if resources else b"")
    }
    written, letters = "", {}
    for number in re.findall(rb"(\d+) 0 R", _part(leaf, b"/Contents")):
        for font, glyphs, sign in _SHOWN.findall(_stream(objects[int(number)])):
            if font:
                letters = fonts.get(font, {})
            elif glyphs:
                plain = re.sub(rb"\s", b"", glyphs)
                written += "".join(letters.get(int(plain[at : at + 4], 16), "") for at in range(0, len(plain), 4))
            elif sign == b"ET":
                written += " "
    return " ".join(written.split())


def _letters(objects: dict[int, bytes], at: int) -> dict[int, str]:
    """What each glyph of a font stands for."""
    map_at = re.search(rb"/ToUnicode (\d+) 0 R", objects[at])
    if not map_at:
        return {}
    table = _stream(objects[int(map_at[1])])
    letters: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, text in _PAIR.findall(block):
            letters[int(glyph, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in _RANGE.findall(block):
            begin, words = int(first, 16), bytes.fromhex(text.decode()).decode("utf-16-be")
            for step in range(int(last, 16) - begin + 1):
                letters[begin + step] = words[:-1] + chr(ord(words[-1]) + step)
    return letters
