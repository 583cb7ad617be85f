"""W07: passages in another language than the page, known by its letters, or by the small words that every sentence has."""

import re
from collections.abc import Iterator, Mapping

from builder.check.language.vocabulary import Vocabulary
from builder.check.places import remark
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic, Edit
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import Passage


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

SCRIPTS: Mapping[str, tuple[str, frozenset[str], str]] = {
    "Greek": ("[\u0370-\u03ff]", _words("el grc"), "{lang=el}"),
    "Cyrillic": (
        "[\u0400-\u04ff]",
        _words("ru uk be bg sr mk kk ky mn tg"),
        "{lang=uk} for Ukrainian or {lang=ru} for Russian",
    ),
    "Hebrew": ("[\u0590-\u05ff]", _words("he yi"), "{lang=he}"),
    "Arabic": (
        "[\u0600-\u06ff]",
        _words("ar fa ur ps ckb sd ug prs pnb"),
        "{lang=ar} for Arabic, {lang=fa} for Farsi or {lang=ur} for Urdu",
    ),
    "Devanagari": ("[\u0900-\u097f]", _words("hi ne mr sa"), "{lang=hi} for Hindi or {lang=ne} for Nepali"),
    "Bengali": ("[\u0980-\u09ff]", _words("bn as"), "{lang=bn}"),
    "Gurmukhi": ("[\u0a00-\u0a7f]", _words("pa"), "{lang=pa}"),
    "Gujarati": ("[\u0a80-\u0aff]", _words("gu"), "{lang=gu}"),
    "Tamil": ("[\u0b80-\u0bff]", _words("ta"), "{lang=ta}"),
    "Thai": ("[\u0e00-\u0e7f]", _words("th"), "{lang=th}"),
    "Ethiopic": ("[\u1200-\u137f]", _words("am ti"), "{lang=am} for Amharic or {lang=ti} for Tigrinya"),
    "Korean": ("[\uac00-\ud7a3]", _words("ko"), "{lang=ko}"),
    "Chinese": ("[\u4e00-\u9fff]", _words("zh ja yue ko"), "{lang=zh}"),
    "Japanese": ("[\u3040-\u30ff\u4e00-\u9fff]", _words("ja"), "{lang=ja}"),
}
"""Script -> its letters (compiled where a page has some), the languages that are written in it, and what to write."""

_CODES: Mapping[str, frozenset[str]] = {
    "Greek": _words("Grek"),
    "Cyrillic": _words("Cyrl"),
    "Hebrew": _words("Hebr"),
    "Arabic": _words("Arab"),
    "Devanagari": _words("Deva"),
    "Bengali": _words("Beng"),
    "Gurmukhi": _words("Guru"),
    "Gujarati": _words("Gujr"),
    "Tamil": _words("Taml"),
    "Thai": _words("Thai"),
    "Ethiopic": _words("Ethi"),
    "Korean": _words("Hang"),
    "Chinese": _words("Hans Hant Jpan"),
    "Japanese": _words("Jpan Hira Kana"),
}
"""Script -> how a tag names it (ISO 15924), as in `pa-Arab`: then a page in its letters is as it says."""

_TAG = rare_pattern(r"(?:^|\s)\{[^{}]*\blang=([\w-]+)[^{}]*\}\s*$")
"""At the end of a paragraph: behind a bracket it would mark a part of it."""

_LATIN = "\u036f"
_OTHER_SCRIPT = "[\u0370-\u1fff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"
_LETTERS = 6
"""Letters below which a passage may be a sign or a name."""

_SHORTEST, _MET, _SHARE = 6, 3, 0.25
_EVERY = frozenset().union(*SMALL_WORDS.values())
_FOREIGN = {own: _EVERY - words for own, words in SMALL_WORDS.items()}


def check_languages(words: Vocabulary) -> Iterator[Diagnostic]:
    """Each passage that is plainly in another language, and not marked as such."""
    yield from _other_scripts(words)
    yield from _marked_wrongly(words)
    if len(_FOREIGN.get(words.language, SMALL_WORDS["en"]).intersection(words.counts)) < _MET:
        return
    for passage in words.passages:
        found = foreign_language(passage.text, words.language)
        if found and not _marked(words.module, passage):
            message = f"this seems to be {NAMES[found]}, and would be read out with the wrong voice"
            hint = f"Write {{lang={found}}} at the end of the paragraph, or [words]{{lang={found}}} for a part of it."
            first, fix = " ".join(passage.text.split()[:3]), _marked_so(words.module, passage, f"{{lang={found}}}")
            yield remark("W07", words.module, passage, first, message, hint, fix)


def _marked_wrongly(words: Vocabulary) -> Iterator[Diagnostic]:
    """Paragraphs with the tag of one language and the words of another."""
    sources = words.module.facts.sources.values()
    if not any("lang=" in line for lines in sources for line in lines):
        return
    for passage in words.passages:
        tag = _tag_of(words.module, passage)
        found = foreign_language(passage.text, tag.partition("-")[0]) if tag else ""
        if found:
            message = f"this is marked as {{lang={tag}}} and seems to be {NAMES[found]}: it would be read out with the wrong voice"
            hint = (
                f"If it is {NAMES[found]}, write {{lang={found}}}, or nothing where that is the language of the page."
            )
            first = " ".join(passage.text.split()[:3])
            yield remark("W07", words.module, passage, first, message, hint)


def _tag_of(module: Module, passage: Passage) -> str:
    """The language that a whole paragraph is marked with, in small letters; empty when it is not."""
    lines = module.facts.sources.get(passage.path, ())[passage.last - 1 : passage.last]
    marked = _TAG.search(lines[0]) if lines and passage.kind == "paragraph" else None
    return marked[1].lower() if marked else ""


def _other_scripts(words: Vocabulary) -> Iterator[Diagnostic]:
    """Passages in letters that the language of the page is not written in; such words are never in small Latin letters."""
    if not any(word[0] > _LATIN and re.match(_OTHER_SCRIPT, word) for word in words.strange):
        return
    for passage in words.passages:
        letters = sum(map(str.isalpha, passage.text))
        script = max(SCRIPTS, key=lambda script: len(re.findall(SCRIPTS[script][0], passage.text)))
        letters_of_it, own, hint = SCRIPTS[script]
        if len(re.findall(letters_of_it, passage.text)) < max(_LETTERS, letters / 2) or words.language in own:
            continue
        if words.script and words.script in _CODES[script]:
            continue
        if not _marked(words.module, passage):
            message = f"this is written in {script} letters, and would be read out with the wrong voice, or not at all"
            fix = _marked_so(words.module, passage, hint) if len(own) == 1 else None
            hint = f"Write the tag of its language at the end of the paragraph, such as {hint}."
            yield remark("W07", words.module, passage, passage.text.split()[0], message, hint, fix)


def _marked_so(module: Module, passage: Passage, braces: str) -> Edit | None:
    """Put the tag of a language behind a paragraph."""
    lines = module.facts.sources.get(passage.path, ())
    last = lines[passage.last - 1] if passage.last <= len(lines) else ""
    if passage.kind != "paragraph" or not last.strip() or last.rstrip().endswith(("}", "|")):
        return None
    end = len(last.rstrip()) + 1
    return Edit(passage.path, passage.last, end, passage.last, end, f" {braces}")


def foreign_language(text: str, own: str) -> str:
    """The other language that a text is in; empty when that is not plain.

    Of a language whose small words are not known, only English is recognised: others may be near to it.
    """
    tokens = [word.strip("“”‘’\"'.,;:!?()[]") for word in text.lower().split()]
    if len(tokens) < _SHORTEST:
        return ""
    if own not in SMALL_WORDS and not {"the", "and"}.intersection(tokens):
        return ""
    known = SMALL_WORDS if own in SMALL_WORDS else {"en": SMALL_WORDS["en"]}
    scores = {tag: sum(token in words for token in tokens) for tag, words in known.items()}
    best = max(scores, key=lambda tag: scores[tag])
    distinct = len(SMALL_WORDS[best].intersection(tokens))
    plain = distinct >= _MET and scores[best] >= _SHARE * len(tokens) and scores[best] >= 2 * scores.get(own, 0)
    return best if best != own and plain else ""


def _marked(module: Module, passage: Passage) -> bool:
    lines = module.facts.sources.get(passage.path, ())[passage.line - 1 : passage.last + 1]
    return any(re.search(r"\blang=", line) for line in lines)
