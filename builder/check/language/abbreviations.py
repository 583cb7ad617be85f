"""W09: abbreviations that are never written out."""

import re
from collections.abc import Iterator, Mapping

from builder.check.language.capitals_and_ascii_art import shouted
from builder.check.language.vocabulary import KNOWN, Vocabulary
from builder.check.places import remark
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern

_SHAPE = rare_pattern(r"^[(“‘\"'\[]*([A-Z]{2,6})(?:s|’s|'s)?[)”’\"'\].,;:!?]*$")
_LICENCES = frozenset({"BY", "SA", "NC", "ND"})
"""Parts of the names of Creative Commons licences, such as CC BY-SA."""
_ROMAN = re.compile(r"[IVXLCDM]+")
_CAPITALS = (
    "TODO NOTE TIP STOP NOT AND OR BUT ALL ANY NONE YES NEW COPY PASTE CUT SAVE EXIT ENTER HELP OPEN CLOSE PATH HOME END"
    " TEST TRUE FALSE MUST ONLY NEVER ALWAYS BACK NEXT START PUSH PULL ON OFF IN OUT UP DOWN GO WARN ERROR DRAFT"
    " URGENT NOBODY REALLY READ FIRST LAST ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN WHAT WHEN WHERE WHY HOW"
    " THIS THAT THESE THOSE HERE THERE NOW LATER SOON BEFORE AFTER EVERY EACH SOME MANY MORE LESS MOST LEAST SAME OTHER BOTH"
    " VERY TOO DO DOES IS ARE WAS WERE HAVE HAS WILL CAN COULD SHOULD MAY MIGHT WITH FROM FOR DANGER PLEASE SORRY WAIT"
    " LISTEN LOOK ASK TELL SAY SEE CALL GIVE TAKE KEEP BEST WORST HIGH LOW FULL FREE PUBLIC STAFF FIRE EITHER NEED WHOLE"
)
_SIGNS = frozenset(_CAPITALS.split())
"""Words in capitals, as keys, commands and signs on doors have them."""
_ABBR = rare_pattern(
    r"<abbr\s[^<>]*?title\s*=[^<>]*>\s*(?:[*_]{1,2})?([A-Za-z][\w&.-]*?)s?(?:[*_]{1,2})?\s*</abbr", re.IGNORECASE
)
_CITED = rare_pattern(
    r"[\[(]\d{4}[\])](?: \d{1,4})? (?:[A-Z][A-Za-z]{1,5}(?: \((?:Admin|Fam|Ch|Comm|Civ|Crim|QB|KB|HL|PC|TCC|Pat|IAC)\))? ?){1,3}\d{1,5}"
)
"""A report of a court or a neutral citation, `[2013] UKSC 33`, as lawyers know it: its letters are never written out."""
_SMALL = r"(?:\W+(?:of|and|for|the|in|to|on|with|at|by)\b)*"


def abbreviations_in(words: Vocabulary) -> tuple[str, ...]:
    """The abbreviations that a module uses, in the order of their first use."""
    shapes = (_SHAPE.match(word) for word in words.unusual if word[1:2].isupper())
    shorts = dict.fromkeys(found[1] for found in shapes if found)
    return tuple([one for one in shorts if one not in KNOWN and one not in _SIGNS and not _ROMAN.fullmatch(one)])


def check_abbreviations(course: Course, met: Mapping[str, Module]) -> Iterator[Diagnostic]:
    """The first place of each abbreviation that nothing in the course explains."""
    explained = {short.upper() for page in course.pages for short in page.facts.abbreviations}
    if course.glossary:
        explained |= {form.upper() for term in course.glossary.terms for form in term.forms}
    unexplained = {short: module for short, module in met.items() if short not in explained}
    if unexplained:
        unexplained = {short: module for short, module in unexplained.items() if short not in _titled(course)}
    if not unexplained:
        return
    text = "\n".join(passage.text for module in course.pages for passage in module.facts.passages)
    for short, module in unexplained.items():
        if (
            (short in _LICENCES and f"CC {short}" in text.replace("-", " "))
            or _is_written_out(short, text)
            or _is_initials(short, text)
        ):
            continue
        pattern = re.compile(rf"(?<!\w){short}(?!\w)|(?<!\w){short}s\b")
        passage = next(
            (
                p
                for p in module.facts.passages
                if p.kind in {"paragraph", "words"} and pattern.search(_CITED.sub(" ", p.text))
            ),
            None,
        )
        if passage is None or any(short in run for run in shouted(passage.text)):
            continue
        message = f"{short} is never written out"
        hint = f"Write it out once, with ({short}) after it, or add a line at the end: *[{short}]: what it stands for"
        yield remark("W09", module, passage, short, message, hint)


def _titled(course: Course) -> set[str]:
    """Abbreviations that HTML explains: `<abbr title="Multi-Agency Safeguarding Hub">MASH</abbr>`."""
    sources = {path: lines for page in course.pages for path, lines in page.facts.sources.items()}
    titled = (_ABBR.findall("\n".join(lines)) for lines in sources.values() if any("<abbr" in line for line in lines))
    return {short.upper() for found in titled for short in found}


def _is_initials(short: str, text: str) -> bool:
    """Whether they are those of a person: two, and a surname behind them wherever they stand."""
    if len(short) > 2:
        return False
    behind = re.findall(rf"(?<!\w){short}(?!\w)(.{{0,3}})", text)
    return bool(behind) and all(re.match(r"\.? [A-Z][a-z]", words) for words in behind)


def _is_written_out(short: str, text: str) -> bool:
    """In brackets beside its words, beside words with its initials, or no abbreviation but a word in capitals."""
    if re.search(rf"\({short}s?\b|\b{short}s? \(\w|\b{short.lower()}\b", text):
        return True
    initials = rf"{_SMALL}\W+".join(f"[{letter}{letter.lower()}][\\w’]*" for letter in short)
    return re.search(rf"\b{initials}", text) is not None
