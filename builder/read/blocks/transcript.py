"""Captions and text descriptions -> a transcript: paragraphs of sentences, each with its moment in the film."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.content import Emphasis, Paragraph, Strong, Text, TextBlocks
from builder.model.content.line_width import joined
from builder.model.content.rolling_captions import without_repeats
from builder.model.media import Cue, Passage, Sentence, Track
from builder.model.rare_pattern import rare_pattern
from builder.read.typography import typeset

PAUSE = 0.7
"""Seconds of silence behind a sentence that begin a new paragraph."""
SENTENCES = 5
"""Sentences of a paragraph, at most."""
LONGEST = 80
"""Words of a paragraph without a full stop, as a machine writes captions: it ends with the caption."""

_ENDS = rare_pattern(r"[.?!…。！？؟۔।።։][”’\"')\]»」』）]*$")
_WIDE_STOP = rare_pattern(r"(?<=[。！？])(?=[^\s」』）])")
"""Where a sentence of a script without spaces ends within a caption."""
_SHORT = rare_pattern(r"^[(“\"']*(?:[A-Z]|[eE]\.g|i\.e|etc|vs|Dr|Mr|Mrs|Ms|Prof|St|No)\.$")
"""Words with a full stop that ends no sentence."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one speaker says in one caption."""

    start: float
    end: float
    speaker: str
    words: tuple[str, ...]
    language: str
    """Of the words, where it is another than that of their file; else empty."""


def passages_of(captions: Track, descriptions: Track | None, language: str) -> tuple[Passage, ...]:
    """What is said, and what is shown, in the order of time.

    A paragraph ends where the speaker or the language changes, where a sentence is followed by a pause, or after five sentences.
    `language` is that of the page: a passage says its own where it is another.
    """
    shown = [cue for cue in descriptions.cues if cue.text] if descriptions else []
    breaks = [cue.start for cue in shown]
    said = [
        _passage(pieces, _other(pieces[0].language or captions.language, language), language)
        for pieces in _paragraphs(captions.cues, breaks)
    ]
    seen = [
        _shown(cue, _other(cue.language or descriptions.language, language), language) for cue in shown if descriptions
    ]
    return tuple(sorted((*said, *seen), key=lambda passage: passage.sentences[0].start))


def _shown(cue: Cue, other: str, language: str) -> Passage:
    """What is seen at one moment."""
    return Passage((Sentence(cue.start, _set(cue.text.split(), other or language)),), "", other, True)


def as_text(passages: Sequence[Passage]) -> TextBlocks:
    """The same as ordinary paragraphs, for whoever needs no times."""
    return tuple(_paragraph(passage) for passage in passages)


def _paragraph(passage: Passage) -> Paragraph:
    words = Text(" ".join(sentence.words for sentence in passage.sentences))
    if passage.shown:
        return Paragraph((Emphasis((words,)),), passage.language)
    if passage.speaker:
        return Paragraph((Strong((Text(f"{passage.speaker}:"),)), Text(" "), words), passage.language)
    return Paragraph((words,), passage.language)


def _other(own: str, page: str) -> str:
    return "" if own.partition("-")[0] == page.partition("-")[0] else own


def _set(words: Sequence[str], language: str) -> str:
    return typeset(joined(words), language)


def _pieces(cues: Sequence[Cue]) -> list[_Piece]:
    """The captions, one piece for each speaker; of rolling ones what each adds."""
    return [
        _Piece(cue.start, cue.end, speaker, tuple(_WIDE_STOP.sub(" ", words).split()), cue.language)
        for cue in without_repeats(cues)
        for speaker, words in _said(cue)
        if words.split()
    ]


def _said(cue: Cue) -> Iterator[tuple[str, str]]:
    """Speakers with their words; one alone where words that were shown before were taken out.

    A name that stands in the caption too, for those who do not hear who speaks, is said once.
    """
    whole = [word for _, words in cue.said for word in words.split()] == cue.text.split()
    for speaker, words in cue.said if whole else ((cue.said[-1][0] if cue.said else "", cue.text),):
        yield speaker, words.removeprefix(f"{speaker}:").lstrip() if speaker else words


def _paragraphs(cues: Sequence[Cue], breaks: Sequence[float]) -> Iterator[list[_Piece]]:
    """Pieces that belong together; `breaks` are moments at which something is shown that stands between them."""
    pieces = _pieces(cues)
    paragraph: list[_Piece] = []
    for place, piece in enumerate(pieces):
        paragraph.append(piece)
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        if after is None or _ends(paragraph, after, breaks):
            yield paragraph
            paragraph = []


def _ends(paragraph: list[_Piece], after: _Piece, breaks: Sequence[float]) -> bool:
    last = paragraph[-1]
    if (after.speaker, after.language) != (last.speaker, last.language):
        return True
    words = [word for piece in paragraph for word in piece.words]
    if not _ends_sentence(words[-1]):
        return len(words) >= LONGEST
    between = any(last.start < moment <= after.start for moment in breaks)
    return between or after.start - last.end >= PAUSE or sum(map(_ends_sentence, words)) >= SENTENCES


def _ends_sentence(word: str) -> bool:
    return bool(_ENDS.search(word)) and not _SHORT.match(word)


def _passage(pieces: list[_Piece], other: str, language: str) -> Passage:
    timed = [
        (piece.start + (piece.end - piece.start) * place / len(piece.words), word)
        for piece in pieces
        for place, word in enumerate(piece.words)
    ]
    sentences: list[Sentence] = []
    begun = 0
    for place, (_, word) in enumerate(timed):
        if _ends_sentence(word) or place == len(timed) - 1:
            words = [word for _, word in timed[begun : place + 1]]
            sentences.append(Sentence(round(timed[begun][0], 1), _set(words, other or language)))
            begun = place + 1
    return Passage(tuple(sentences), pieces[0].speaker, other)
