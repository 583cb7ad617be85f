"""The short numbers that stand for ids in the saved state, as `keys.js` of the run-time makes them.

Their parameters come from the contract, and `tests/contract/` holds both to the same outcomes.
"""

from collections.abc import Sequence
from itertools import pairwise

from builder.model.contract import CONTRACT
from builder.model.contract.hash32 import hash32


def course_keys(ids: Sequence[str]) -> list[int]:
    """Keys of modules, questions or films, in their order: 16 bits, or 32 after a collision."""
    return _keys(ids, **CONTRACT["keys"]["course"])


def seen_key(key: int) -> int:
    """Key of what was watched of the film with this key."""
    return key + int(CONTRACT["keys"]["course"]["narrow"])


def choice_keys(ids: Sequence[str]) -> list[int]:
    """Keys of the options of one question, in their order: two bytes at most, or four after a collision."""
    return _keys(ids, **CONTRACT["keys"]["choice"])


def _keys(ids: Sequence[str], narrow: int, wide: int) -> list[int]:
    keys = [hash32(id) % narrow for id in ids]
    met = {one for one, other in pairwise(sorted(keys)) if one == other}
    if met:
        return [narrow + hash32(id, 1) % wide if key in met else key for key, id in zip(keys, ids, strict=True)]
    return keys
