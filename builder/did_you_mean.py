"""What a misspelt word was meant to be: by likeness for `Did you mean`, by spelling distance where it is then read so."""

from collections.abc import Iterable

WORD = 0.6
"""Likeness from which on a key, an option or a file is offered: the share of letters in the same order, 0 to 1."""
NAME = 0.5
"""The same for names that an author chose herself, of which there are few."""


def did_you_mean(given: str, known: Iterable[str], likeness: float = WORD) -> str:
    """The known word that is most like the given one; empty when none is like enough."""
    return next(iter(likeliest(given, known, 1, likeness)), "")


def likeliest(given: str, known: Iterable[str], most: int, likeness: float = WORD) -> list[str]:
    """So many known words that are like the given one, the most alike first."""
    import difflib  # only here: few courses need it

    return difflib.get_close_matches(given, list(known), most, likeness)


def is_slip(word: str, meant: str, long: int = 6) -> bool:
    """Whether `word` is `meant` but for 1 edit in words of fewer than `long` letters, else 2; both in small letters."""
    allowed = 1 if len(meant) < long else 2
    return abs(len(meant) - len(word)) <= allowed and _distance(word, meant) <= allowed


def _distance(one: str, other: str) -> int:
    """Damerau-Levenshtein distance: letters left out, put in, changed or swapped with the next."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j - 1] + 1, rows[-1][j] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
