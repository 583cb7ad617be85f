"""What came to a page's words, and what went."""

from difflib import SequenceMatcher


def added(before: str, after: str) -> str:
    """The words of `after` that were not there."""
    old, new = before.split(), after.split()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return " ".join(
        word for kind, _, _, start, end in steps if kind in ("insert", "replace") for word in new[start:end]
    )
