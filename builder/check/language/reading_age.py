"""W08: how hard the English of a module is to read (Flesch and Kincaid's grade, with a counter of vowel groups)."""

import re
from collections.abc import Iterator
from operator import mul

from builder.check.language.vocabulary import Vocabulary
from builder.check.places import remark
from builder.model.diagnostics import Diagnostic
from builder.model.source_facts import Passage

OLDEST = 14
"""Reading age that no module should be above."""
LONGEST_SENTENCE = 25
"""Words."""
LONGEST_PARAGRAPH = 6
"""Sentences."""

_ENOUGH = 100
"""Words below which the formula says nothing."""
_SHORT = 90
"""Characters below which a passage has neither a long sentence nor many."""
_VOWELS = re.compile(r"[aeiouy]+")


def check_reading(words: Vocabulary) -> Iterator[Diagnostic]:
    """One remark each for the reading age, long sentences and long paragraphs of a module."""
    path = words.module.span.path
    shown = {picture.alt for picture in words.module.facts.pictures}
    own = [p for p in words.passages if p.path == path and p.text not in shown]
    if words.language != "en" or not own:
        return
    age = reading_age(words)
    if round(age) > OLDEST:
        message = f"this module needs a reading age of about {age:.0f}; {OLDEST} is within reach of most adults"
        hint = "Shorter sentences and everyday words bring it down."
        yield remark("W08", words.module, own[0], "", message, hint)
    sentences: list[tuple[Passage, str]] = []
    paragraphs: list[Passage] = []
    for passage in [p for p in own if len(p.text) > _SHORT]:
        if passage.kind != "paragraph":
            continue
        parts = passage.text.replace("? ", ". ").replace("! ", ". ").split(". ")
        sentences += [(passage, part) for part in parts if len(part) > _SHORT and part.count(" ") >= LONGEST_SENTENCE]
        if len(parts) > LONGEST_PARAGRAPH:
            paragraphs.append(passage)
    if sentences:
        passage, first = sentences[0]
        message = f"this sentence has {first.count(' ') + 1} words{_others(len(sentences), 'sentence')}"
        hint = f"Above {LONGEST_SENTENCE} words many readers lose the thread: make two of it, or a list."
        yield remark("W08", words.module, passage, " ".join(first.split()[:3]), message, hint)
    if paragraphs:
        message = f"this paragraph has more than {LONGEST_PARAGRAPH} sentences{_others(len(paragraphs), 'paragraph')}"
        hint = "Put a blank line where a new thought begins."
        yield remark("W08", words.module, paragraphs[0], "", message, hint)


def reading_age(words: Vocabulary) -> float:
    """Flesch and Kincaid's grade plus five years; 0 for a module of few words."""
    total = words.counts.total()
    if total < _ENOUGH:
        return 0.0
    ends = sum(words.text.count(end) for end in ".?!")
    open_ended = sum([passage.text[-1] not in ".?!" for passage in words.passages])
    said = float(sum(map(mul, map(_COUNTED.__getitem__, words.counts), words.counts.values())))
    return 0.39 * total / (ends + open_ended) + 11.8 * said / total - 15.59 + 5


def syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, without a silent e at its end."""
    return _COUNTED[word]


def _count(word: str) -> int:
    plain = word.lower().strip("“”‘’\"'.,;:!?()[]")
    stem = re.sub(r"(?:(?<=[^aeioul])|(?<=[aeiou]l))e[ds]?$", "", plain)
    return max(1, len(_VOWELS.findall(stem)))


class _Counted(dict[str, int]):
    """Each word is counted once in a run: courses use the same few thousand."""

    def __missing__(self, word: str) -> int:
        self[word] = count = _count(word)
        return count


_COUNTED = _Counted()


def _others(count: int, word: str) -> str:
    return f", and {count - 1} further {word}{'s' * (count > 2)} of this module too" if count > 1 else ""
