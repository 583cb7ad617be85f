"""STR-031 and STR-048: signs of other tools, each with its place and with what to write here."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from html import unescape
from pathlib import PurePosixPath

from builder.check.foreign import SIGNS
from builder.check.foreign import sign as row
from builder.check.foreign.fences import FENCES
from builder.check.foreign.masking import COVERED, PLAIN, masked
from builder.check.foreign.sign import Sign
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.model.source_facts import Passage, SourceFacts
from builder.remembered import Remembered

_LEAD = re.compile(r"[\s>]*")
_FENCE = rare_pattern(r"[\s>]*(?:[-+*]\s+|\d+[.)]\s+)?(?:`{3,}|~{3,})[ \t]*(?=\S)")
_CURLY = str.maketrans({"'": "’"})
_UNNAMED = frozenset({"Admonition", "Callout", "Alert", "Container", "Box", "Div"})
"""Names of boxes that say nothing."""
_ASKS = "A question is a heading"
"""How the hint of a sign begins that says how a question is written."""
_IN_A_QUESTION = "Delete it. An option is a line - [x] words where it is right, and - [ ] words where it is not"
_HEADING = re.compile(r" {0,3}(?:#{1,6}[ \t]+(?:([Qq]uiz:)|)|---+[ \t]*$)")
_QUOTES = frozenset("\"':#\\ \u00a0\u00ad\u200c\u200d\u200e\u200f")
"""What YAML may take for something else, or nobody sees."""
_LONGEST = 40
"""Characters of a sign that a message repeats."""
_WIKI = "Obsidian and other note books"
_ESCAPE = rare_pattern(r"\\([!-/:-@\[-`{-~])")
_NUMBER = rare_pattern(r"^\d+[-_ ]+")
_ALONE = frozenset({"setting"})


def _rarity(character: str) -> int:
    """How few texts have a character: signs are rarer than digits, those rarer than capitals and other letters."""
    return 3 * (character not in " .,-" and not character.isalnum()) or 2 * character.isdigit() or character.isupper()


_RAREST = {mark: max(mark, key=_rarity) for sign in SIGNS for mark in (sign.mark, *sign.others)}
"""What a text must have for a sign to be looked for -> the character of it that the fewest texts have.

One character is found in a text in no time, two are not.
"""
_RARE = frozenset(_RAREST.values())


def check_foreign(course: Course, kept: Remembered | None = None) -> Iterator[Diagnostic]:
    """Every foreign sign that a learner would see; with `kept`, modules that have not changed are not looked through."""
    yield from _of_file(course.facts, [p for p in course.facts.passages if p.kind == "setting"])
    linked = [
        kept.get("linked", module, (), partial(_linked, module)) if kept else _linked(module) for module in course.pages
    ]
    links = tuple(_wiki_links(course)) if any(linked) else ()
    for module in course.pages:
        look = partial(_of_module, module, links)
        yield from kept.get("foreign", module, (), look) if kept and not links else look()


def _linked(module: Module) -> bool:
    """Whether it may have a wiki link."""
    return any("[[" in passage.text for passage in module.facts.passages)


def _of_module(module: Module, links: Sequence[Sign]) -> tuple[Diagnostic, ...]:
    return tuple(_of_file(module.facts, module.facts.passages, links))


def foreign_sign(words: str) -> str:
    """The first sign of another tool that would be left in a setting; "" when there is none."""
    for sign in SIGNS:
        if sign.may_be_in(words) and "setting" in sign.kinds:
            for text in (words, words.replace("\\", "\\\\")):  # in quotes YAML doubles each backslash
                typed = text if sign.typed or sign.kinds == _ALONE else masked(text, formulas=False)
                if match := re.search(sign.pattern, typed):
                    return text[match.start() : match.end()].replace("\\\\", "\\").strip()
    return ""


def without_what_follows(report: Report, foreign: Sequence[Diagnostic]) -> Report:
    """A report without what follows from foreign signs: whatever begins inside one."""
    taken: dict[tuple[str, int], list[range]] = {}
    for found in foreign:
        span = found.span
        taken.setdefault((span.path, span.line), []).append(range(span.column, span.column + span.length))
    if not taken:
        return report
    kept = (d for d in report.diagnostics if not _is_inside(d.span, taken.get((d.span.path, d.span.line), ())))
    return Report.of(kept)


def _is_inside(span: Span, places: Iterable[range]) -> bool:
    return any(span.column in place for place in places)


def _of_file(facts: SourceFacts, passages: Sequence[Passage], links: Sequence[Sign] = ()) -> Iterator[Diagnostic]:
    """The signs in one file; `links` are those of wiki links, two for each module of the course."""
    for passage in passages:
        if passage.kind == "code":
            yield from _of_fence(passage, facts.sources)
    text = "\n".join([passage.text for passage in passages])
    found = {character for character in _RARE if character in text}
    marks = {mark for mark, rarest in _RAREST.items() if rarest in found and mark in text}
    live = [sign for sign in SIGNS if sign.mark in marks or (sign.others and not marks.isdisjoint(sign.others))]
    escaped = any("\\" in line for lines in facts.sources.values() for line in lines)
    live = [sign for sign in live if escaped or not sign.typed]
    if "[[" in marks:
        live = [*links, *live]
    if not live:
        return
    # Looked for once in a file, and only where a sign asks for it: for each sign anew it took the square of the text.
    asks = cache(lambda path: _lines_of_quizzes(facts.sources.get(path, ())))
    for passage in passages:
        kind = "setting" if passage.kind in PLAIN else passage.kind
        of_it = [sign for sign in live if kind in sign.kinds and sign.may_be_in(passage.text)]
        if of_it:
            yield from _of_passage(passage, of_it, facts.sources, asks)


def _of_passage(
    passage: Passage,
    signs: Sequence[Sign],
    sources: Mapping[str, tuple[str, ...]],
    asks: Callable[[str], frozenset[int]],
) -> Iterator[Diagnostic]:
    lines = sources.get(passage.path, ())[passage.line - 1 : passage.last]
    plain = passage.kind in PLAIN
    for number, (line, words) in enumerate(
        zip(lines, masked("\n".join(lines), formulas=not plain).split("\n"), strict=True), passage.line
    ):
        lead = _LEAD.match(words)
        start = passage.column - 1 if number == passage.line else lead.end() if lead else 0
        end_of_it = start + len(passage.text) if plain and passage.kind != "setting" else len(words)
        taken = bytearray(max(0, len(words) - start))
        for sign in signs:
            typed = line if sign.is_code or sign.typed or sign.kinds == _ALONE else words
            for match in re.finditer(sign.pattern, typed[start:end_of_it]):
                first, end = match.span()
                if (
                    1 not in taken[first:end]
                    and (not sign.is_code or _begins_code(words, start + first))
                    and (not sign.typed or sign.typed in words[start + first : start + end])
                    and not (sign.unless and re.search(sign.unless, line[: start + first], re.IGNORECASE))
                    and (sign.mark != "! " or ">" in line[:start])  # elsewhere it warns: `! Danger.`
                    and (
                        sign.mark != "[[" or match[0].translate(_CURLY) in passage.text  # otherwise it is a gap
                    )
                ):
                    taken[first:end] = b"\1" * (end - first)
                    span = Span(passage.path, number, start + match.start() + 1)
                    asked = sign.write.startswith(_ASKS) and number in asks(passage.path)
                    yield _fault(sign, match, span, line, passage.kind, asked)


def _begins_code(words: str, at: int) -> bool:
    """Whether code among words begins here: it is covered, and nothing covered stands before it."""
    return words[at] == COVERED and words[at - 1 : at] != COVERED


def _of_fence(code: Passage, sources: Mapping[str, tuple[str, ...]]) -> Iterator[Diagnostic]:
    """What stands behind the backticks above a block of code."""
    line = sources.get(code.path, ())[code.line - 2]
    if fence := _FENCE.match(line):
        for sign in FENCES:
            if match := re.match(sign.pattern, line[fence.end() :]):
                yield _fault(sign, match, Span(code.path, code.line - 1, fence.end() + 1), line, code.kind)
                return


def _lines_of_quizzes(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that stand in a Quiz, or are its heading."""
    found, inside = set(), False
    for number, line in enumerate(lines, 1):
        if heading := _HEADING.match(line):
            inside = bool(heading[1])
        if inside:
            found.add(number)
    return frozenset(found)


def _fault(sign: Sign, match: re.Match[str], place: Span, line: str, kind: str, asked: bool = False) -> Diagnostic:
    """The finding; `asked` says that it stands in a question already."""
    width = match.end() - match.start()
    written = line[place.column - 1 : place.column - 1 + width]
    span = Span(place.path, place.line, place.column, max(1, len(written)))
    shown = written.strip()
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rstrip()}…"
    outcome = "it is left out" if sign.is_left_out else "a learner would see it as it is"
    if sign.typed and kind not in PLAIN:
        left = _ESCAPE.sub(r"\1", written).strip()
        outcome = f"a learner would see {left[:_LONGEST]}"
    message = f"“{shown}” {sign.does} in {sign.tool}; here {outcome}"
    named = _named(match, line[place.column - 1 - match.start() :])
    if kind in PLAIN:
        return _in_setting(sign, span, message, named, line, kind)
    itself = (
        ""
        if kind == "code" or sign.is_code or sign.fix.startswith("`")
        else " To show the sign itself, put it between backticks."
    )
    quoted = sign.quoted if ">" in line[: place.column - 1] else ""
    write = _IN_A_QUESTION if asked else (quoted or sign.write).format(**named).rstrip(".")
    hint = f"{write}.{itself}"
    apart = "\n" in sign.fix and place.column > 1  # further lines begin at the margin
    fix = (written, sign.fix.format(**named)) if sign.fix and not apart else None
    return fault(sign.rule, span, message, hint, line, fix)


def _in_setting(sign: Sign, span: Span, message: str, named: Mapping[str, str], line: str, kind: str) -> Diagnostic:
    """The finding in a setting; rows for settings alone say more than that no sign is read there."""
    if sign.kinds != _ALONE or not sign.write:
        return fault(
            sign.rule, span, message, f"{PLAIN[kind]} plain words, without signs of markdown: take the sign out.", line
        )
    written = line[span.column - 1 : span.column - 1 + span.length]
    character = unescape(unescape(written))
    if character.isspace():
        return fault(sign.rule, span, message, "Type a space in its place.", line)
    fields = {**named, "character": character}
    fix = (written, sign.fix.format(**fields)) if sign.fix and not _QUOTES.intersection(character) else None
    return fault(sign.rule, span, message, f"{sign.write.format(**fields)}.", line, fix)


def _named(match: re.Match[str], written: str) -> dict[str, str]:
    """The groups of a match, as they stand in the source."""
    groups = {
        name: written[slice(*match.span(name))] if name in match.re.groupindex and match[name] is not None else ""
        for name in ("words", "name", "title")
    }
    groups["name"] = groups["name"] or groups["words"]
    title = groups["title"] or groups["name"].removeprefix("callout-").capitalize()
    return groups | {"Name": title if title not in _UNNAMED else "Note"}


def _wiki_links(course: Course) -> Iterator[Sign]:
    """The signs that link to each module of a course, `[[02-test]]`: by themselves, and with other words."""
    for module in course.pages:
        file = module.span.path
        stem = PurePosixPath(file).stem
        bare = _NUMBER.sub("", stem)
        names = {file, stem, bare, f"{bare}.md", module.title, module.id}
        named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
        start, title = rf"\[\[(?:\./)?(?i:{named})(?:#[^\[\]\n|]*)?", re.sub(r"([\[\]])", r"\\\1", module.title)
        for end, words in ((r"\]\]", _plain(title)), (r"\|(?P<words>[^\[\]\n|]+)\]\]", "{words}")):
            written = f"[{words}]({_plain(file)})"
            yield row.sign(_WIKI, "[[", start + end, "is a link", f"Write {written}", written, sure=True)


def _plain(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")
