"""Entries with empty tick boxes that are no options: nothing among them is right or wrong."""

from collections.abc import Sequence

from builder.model.content import Fragment, TextBlocks
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.own_ids import Entry, entry_of
from builder.read.blocks.sections import Section
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Node
from builder.read.questions.common import BOX, first_words, overall_feedback
from builder.read.questions.option_ids import refuse_same

DRAWN_BUTTON = rare_pattern(r"(?:[○◯⚪●◉⦿⚫🔘]\ufe0f?|[(][ xX•o]?[)])[ \t]+(?=\S)")
"""A round button before an answer, as forms draw it."""
_DRAWN = rare_pattern(r"^(?:[☐☑☒❏❑✓✔✗✘✅⬜□■○◯⚪][ \t\ufe0f]*|\[[^\[\]]{0,2}\][ \t]*|[({][ xX]?[)}][ \t]*)")
"""A box as it is drawn or typed elsewhere."""
Entries = tuple[list[Fragment], list[Entry], int, TextBlocks]
"""Their words, each as it is written, where the first of them stands in the body, and what stands below them."""


def read_entries(section: Section, reader: Reader) -> Entries | None:
    """The lists of a section, each entry with an empty box before its words; None when something is wrong with them."""
    before = reader.errors
    lists = [index for index, node in enumerate(section.body) if node.kind == "list"]
    items = [item for index in lists for item in section.body[index].children]
    read = [entry for item in items if (entry := _entry(item, reader))]
    placed = [(words, entry.place, len(entry.lines[0].text)) for words, entry in read]
    refuse_same(placed, "QUE-022", "this entry says the same as the one on line {line}", "Delete it.", reader)
    overall = overall_feedback(_below(section.body, lists), reader)
    if reader.errors > before:
        return None
    return [words for words, _ in read], [entry for _, entry in read], lists[0], overall


def _below(body: Sequence[Node], lists: Sequence[int]) -> list[Node]:
    return [node for index, node in enumerate(body) if index > lists[0] and index not in lists]


def _entry(item: Node, reader: Reader) -> tuple[Fragment, Entry] | None:
    words = first_words(item)
    line = words.lines[0] if words else None
    box = BOX.match(line.text) if line else None
    if words is None or line is None or box is None or not line.text[box.end() :].strip():
        said = _DRAWN.sub("", line.text) if line and not box else ""
        hint = (
            f"Write: - [ ] {said[:60]}" if said else "Begin it with an empty box and a few words: - [ ] Read the file"
        )
        fix = (line.text, f"[ ] {said}") if line and said else None
        reader.fault("QUE-022", (line or item).place(), "this entry has no box, or no words", hint, fix=fix)
        return None
    if box[1] in "xX":
        message, hint = "this box is ticked, and learners tick it themselves", "Write an empty box: - [ ]"
        reader.fault("QUE-022", line.place(), message, hint, 3, (box[0][:3], "[ ]"))
        return None
    if len(item.children) > 1:
        message, hint = "an entry with a box is one paragraph", "Put everything else above the list."
        reader.fault("QUE-022", item.children[1].place(), message, hint)
        return None
    entry = entry_of([line.cut(box.end()), *words.lines[1:]], reader)
    return reader.fragment(entry.lines), entry
