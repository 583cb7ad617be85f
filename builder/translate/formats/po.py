"""PO files (GNU gettext) for translators whose tools read no XLIFF: written and read by translate-toolkit."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from builder.errors import MissingTool, UnreadableSource, how_to_install
from builder.translate.segment import Token, Tokens, flat, joined
from builder.translate.stored import Found, Matching, Stored

_TAG = re.compile(r"<(/?)g(\d{1,4})>|<x(\d{1,4})/>")
_CODES = "Codes: {}. Leave each tag where its words are."
_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_CONTEXT = re.compile(rb'^msgctxt "([^"]+)"')
_PLACE = re.compile(r"^(.+):(\d+)$")


def written(matching: Matching, target: str) -> bytes:
    """The bytes of a file with all segments of a course, and what is translated of them."""
    library = _library()
    store = library.pofile()
    store.updateheader(
        add=True, Content_Type="text/plain; charset=UTF-8", Content_Transfer_Encoding="8bit", Language=target
    )
    store.updateheader(add=True, PO_Revision_Date=None, POT_Creation_Date=None)
    for found in matching.found:
        store.addunit(_entry(library, found))
    data: bytes = bytes(store)
    return data


def _entry(library: Any, found: Found) -> Any:
    segment, stored = found.unit.segment, found.stored
    entry = library.pounit(segment.flat)
    entry.setcontext(found.unit.key)
    entry.addlocation(f"{segment.file}:{segment.line}".replace(" ", "%20"))
    for words in _notes(found):
        entry.addnote(words, origin="developer")
    if stored and stored.target:
        entry.target = flat(stored.target)
        entry.markfuzzy(found.stale or not stored.usable())
    if found.stale and found.before:
        entry.prev_source = found.before[0]
    return entry


def _notes(found: Found) -> Iterator[str]:
    segment = found.unit.segment
    yield f"{segment.role[:1].upper()}{segment.role[1:]}" + (f", in “{segment.context}”" if segment.context else "")
    if segment.note:
        yield segment.note
    if segment.codes:
        named = ", ".join(
            f"{'g' if code.pair else 'x'}{n} {code.kind} {code.shown}" for n, code in enumerate(segment.codes, 1)
        )
        yield _CODES.format(" ".join(named.split()))


def read(path: Path) -> tuple[str, list[Stored]]:
    """The language that a file translates into, and its segments. Raises `UnreadableSource`, and `MissingTool` without the library."""
    library = _library()
    try:
        data = _in_utf8(path.read_bytes())
        store = library.pofile.parsestring(data)
    except FileNotFoundError as problem:
        raise UnreadableSource(path, "there is no such file") from problem
    except OSError as problem:
        raise UnreadableSource(path, problem.strerror or "it cannot be opened") from problem
    except Exception as problem:  # the library has no exception of its own for a damaged file
        what = f"it is no PO file that can be read ({str(problem)[:80]})"
        raise UnreadableSource(
            path, f"{what}. Export it once more from the translator's tool, and edit it there alone"
        ) from problem
    language = store.parseheader().get("Language", "")
    if plural := next((entry for entry in store.units if entry.hasplural()), None):
        words = f"“{str(plural.source)[:60]}” has plural forms there, and no segment of a course has them"
        raise UnreadableSource(path, f"{words}. Write one translation behind `msgstr`")
    lines = {
        key.decode("utf-8", "replace"): number
        for number, line in enumerate(data.splitlines(), 1)
        for key in _CONTEXT.findall(line)
    }
    entries = (entry for entry in store.units if not entry.isheader() and not entry.isobsolete())
    return language, [_stored(entry, lines.get(entry.getcontext(), 0)) for entry in entries]


def _in_utf8(data: bytes) -> bytes:
    """A file in whatever character set its head names; the library reads UTF-8 alone."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _CHARSET.sub(b"charset=UTF-8", data.decode("utf-16").encode())
    named = _CHARSET.search(data[:4096])
    if named and named[1].lower() not in {b"utf-8", b"charset"}:
        with suppress(LookupError):
            return data.decode(named[1].decode()).encode()
    return data


def _stored(entry: Any, line: int) -> Stored:
    place = _PLACE.match(next(iter(entry.getlocations()), ""))
    file = place[1].replace("%20", " ") if place else ""
    role = str(entry.getnotes("developer")).partition("\n")[0].partition(", in “")[0]
    target = tokens_of(str(entry.target))
    state = ("initial" if entry.isfuzzy() else "translated") if target else ""
    before = (str(entry.prev_source), "") if entry.prev_source else ()
    return Stored(
        entry.getcontext(), file, role[:1].lower() + role[1:], tokens_of(str(entry.source)), target, state, line, before
    )


def tokens_of(text: str) -> Tokens:
    """Words and codes of a text with a tag for each code."""
    made: list[Token] = []
    at = 0
    for match in _TAG.finditer(text):
        made.append(Token("words", _plain(text[at : match.start()])))
        if match[3]:
            made.append(Token("mark", number=int(match[3])))
        else:
            made.append(Token("close" if match[1] else "open", number=int(match[2])))
        at = match.end()
    made.append(Token("words", _plain(text[at:])))
    return joined(tuple(made))


def _plain(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")  # some tools write > so


def _library() -> Any:
    """The library's reader and writer of PO."""
    try:
        from translate.storage import pypo  # only here: it is an extra
    except ImportError as problem:
        raise MissingTool("translate-toolkit", f"Run: {how_to_install('translate')}") from problem
    return pypo
