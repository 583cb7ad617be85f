"""Captions drafted by faster-whisper, on this machine alone. What it hears is a beginning: names and terms are wrong."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from builder.captions.caption import Caption
from builder.captions.cutting import cut
from builder.captions.mending import Mended, mended
from builder.captions.reading import Written
from builder.captions.tags import escaped
from builder.captions.writing import DRAFT, as_webvtt
from builder.errors import BuilderError, MissingTool, how_to_install
from builder.model.content.line_width import joined

MODEL = "small"
"""The model that is looked for when none is named."""
_PAUSE = 0.6
"""Seconds of silence between two words that end a caption."""
_LINGERS = 0.3
"""Seconds that a caption stays after its last word."""


def draft(film: Path, language: str, model: str, progress: Callable[[float], None]) -> Mended:
    """Write down what is said in a film; `progress` hears the second that was reached.

    `model` is a folder, or the name of a model that was fetched before: nothing is ever fetched. Raises MissingTool
    without the library, and BuilderError without the model or without any words.
    """
    whisper = _whisper(model)
    options = {"language": language.partition("-")[0].lower(), "word_timestamps": True}
    try:
        segments, _ = whisper.transcribe(str(film), condition_on_previous_text=False, **options)
        words = list(_words(segments, progress))
    except Exception as problem:  # of the library, of its decoder, of its engine
        raise BuilderError(f"faster-whisper cannot hear {film.name}: {problem}") from problem
    if not words:
        raise BuilderError(f"no words are heard in {film.name}")
    captions, _ = mended(list(_captions(words)))
    return Mended(as_webvtt(captions, Written(head=[DRAFT])), len(captions), (), language)


def _whisper(model: str) -> Any:
    try:
        library = import_module("faster_whisper")
    except ImportError:
        raise MissingTool("faster-whisper", f"Run {how_to_install('drafts')} .") from None
    try:
        return library.WhisperModel(model, device="cpu", compute_type="int8", local_files_only=True)
    except Exception as problem:  # each version of the library and of its hub has its own
        where = "Name the folder of a model: --model DIR. Satchel fetches none, and sends nothing anywhere"
        raise BuilderError(
            f"the model {model} of faster-whisper is not on this machine. {where} ({problem})"
        ) from problem


def _words(segments: Iterable[Any], progress: Callable[[float], None]) -> Iterator[tuple[float, float, str]]:
    """Each word with its times. A segment without words of its own shares its time among them."""
    for segment in segments:
        progress(float(segment.end))
        if segment.words:
            yield from (
                (float(word.start), float(word.end), text) for word in segment.words if (text := word.word.strip())
            )
            continue
        texts = segment.text.split()
        each = (segment.end - segment.start) / max(1, len(texts))
        for place, text in enumerate(texts):
            yield segment.start + place * each, segment.start + (place + 1) * each, text


def _captions(words: list[tuple[float, float, str]]) -> Iterator[Caption]:
    """Words as captions: those without a pause between them, as many as fit."""
    for run in _runs(words):
        texts = [escaped(text) for _, _, text in run]
        at = 0
        for chunk in cut(joined(texts)):
            last, left = at, len("".join(chunk.split())) - len(texts[at])
            while left > 0 and last + 1 < len(texts):
                last += 1
                left -= len(texts[last])
            yield Caption(round(run[at][0], 3), round(run[last][1] + _LINGERS, 3), (("", chunk),), 1)
            at = min(last + 1, len(texts) - 1)


def _runs(words: list[tuple[float, float, str]]) -> Iterator[list[tuple[float, float, str]]]:
    run: list[tuple[float, float, str]] = []
    for word in words:
        if run and word[0] - run[-1][1] >= _PAUSE:
            yield run
            run = []
        run.append(word)
    if run:
        yield run
