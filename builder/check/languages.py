"""W07: passages in another language than the page, told by the small words that every sentence has."""

import re
from collections.abc import Iterator, Mapping

from builder.check.places import remark
from builder.check.vocabulary import Vocabulary
from builder.model.course import Module, Passage
from builder.model.diagnostics import Diagnostic


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


SMALL_WORDS: Mapping[str, frozenset[str]] = {
    "cy": _words("yn y yr mae ar gyda wedi hefyd ac ei eu nid bydd oedd gan sydd fel i’r o’r i’w ddim chi ni rydym"),
    "fr": _words("le la les des est une dans pour avec qui que sur vous nous pas sont cette aux du et au ils elle"),
    "de": _words("und das ist nicht ein eine mit für auf dem den sich von wir auch werden der zu wie oder sie wird"),
    "es": _words("el los las una para con por que del está son como más pero es y en su sus nuestro se lo"),
    "pl": _words("się nie jest na że jak dla przez oraz które lub są przy w z do to od po aby może"),
    "ga": _words("agus na ar go bhfuil tá leis seo chun nó ina níl atá raibh mar le gach do ag ár sé"),
    "en": _words("the of and to is that for with are was it they this from be have not which you their"),
}  # fmt: skip
"""Language -> words that few sentences in it are without."""

NAMES = {"cy": "Welsh", "fr": "French", "de": "German", "es": "Spanish", "pl": "Polish", "ga": "Irish", "en": "English"}
"""What the languages are called in English."""

_SHORTEST, _MET, _SHARE = 6, 3, 0.25
_EVERY = frozenset().union(*SMALL_WORDS.values())
_FOREIGN = {own: _EVERY - words for own, words in SMALL_WORDS.items()}


def check_languages(words: Vocabulary) -> Iterator[Diagnostic]:
    """Each passage that is plainly in another language, and not marked as such."""
    if words.language not in SMALL_WORDS:
        return
    strange = _FOREIGN[words.language]
    if len(strange.intersection(words.counts)) < _MET:
        return
    for passage in words.passages:
        found = foreign_language(passage.text, words.language)
        if found and not _marked(words.module, passage):
            message = f"this seems to be {NAMES[found]}, and would be read out with the wrong voice"
            hint = f"Write {{lang={found}}} at the end of the paragraph, or [words]{{lang={found}}} for a part of it."
            yield remark("W07", words.module, passage, " ".join(passage.text.split()[:3]), message, hint)


def foreign_language(text: str, own: str) -> str:
    """The other language that a text is in; empty when that is not plain."""
    tokens = [word.strip("“”‘’\"'.,;:!?()[]") for word in text.lower().split()]
    if len(tokens) < _SHORTEST:
        return ""
    scores = {tag: sum(token in words for token in tokens) for tag, words in SMALL_WORDS.items()}
    best = max(scores, key=lambda tag: scores[tag])
    distinct = len(SMALL_WORDS[best].intersection(tokens))
    plain = distinct >= _MET and scores[best] >= _SHARE * len(tokens) and scores[best] >= 2 * scores[own]
    return best if best != own and plain else ""


def _marked(module: Module, passage: Passage) -> bool:
    lines = module.sources.get(passage.path, ())[passage.line - 1 : passage.last + 1]
    return any(re.search(r"\blang=", line) for line in lines)
