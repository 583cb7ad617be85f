"""The short number of a text, as `templates/runtime/state/hash.js` makes it; `tests/contract/` holds both to the same outcomes."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from builder.model.contract import CONTRACT

_MASK = 0xFFFFFFFF
_HASH: Mapping[str, int] = CONTRACT["hash"]
_START, _PRIME, _FIRST_MIX, _SECOND_MIX = (_HASH[name] for name in ("start", "prime", "firstMix", "secondMix"))


@lru_cache(1 << 14)  # the ids of a course are asked for again and again
def hash32(text: str, seed: int = 0) -> int:
    """FNV-1a over UTF-16 code units with a final mix: 0 to 2^32 - 1."""
    value, prime, mask = _START ^ seed, _PRIME, _MASK
    for unit in text.encode() if text.isascii() else _units(text):
        value = (value ^ unit) * prime & mask
    value = (value ^ value >> 16) * _FIRST_MIX & _MASK
    value = (value ^ value >> 15) * _SECOND_MIX & _MASK
    return value ^ value >> 16


def _units(text: str) -> Iterable[int]:
    units = text.encode("utf-16-le", "surrogatepass")
    return (units[at] + (units[at + 1] << 8) for at in range(0, len(units), 2))
