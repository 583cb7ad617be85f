"""What stands in another place."""

from collections.abc import Sequence
from difflib import SequenceMatcher


def moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Of what is in both, the few that have to be taken out so that the rest stands in the same order."""
    common = set(before) & set(after)
    old = [id for id in before if id in common]
    new = [id for id in after if id in common]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return frozenset(common - {id for block in blocks for id in old[block.a : block.a + block.size]})
