"""Words that were meant to be another: by one slip of the hand in a short word, by two in a longer one."""


def is_slip(word: str, meant: str) -> bool:
    """Whether `word` is `meant`, or nearly; both in small letters."""
    allowed = 1 if len(meant) < 6 else 2
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
