"""Reads the state that a course leaves in `cmi.suspend_data`, without the course's own code."""

import base64
import zlib
from dataclasses import dataclass
from typing import Any

STATES = ("unanswered", "answered", "correct", "partly-correct", "incorrect")
NEWEST = 4
"""The newest schema that this reads. A newer one is added here; what an older one means never changes."""


@dataclass(frozen=True)
class Suspended:
    """The state, with keys in place of ids."""

    schema: int
    current: int
    completed: bool
    passed: bool
    score: int
    seed: int
    modules: dict[int, bool]
    """Whether done, by key."""
    items: dict[int, dict[str, Any]]
    """`state`, `basis`, `credit`, `attempts`, `index`, `choices` and `texts`, by key."""
    films: dict[int, int]
    """Seconds, by key."""
    drafts: dict[int, dict[str, Any]]
    """Answers that were not checked, as `items`."""
    prose: bool
    """Whether words of reflections came with it."""


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def number(self) -> int:
        value, shift = 0, 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value += (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def numbers(self) -> list[int]:
        return [self.number() for _ in range(self.number())]


def read_suspended(text: str) -> Suspended:
    """The state in a text; fails when it is none, is damaged, or is of a schema that is not known here."""
    form, head, payload = text.split(".", 2)
    assert form == "X1", text
    assert _bytes(head[1:]) == zlib.crc32(f"{head[0]}.{payload}".encode()).to_bytes(4), "the checksum is wrong"
    state, _, prose = payload.partition(".")
    reader = _Reader(_bytes(state))
    schema = reader.number()
    assert 1 <= schema <= NEWEST, f"schema {schema} is not known here"
    reader.number()  # what the course looked like
    reader.number()  # how many saves there were
    current = reader.number() - 1
    flags = reader.number()
    score = reader.number() if flags & 4 else -1
    seed = reader.number() if schema == 4 else 0
    bases = bool(flags & 16) if schema == 4 else schema == 3
    modules, before = {}, 0
    for _ in range(reader.number()):
        entry = reader.number()
        before += entry // 2
        modules[before] = bool(entry % 2)
    items, before = {}, 0
    for _ in range(reader.number()):
        before += reader.number()
        items[before] = _read_item(reader, bases, bool(schema == 4 and flags & 8))
    films = {reader.number(): reader.number() * 5 for _ in range(reader.number())}
    drafts, before = {}, 0
    for _ in range(reader.number() if flags & 32 else 0):
        before += reader.number()
        drafts[before] = _read_item(reader, True, False)
    assert reader.at == len(reader.data), "something is left over"
    return Suspended(
        schema, current, bool(flags & 1), bool(flags & 2), score, seed, modules, items, films, drafts, prose != ""
    )


def _read_item(reader: _Reader, bases: bool, credits: bool) -> dict[str, Any]:
    head = reader.number()
    state = STATES[head & 7]
    basis = reader.number() if bases else 0
    credit = reader.number() if credits and state == "partly-correct" else 0
    attempts = reader.number() if head & 8 else 0
    index = reader.number() if head & 16 else -1
    choices = reader.numbers() if head & 32 else []
    texts = ["".join(map(chr, reader.numbers())) for _ in range(reader.number())] if head & 64 else []
    return {
        "state": state,
        "basis": basis,
        "credit": credit,
        "attempts": attempts,
        "index": index,
        "choices": choices,
        "texts": texts,
    }


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
