"""`Fill`: prose with gaps, `[[answer]]` or `[[answer|also accepted]]`."""

import re
from collections.abc import Iterator, Sequence

from builder.model.assessment import AssessmentItem, TextEntryInteraction
from builder.model.content import Fragment, Gap, Link, Maths, Picture, TextBlocks, every_inline
from builder.model.contract import LONGEST_GAP
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import gaps
from builder.read.files.place import Place
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.inline.gap_marks import GAP_MARK
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.elsewhere import AGAIN
from builder.read.near_miss.gaps import note_joined_answers, note_near_gaps
from builder.read.near_miss.gaps.blanks import IN_WORDS, has_blanks, stands_for_an_answer
from builder.read.questions.common import assessment_item, complain, misplaced_feedback, overall_feedback
from builder.read.questions.gaps import GapReader
from builder.read.questions.plain_answers import plain_words

_GAP = rare_pattern(r"\[\[([^\[\]]+)\]\]")
_STARRED = rare_pattern(r"(?<![*\\\w])\*(?P<answers>[^\s*:][^*:\n]{0,60}?)(?::(?P<tip>[^*\n]+))?\*(?![*\w])")
"""A gap as H5P writes it: its answers with bars of its own, and a tip."""
_LONGEST_ANSWER = 4
"""Words of an answer to a gap; more of them are a sentence."""
_EXAMPLE = "Put what the learner is to write between double brackets: Innovation needs [[trust]]."


def read_fill(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """What stands above the first gap is the prompt; a quote without gaps at the end is feedback."""
    before = reader.errors
    gap_reader = GapReader(reader)
    counts = [_dig(node, gap_reader) for node in section.body]
    note_near_gaps(gap_reader.left_over, section.body, len(gap_reader.gaps), reader)
    if reader.errors > before:
        return None
    if not gap_reader.gaps:
        complain(section, reader, "QUE-009", "this text has no gap to fill in", _starred(section) or _EXAMPLE)
        return None
    first = next(index for index, count in enumerate(counts) if count)
    last = max(index for index, count in enumerate(counts) if count)
    end = _end(section.body, last)
    for node, count in zip(section.body[first:end], counts[first:end], strict=True):
        if node.kind == "quote" and not count:
            misplaced_feedback(node, True, reader)
    reader.gaps.clear()
    text = reader.blocks(section.body[first:end])
    gaps_of_text = tuple(gap_reader.gaps[number] for number in reader.gaps)
    _check_places(text, gap_reader, reader)
    for node in section.body:
        _refuse_in_formulas(node, reader)
    if reader.errors == before:
        note_joined_answers(gap_reader.gaps, gap_reader.places, reader)
        before = reader.errors
    overall = overall_feedback(section.body[end:], reader)
    if reader.errors > before:
        return None
    interaction = TextEntryInteraction(text, gaps_of_text)
    return assessment_item(section, identifier, title, section.body[:first], interaction, overall, reader)


def _starred(section: Section) -> str:
    """What to write where gaps stand between stars, as in H5P; empty where none does."""
    lines = [line for node in section.body for lines in _runs(node) for line in lines]
    found = next((match for line in lines if (match := _STARRED.search(line.text))), None)
    if found is None:
        return ""
    if stands_for_an_answer(found["answers"]):
        return IN_WORDS
    gap = "|".join(part.strip() for part in found["answers"].split("/"))
    tip = f", and its tip as a paragraph of its own: Hint: {found['tip'].strip()}" if found["tip"] else ""
    return f"A gap stands between double brackets: write [[{gap}]]{tip}"


def _keyed(body: Sequence[Node], named: str) -> str:
    """The gaps with the answers that an answer line gives."""
    gaps_written = [gap for node in body for lines in _runs(node) for line in lines for gap in _GAP.findall(line.text)]
    parts = [named] if len(gaps_written) == 1 else re.split(r"[ \t]*[,;][ \t]*", named)
    if (
        "[[" in named
        or has_blanks(body)
        or len(parts) != len(gaps_written)
        or any(len(part.split()) > _LONGEST_ANSWER for part in parts)
    ):
        return ""
    known = [{plain_words(one) for one in gap.split("|")} for gap in gaps_written]
    if all(plain_words(part) in words for part, words in zip(parts, known, strict=True)):
        return AGAIN
    pairs = zip(parts, gaps_written, strict=True)
    missing = [(part, gap) for (part, gap), words in zip(pairs, known, strict=True) if plain_words(part) not in words]
    return "Write " + " , ".join(f"[[{gap}|{part}]] if both are right or [[{part}]]" for part, gap in missing)


def _end(body: Sequence[Node], last: int) -> int:
    """Where the text ends and feedback begins."""
    end = len(body)
    while end > last + 1 and body[end - 1].kind == "quote":
        end -= 1
    return end


def _dig(node: Node, gap_reader: GapReader) -> int:
    """Put a mark in the place of each gap of a block; gives how many there are."""
    before = len(gap_reader.gaps)
    for lines in _runs(node):
        for index, line in enumerate(lines):
            lines[index] = gap_reader.replaced(line)
    return len(gap_reader.gaps) - before


def _refuse_in_formulas(node: Node, reader: Reader) -> None:
    """A formula on lines of its own is read as it is: a learner would see the answer."""
    if node.kind == "maths":
        for line in node.lines:
            for gap in _GAP.finditer(line.text):
                _misplaced(line.place(gap.start()), "in a formula", reader)
    for child in node.children:
        _refuse_in_formulas(child, reader)


def _runs(node: Node) -> Iterator[list[Line]]:
    """Every run of text of a block, to be changed in place."""
    if node.kind in {"code", "html", "maths"}:
        return
    if node.kind != "table":
        yield node.lines
    yield from node.rows
    for child in node.children:
        yield from _runs(child)


def _check_places(text: TextBlocks, gap_reader: GapReader, reader: Reader) -> None:
    """A gap cannot stand in an address or in a link: nobody could write into it."""
    for number in _in_addresses(text):
        _misplaced(gap_reader.places[number], "in an address or a picture", reader)
    for node in every_inline(text):
        if isinstance(node, Maths):
            for mark in GAP_MARK.finditer(node.tex):
                _misplaced(gap_reader.places[int(mark[1])], "in a formula", reader)
        if isinstance(node, Link):
            inside = (inner.number for inner in every_inline(node.content) if isinstance(inner, Gap))
            for number in inside:
                _misplaced(gap_reader.places[reader.gaps[number]], "in the words of a link", reader)


def _in_addresses(text: TextBlocks) -> Iterator[int]:
    """Numbers of the gaps that are part of an address, or of the words of a picture."""
    for node in every_inline(text):
        if isinstance(node, Link | Picture):
            written = (
                (node.target, node.title) if isinstance(node, Link) else (node.alternative, node.file, node.caption)
            )
            yield from (int(mark[1]) for words in written for mark in GAP_MARK.finditer(words))


def _misplaced(place: Place, where: str, reader: Reader) -> None:
    reader.fault("QUE-009", place, f"a gap cannot stand {where}", "Put it into the text beside it.", 2)


def _right(text: TextEntryInteraction) -> list[str]:
    """Of each gap all that is right, as the run-time compares it."""
    return ["|".join(sorted(" ".join(word.casefold().split()) for word in gap.accepted)) for gap in text.gaps]


FILL = QuestionKind(
    word="Fill",
    makes="a text with gaps",
    name="fill",
    component="fill",
    read=read_fill,
    shape=Shape(shows=gaps, telling="there is a gap in double brackets below this heading", running_text=True),
    examples=("fill",),
    scorm12="fill-in",
    scorm2004="fill-in",
    sends="words",
    right=_right,
    right_is="what stands in a gap",
    keyed=_keyed,
    fingerprint="TextEntryInteraction",
    reported=lambda text: [" or ".join(" ".join(word.split()) for word in gap.accepted) for gap in text.gaps],
    text=lambda interaction: interaction.text,
    longest=lambda text: LongestAnswer(written=(LONGEST_GAP,) * len(text.gaps)),
    in_parts=lambda text: True,
)
