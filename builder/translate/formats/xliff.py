"""XLIFF 2 (OASIS XLIFF 2.0, ISO 21720): the segments of a course for a translator's tools, and back."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path

from lxml import etree

from builder.errors import UnreadableSource
from builder.translate.segment import Code, Token, Tokens, Unit, joined
from builder.translate.stored import STATES, Found, Matching, Stored

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
CHANGED = "satchel:changed"
"""`subState` of a segment whose source changed since it was translated."""

GONE = "satchel:gone"
"""`original` of the file that keeps the translations of segments that the course has no more: they may come back."""

_PREFIXES: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]  # the namespace without a prefix
_X = f"{{{NAMESPACE}}}"
_FAMILY = re.compile(r"\{urn:oasis:names:tc:xliff:document:2\.\d+\}")
_TYPES = {
    "bold": ("fmt", "xlf:b"),
    "italic": ("fmt", "xlf:i"),
    "struck": ("fmt", ""),
    "break": ("fmt", "xlf:lb"),
    "variable": ("ui", "xlf:var"),
    "link": ("link", ""),
    "address": ("link", ""),
    "picture": ("image", ""),
}
"""Kinds of code -> `type` and `subType` (4.3.1.30)."""
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML cannot hold (XML 1.0, 2.2)."""
_HOW = (
    "Translate the words. Leave each code (bold, links, gaps and so on) in the segment, once, round the words that it belongs to. "
    "A segment is used once its state is translated, reviewed or final."
)


def written(matching: Matching, source: str, target: str) -> bytes:
    """The bytes of a file with all segments of a course, and what is translated of them."""
    root = etree.Element(f"{_X}xliff", nsmap=_PREFIXES, version="2.0", srcLang=source, trgLang=target)
    for number, (path, group) in enumerate(groupby(matching.found, key=lambda found: found.unit.segment.file), 1):
        file = etree.SubElement(root, f"{_X}file", id=f"f{number}", original=path)
        if number == 1:
            etree.SubElement(etree.SubElement(file, f"{_X}notes"), f"{_X}note", category="how-to").text = _HOW
        for found in group:
            _add_unit(file, found)
    gone = [one for one in matching.gone if one.target]
    if gone:
        file = etree.SubElement(root, f"{_X}file", id="gone", original=GONE, translate="no")
        for stored in gone:
            _add_gone(file, stored)
    _indent(root, 0)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data.replace(b"<?xml version='1.0' encoding='UTF-8'?>", b'<?xml version="1.0" encoding="UTF-8"?>') + b"\n"


def _add_unit(file: etree._Element, found: Found) -> None:
    unit, segment = found.unit, found.unit.segment
    element = etree.SubElement(file, f"{_X}unit", id=unit.key, name=segment.role)
    notes = etree.SubElement(element, f"{_X}notes")
    for category, words in _notes(found):
        etree.SubElement(notes, f"{_X}note", category=category).text = words
    if segment.codes:
        data = etree.SubElement(element, f"{_X}originalData")
        for number, code in enumerate(segment.codes, 1):
            _put(etree.SubElement(data, f"{_X}data", id=f"d{number}"), _signs(code.before))
            if code.pair:
                _put(etree.SubElement(data, f"{_X}data", id=f"e{number}"), _signs(code.after))
    stored = found.stored
    attributes = {"state": stored.state} if stored and stored.state and stored.target else {}
    if found.stale:
        attributes = {"state": "initial", "subState": CHANGED}
    part = etree.SubElement(element, f"{_X}segment", attributes)
    _add_words(part, "source", segment.tokens, unit)
    if stored and stored.target and (found.how == "same" or _fits(stored.target, segment.tokens)):
        _add_words(part, "target", stored.target, unit)


def _add_gone(file: etree._Element, stored: Stored) -> None:
    element = etree.SubElement(file, f"{_X}unit", id=stored.key, name=stored.role)
    notes = etree.SubElement(element, f"{_X}notes")
    etree.SubElement(notes, f"{_X}note", category="gone").text = stored.file
    part = etree.SubElement(element, f"{_X}segment", {"state": stored.state} if stored.state else {})
    for name, tokens in (("source", stored.source), ("target", stored.target)):
        _add_words(part, name, tokens, None)


def _notes(found: Found) -> Iterator[tuple[str, str]]:
    segment = found.unit.segment
    yield "place", f"{segment.file}:{segment.line}"
    if segment.context and segment.context != segment.role:
        yield "context", segment.context
    if segment.note:
        yield "note", segment.note
    for label, words in zip(("The source was", "Its translation was"), found.before, strict=False):
        yield "changed", f"{label}: {_UNFIT.sub('', words)}"


def _fits(target: Tokens, source: Tokens) -> bool:
    """Whether a translation has the codes of a source."""
    codes = [sorted(token[::2] for token in tokens if token.kind != "words") for tokens in (target, source)]
    return codes[0] == codes[1]


def _signs(part: Sequence[object]) -> str:
    return "".join(one if isinstance(one, str) else "…" for one in part)


def _add_words(part: etree._Element, name: str, tokens: Tokens, unit: Unit | None) -> None:
    top = etree.SubElement(part, f"{_X}{name}")
    top.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    open_ones = [top]
    gaps = 0
    for token in tokens:
        if token.kind == "words":
            _put(open_ones[-1], token.words)
        elif token.kind == "close":
            open_ones.pop()
        else:
            element = etree.SubElement(
                open_ones[-1], f"{_X}{'ph' if token.kind == 'mark' else 'pc'}", id=str(token.number)
            )
            if unit is not None:
                code = unit.segment.codes[token.number - 1]
                gaps += code.kind == "gap"
                for key, value in _attributes(code, token, gaps, unit):
                    element.set(key, value)
            if token.kind == "open":
                open_ones.append(element)


def _attributes(code: Code, token: Token, gaps: int, unit: Unit) -> Iterator[tuple[str, str]]:
    yield "canCopy", "no"
    yield "canDelete", "no"
    if code.kind == "gap":
        yield "canReorder", "firstNo" if gaps == 1 else "no"
    inner = " ".join(unit.inner_of(code))
    if token.kind == "mark":
        yield "dataRef", f"d{token.number}"
        yield "disp", _UNFIT.sub("", code.shown)
        if inner:
            yield "subFlows", inner
    else:
        yield "dataRefStart", f"d{token.number}"
        yield "dataRefEnd", f"e{token.number}"
        if inner:
            yield "subFlowsStart", inner
    kind, sub = _TYPES.get(code.kind, ("other", ""))
    if sub:
        yield "subType", sub
    yield "type", kind


def _put(element: etree._Element, words: str) -> None:
    """Add words behind what an element holds; what XML cannot hold is `<cp>` (4.3.1.2)."""
    at = 0
    for match in _UNFIT.finditer(words):
        _append(element, words[at : match.start()])
        etree.SubElement(element, f"{_X}cp", hex=f"{ord(match[0]):04X}")
        at = match.end()
    _append(element, words[at:])


def _append(element: etree._Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _indent(element: etree._Element, depth: int) -> None:
    """Begin each element on a line of its own, words left alone."""
    if not len(element) or etree.QName(element).localname in {"source", "target", "data", "note"}:
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        child.tail = "\n" + "  " * (depth + 1)
        _indent(child, depth + 1)
    element[-1].tail = "\n" + "  " * depth


def read(path: Path) -> tuple[str, list[Stored]]:
    """The language that a file translates into, and its segments. Raises `UnreadableSource`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except FileNotFoundError as problem:
        raise UnreadableSource(path, "there is no such file") from problem
    except OSError as problem:
        raise UnreadableSource(path, problem.strerror or "it cannot be opened") from problem
    except etree.XMLSyntaxError as problem:
        what = f"it is not sound XML: {problem.msg}" if problem.msg else "it is not in the character set that it names"
        raise UnreadableSource(
            path, f"{what}. Export it once more from the translator's tool, and edit it there alone"
        ) from problem
    if not _FAMILY.match(str(root.tag)):
        version = root.get("version", "")
        what = f"it is XLIFF {version}" if version and "xliff" in str(root.tag) else "it is not XLIFF 2"
        raise UnreadableSource(path, f"{what}. Export it as XLIFF 2 from the translator's tool, or as PO")
    namespace = _FAMILY.match(str(root.tag))[0]  # type: ignore[index]
    stored = [_stored(unit, namespace) for unit in root.iter(f"{namespace}unit")]
    return root.get("trgLang", ""), stored


def _stored(unit: etree._Element, x: str) -> Stored:
    file = next(unit.iterancestors(f"{x}file"))
    source: list[Token] = []
    targets: list[tuple[int, list[Token]]] = []
    states: list[str] = []
    whole = True
    for place, part in enumerate(unit.iterchildren(f"{x}segment", f"{x}ignorable"), 1):
        own, other = part.find(f"{x}source"), part.find(f"{x}target")
        source += _tokens(own, x) if own is not None else []
        order = "" if other is None else other.get("order", "")
        at = int(order) if order.isascii() and order.isdecimal() else place
        if part.tag == f"{x}ignorable":
            targets.append((at, list(_tokens(other if other is not None else own, x))))
            continue
        words = list(_tokens(other, x)) if other is not None else []
        whole = whole and bool(words)
        targets.append((at, words))
        states.append(part.get("state", ""))
    known = [state for state in states if state in STATES]
    state = min(known, key=STATES.index) if known else ""
    # Translators may put the parts of a unit in another order (`order`).
    target = chain.from_iterable(words for _, words in sorted(targets, key=lambda one: one[0]))
    kept = joined(tuple(target)) if whole else ()
    role = unit.get("name", "")
    before = tuple(
        (note.text or "").partition(": ")[2] for note in unit.iter(f"{x}note") if note.get("category") == "changed"
    )
    line: int = unit.sourceline or 0  # type: ignore[assignment,unreachable]  # wrong in its stubs
    path = next(
        (note.text or "" for note in unit.iter(f"{x}note") if note.get("category") == "gone"), file.get("original", "")
    )
    return Stored(unit.get("id", ""), path, role, joined(tuple(source)), kept, state, line, before)


def _tokens(element: etree._Element | None, x: str) -> Iterator[Token]:
    """Words and codes of a source or target; a code's number is its id, 0 when it is none of ours."""
    if element is None:
        return
    yield Token("words", element.text or "")
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "pc":
            yield Token("open", number=_number(child.get("id")))
            yield from _tokens(child, x)
            yield Token("close", number=_number(child.get("id")))
        elif name in {"ph", "sc", "ec"}:
            kinds = {"ph": "mark", "sc": "open", "ec": "close"}
            yield Token(kinds[name], number=_number(child.get("startRef") or child.get("id")))  # type: ignore[arg-type]
        elif name == "cp":
            yield Token("words", chr(int(child.get("hex", "20"), 16)))
        elif name == "mrk":
            yield from _tokens(child, x)
        yield Token("words", child.tail or "")


def _number(id: str | None) -> int:
    return int(id) if id and id.isascii() and id.isdecimal() else 0
