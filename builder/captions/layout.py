"""Captions of two short lines, each for as long as it takes to read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.captions.caption import Caption, Change
from builder.captions.cutting import LINES, WIDEST, cut, width
from builder.captions.tags import plain

LONGEST = 7.0
"""Seconds of a caption (W05)."""
SHORTEST = 0.7
"""Seconds of a caption (W05)."""
FASTEST = 20
"""Letters a second that can be followed (W05)."""
_SLACK = 0.0005
"""Times are written in thousandths."""


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
    if len(lines) > LINES or (_stands_too_long(caption) and width(plain(caption.words)) > WIDEST):
        return False
    first = width(shown_name(caption.parts[0][0])) if shown else 0
    rest = [width(shown_name(name)) if len(caption.parts) > 1 and name else 0 for name, _ in lines[1:]]
    return all(width(plain(line)) + more <= WIDEST for (_, line), more in zip(lines, [first, *rest], strict=True))


def _stands_too_long(caption: Caption) -> bool:
    """Whether words do; sounds, such as [music], may stand for long."""
    return caption.end - caption.start > LONGEST and not caption.words.startswith(("[", "(", "♪"))


def _pieces(caption: Caption, shown: bool) -> Iterator[Caption]:
    """A caption for each chunk of words; styles such as italics stay only where a caption needs no new lines."""
    lasts = caption.end - caption.start
    whole = sum(width(plain(text)) for _, text in caption.parts)
    most = whole * LONGEST / lasts if _stands_too_long(caption) else 0
    chunks: list[tuple[str, str, int]] = []
    for place, (name, text) in enumerate(caption.parts):
        room = width(shown_name(name)) if name and (shown or place) else 0
        pieces = cut(plain(text), room, most, whole * SHORTEST / lasts)
        chunks += [(name, piece, width(piece) + (0 if after else room)) for after, piece in enumerate(pieces)]
    total = sum(letters for _, _, letters in chunks) or 1
    start = caption.start
    for place, (name, text, letters) in enumerate(chunks):
        last = place == len(chunks) - 1
        end = caption.end if last else start + lasts * letters / total
        before = caption.before if place == 0 else ()
        yield replace(caption, start=round(start, 3), end=round(end, 3), parts=((name, text),), before=before)
        start = end


def read_in_time(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    """The same captions; one that goes too soon stays until it is read, or until the next one begins."""
    made: list[Caption] = []
    changes: list[Change] = []
    for place, (caption, shown) in enumerate(_with_names(captions)):
        following = captions[place + 1].start if place + 1 < len(captions) else float("inf")
        needed = max(SHORTEST, (width(plain(caption.words)) + shown) / FASTEST)
        end = min(following, round(caption.start + needed, 3))
        if end > caption.end + _SLACK:
            changes.append(Change(caption.line, "it stands a little longer now, to be read in time"))
            caption = caption.until(end)
        made.append(caption)
    return made, changes


def _with_names(captions: Sequence[Caption]) -> Iterator[tuple[Caption, int]]:
    """Each caption, with the cells of the names that are shown before its words."""
    several = len({name for caption in captions for name, _ in caption.parts if name}) > 1
    speaker = ""
    for caption in captions:
        cells = 0
        for name, _ in caption.parts:
            cells += width(shown_name(name)) if several and name not in ("", speaker) else 0
            speaker = name or speaker
        yield caption, cells
