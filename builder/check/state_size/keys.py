"""The short numbers that stand for ids in the saved state, as `keys.js` and `hash.js` of the run-time make them.

Their parameters come from the contract, and `tests/contract/` holds both to the same outcomes.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from builder.model.contract import CONTRACT

_MASK = 0xFFFFFFFF
_HASH: Mapping[str, int] = CONTRACT["hash"]
_START, _PRIME, _FIRST_MIX, _SECOND_MIX = (_HASH[name] for name in ("start", "prime", "firstMix", "secondMix"))


def hash32(text: str, seed: int = 0) -> int:
    """FNV-1a over UTF-16 code units with a final mix: 0 to 2^32 - 1."""
    value, prime, mask = _START ^ seed, _PRIME, _MASK
    for unit in text.encode() if text.isascii() else _units(text):
        value = (value ^ unit) * prime & mask
    value = (value ^ value >> 16) * _FIRST_MIX & _MASK
    value = (value ^ value >> 15) * _SECOND_MIX & _MASK
    return value ^ value >> 16


def course_keys(ids: Sequence[str]) -> list[int]:
    """Keys of modules, questions or films, in their order: 16 bits, or 32 after a collision."""
    return _keys(ids, **CONTRACT["keys"]["course"])


def choice_keys(ids: Sequence[str]) -> list[int]:
    """Keys of the options of one question, in their order: two bytes at most, or four after a collision."""
    return _keys(ids, **CONTRACT["keys"]["choice"])


def _keys(ids: Sequence[str], narrow: int, wide: int) -> list[int]:
    keys = [hash32(id) % narrow for id in ids]
    met = {one for one, other in pairwise(sorted(keys)) if one == other}
    if met:
        return [narrow + hash32(id, 1) % wide if key in met else key for key, id in zip(keys, ids, strict=True)]
    return keys


def _units(text: str) -> Iterable[int]:
    units = text.encode("utf-16-le", "surrogatepass")
    return (units[at] + (units[at + 1] << 8) for at in range(0, len(units), 2))
