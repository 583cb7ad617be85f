"""Breaks words into captions of two short lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.captions.caption import Caption, Change
from builder.captions.tags import plain

WIDEST = 42
"""Characters of a line (W05)."""
LINES = 2
"""Lines of a caption (W05)."""
_WORD = 8
"""Characters by which a caption may be longer than its share, so that none is left for the last word alone."""
LONGEST = 7.0
"""Seconds of a caption (W05)."""
_SENTENCE = re.compile(r"[.?!…][”’\"')\]]*$")
_CLAUSE = re.compile(r"[,;:–—][”’\"')\]]*$")
_ENTITY = re.compile(r"&(?:[a-z]+|#x?[0-9a-fA-F]+);")


def laid_out(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    """The same words in captions that fit. One that is split shares its time among its parts by their length."""
    names = {name for caption in captions for name, _ in caption.parts if name}
    made: list[Caption] = []
    changes: list[Change] = []
    speaker = ""
    for caption in captions:
        shown = len(names) > 1 and caption.parts[0][0] not in ("", speaker)
        pieces = [caption] if _fits(caption, shown) else list(_pieces(caption, shown))
        if len(pieces) > 1:
            changes.append(Change(caption.line, f"it is {len(pieces)} captions now, to be read in time"))
        elif pieces[0].parts != caption.parts:
            changes.append(Change(caption.line, f"its lines have at most {WIDEST} characters now"))
        made += pieces
        speaker = caption.parts[-1][0] or speaker
    return made, changes


def shown_name(name: str) -> str:
    """A name as it stands before the words, for those who cannot hear who speaks."""
    return f"{name}: "


def _fits(caption: Caption, shown: bool) -> bool:
    lines = [(name, line) for name, text in caption.parts for line in text.split("\n")]
    if len(lines) > LINES or (_shown_for(caption) and len(plain(caption.words)) > WIDEST):
        return False
    first = len(shown_name(caption.parts[0][0])) if shown else 0
    rest = [len(shown_name(name)) if len(caption.parts) > 1 and name else 0 for name, _ in lines[1:]]
    return all(_width(line) + more <= WIDEST for (_, line), more in zip(lines, [first, *rest], strict=True))


def _shown_for(caption: Caption) -> bool:
    """Whether a caption of words stands too long; of sounds, such as [music], none does."""
    return caption.end - caption.start > LONGEST and not caption.words.startswith(("[", "(", "♪"))


def _width(line: str) -> int:
    return len(_ENTITY.sub("x", plain(line)))


def _pieces(caption: Caption, shown: bool) -> Iterator[Caption]:
    """A caption for each chunk of words; styles such as italics stay only where a caption needs no new lines."""
    chunks: list[tuple[str, str]] = []
    for place, (name, text) in enumerate(caption.parts):
        room = len(shown_name(name)) if name and (shown or place) else 0
        chunks += [(name, chunk) for chunk in chunks_of(plain(text).split(), room, _shortest(caption))]
    total = sum(len(text) for _, text in chunks) or 1
    start = caption.start
    for place, (name, text) in enumerate(chunks):
        last = place == len(chunks) - 1
        end = caption.end if last else start + (caption.end - caption.start) * len(text) / total
        before = caption.before if place == 0 else ()
        yield replace(caption, start=round(start, 3), end=round(end, 3), parts=((name, text),), before=before)
        start = end


def _shortest(caption: Caption) -> int:
    """How many captions are needed for none to stand too long."""
    return int((caption.end - caption.start) / LONGEST) + 1 if _shown_for(caption) else 1


def chunks_of(words: Sequence[str], room: int = 0, fewest: int = 1) -> list[str]:
    """Words as texts of two lines, cut at the end of a sentence or clause where one is near; `room` is for a name."""
    left = list(words)
    most = -(-sum(len(word) + 1 for word in left) // fewest) + _WORD
    chunks: list[str] = []
    while left:
        count = _most_that_fit(left, room if not chunks else 0, most if fewest > 1 else LINES * WIDEST + 2)
        if count < len(left):
            count = _better(left, count)
        chunks.append(_two_lines(left[:count], room if not chunks else 0))
        left = left[count:]
    return chunks


def _most_that_fit(words: Sequence[str], room: int, most: int) -> int:
    """How many words stand on two lines, one at least: a word that is wider than a line stands alone."""
    count = 1
    while (
        count < len(words)
        and sum(len(word) + 1 for word in words[: count + 1]) <= most
        and len(_lines(words[: count + 1], WIDEST, room)) <= LINES
        and all(_width(line) <= WIDEST for line in _lines(words[: count + 1], WIDEST, room))
    ):
        count += 1
    return count


def _better(words: Sequence[str], count: int) -> int:
    """A place to cut that is no earlier than half of what fits."""
    for ends in (_SENTENCE, _CLAUSE):
        for place in range(count, count // 2, -1):
            if ends.search(words[place - 1]):
                return place
    return count


def _lines(words: Sequence[str], width: int, room: int) -> list[str]:
    lines, used = [""], room
    for word in words:
        wide = _width(word) + bool(lines[-1])
        if lines[-1] and used + wide > width:
            lines.append("")
            used, wide = 0, _width(word)
        lines[-1] = f"{lines[-1]} {word}".strip()
        used += wide
    return lines


def _two_lines(words: Sequence[str], room: int) -> str:
    """One line where it fits, else two of about the same length."""
    if len(_lines(words, WIDEST, room)) < LINES:
        return " ".join(words)
    whole = room + sum(_width(word) + 1 for word in words) - 1
    for width in range(whole // 2, WIDEST):
        if len(_lines(words, width, room)) <= LINES:
            return "\n".join(_lines(words, width, room))
    return "\n".join(_lines(words, WIDEST, room))
