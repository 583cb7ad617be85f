"""What an LMS calls questions and options, as `templates/runtime/lms/ids.js` names them.

`tests/contract/` holds both to the same outcomes.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from builder.model.contract import LONGEST_ID
from builder.model.contract.hash32 import hash32

_SIGN, _BEYOND = re.compile("[^A-Za-z0-9]"), re.compile("[\U00010000-\U0010ffff]")


def identifiers_of(ids: Iterable[str], shape: Callable[[str], str]) -> Mapping[str, str]:
    """Identifier of each id; `shape` is `interaction_shape` or `choice_shape`."""
    shaped = {id: shape(id) for id in ids}
    uses = Counter(shaped.values())
    return {id: _alone(id, plain, uses) for id, plain in shaped.items()}


def interaction_shape(id: str) -> str:
    """Letters, digits and `_`, a letter first, two characters at least."""
    plain = choice_shape(id).rstrip("_")
    return plain if re.match("[A-Za-z]", plain) and len(plain) > 1 else f"q_{plain or '0'}"


def choice_shape(id: str) -> str:
    """Letters, digits and `_`; JavaScript counts a character beyond U+FFFF as two."""
    return _SIGN.sub("_", id if id.isascii() else _BEYOND.sub("__", id)) or "_"


def _alone(id: str, shaped: str, uses: Mapping[str, int]) -> str:
    if len(shaped) <= LONGEST_ID and (uses[shaped] == 1 or id == shaped):
        return shaped
    return f"{shaped[: LONGEST_ID - 9]}_{hash32(id):08x}"
