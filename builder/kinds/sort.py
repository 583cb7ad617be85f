"""`Sort`: one bold group name for each list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from builder.kinds.match import MATCH
from builder.model.assessment import AssessmentItem, MatchInteraction, SimpleAssociableChoice
from builder.model.content import Fragment, TextBlocks
from builder.model.kind import Shape
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.own_ids import Entry, entry_of
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import groups
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.elsewhere import AGAIN, IS, entries, places
from builder.read.near_miss.answer_lines.words.letters import is_lettered
from builder.read.questions.common import (
    assessment_item,
    blank_above,
    boxed_line,
    complain,
    feedback_of,
    first_words,
    misplaced_feedback,
    overall_feedback,
    told_inside,
    without_box,
    wordless,
)
from builder.read.questions.option_ids import ids_of_entries, refuse_same

_SPOKEN = rare_pattern(r"([^\[\]{}]*\S)\s*(\{lang=[\w-]+\})")
"""A name with its language behind it."""
_BOLD = rare_pattern(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1(:?)\s*$")
_ID = rare_pattern(r"[ \t]+\{(?:#[^\s{}]*|[^{}]*\blang=[^{}]*)\}[ \t]*$")
_PARTING = rare_pattern(r"[ \t]*[,;][ \t]*(?:and[ \t]+)?")
_OF_GROUPS = rare_pattern(r"[ \t]*;[ \t]*")
"""What parts the groups of a line such as `Helps: trust, time; Hinders: fear`."""
_LONGEST_NAME = 60
_EXAMPLE = "Write **Name of the group** , a blank line, then its list; and the same for each group."


@dataclass(slots=True)
class _Group:
    entry: Entry
    """Its name, without the signs of bold."""
    items: list[Node] = field(default_factory=list)

    @property
    def line(self) -> Line:
        """The line of its name."""
        return self.entry.lines[0]


@dataclass(slots=True)
class _Parts:
    prompt: list[Node] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)


def read_sort(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """Each item belongs to the group whose name stands above its list."""
    before = reader.errors
    parts = _parts(section, reader)
    if told_inside(section, reader) and not all(group.items for group in parts.groups):
        return None  # the missing list was reported where it stands
    for group in parts.groups:
        _check_group(group, reader)
    if reader.errors == before:
        _check_groups(section, parts.groups, reader)
    if reader.errors > before:
        return None
    interaction = _interaction(parts.groups, reader)
    _refuse_same(interaction, parts.groups, reader)
    overall = overall_feedback(parts.below, reader)
    if reader.errors > before:
        return None
    return assessment_item(section, identifier, title, parts.prompt, interaction, overall, reader)


def _parts(section: Section, reader: Reader) -> _Parts:
    """A question of groups, parted into prompt, groups and feedback."""
    parts = _Parts()
    last = max((index for index, node in enumerate(section.body) if node.kind == "list"), default=-1)
    for index, node in enumerate(section.body):
        following = section.body[index + 1] if index < len(section.body) - 1 else None
        name = _name(node)
        if name:
            parts.groups.append(_Group(_entry(node, name, reader)))
        elif node.kind == "list":
            _take_list(node, parts, reader)
        elif following is not None and following.kind == "list" and _meant_as_name(node):
            parts.groups.append(_Group(entry_of([_almost_a_name(node, reader)], reader)))
        elif not parts.groups:
            parts.prompt.append(node)
        elif node.kind == "quote" and index < last:
            misplaced_feedback(node, True, reader)
        else:
            parts.below.append(node)
    return parts


def _name(node: Node) -> Line | None:
    """The words of a paragraph that is bold from end to end."""
    if node.kind != "paragraph" or len(node.lines) != 1:
        return None
    line = node.lines[0]
    match = _BOLD.match(_ID.sub("", line.text))
    if not match:
        return None
    start = match.start(2)
    return line.part(start, match[2].removesuffix(":").rstrip())


def _entry(node: Node, name: Line, reader: Reader) -> Entry:
    """The name of a group, with the id that stands behind the signs of bold."""
    own = entry_of(node.lines, reader)
    return replace(own, lines=[name], place=name.place())


def _take_list(node: Node, parts: _Parts, reader: Reader) -> None:
    if node.ordered:
        message = "the items of a Sort have no numbers: learners see them in another order"
        reader.fault("QUE-008", node.place(), message, "Begin each with a dash: - words")
    elif not parts.groups:
        message = "these items belong to no group"
        reader.fault("QUE-008", node.place(), message, _EXAMPLE)
    else:
        parts.groups[-1].items.extend(node.children)


def _meant_as_name(node: Node) -> bool:
    if node.kind != "paragraph":
        return False
    last = node.lines[-1].text
    short = len(node.lines) == 1 and len(last) < _LONGEST_NAME and not last.endswith((".", "?", "!", "…"))
    return short or bool(_BOLD.match(last))


def _almost_a_name(node: Node, reader: Reader) -> Line:
    line = node.lines[-1]
    if _BOLD.match(line.text):
        message, hint = "this group name is glued to the line above it", f"Put a blank line above {line.text}"
        fix = blank_above(line)
    else:
        words = re.sub(r"\*\*|__", "", line.text.strip("*_:# "))
        if spoken := _SPOKEN.fullmatch(words):
            words = f"[{spoken[1]}]{spoken[2]}"
        message, hint = "the words above a list are the name of its group, in bold", f"Write: **{words}**"
        fix = line.place().swap(line.text, f"**{words}**")
    reader.fault("QUE-008", line.place(), message, hint, len(line.text), fix)
    return line


def _check_group(group: _Group, reader: Reader) -> None:
    if not group.items:
        message = f"there is no list below the group {group.line.text}"
        hint = "Write what belongs to it, each line with a dash, or delete the group."
        reader.fault("QUE-008", group.line.place(), message, hint, len(group.line.text))
    for item in group.items:
        words = first_words(item)
        if words is None:
            wordless(item, reader, "QUE-008", "this item has no words", "Write a few words after the dash.")
            continue
        if box := boxed_line(item):
            message = "the items of a Sort have no tick boxes: the group is the answer"
            hint, fix = without_box(box, reader)
            reader.fault("QUE-008", box.place(), message, hint, 3, fix)
        for line in words.lines[1:]:
            if _BOLD.match(line.text):
                message, hint = (
                    "there is no blank line between this group name and the item above it",
                    f"Put a blank line above {line.text}",
                )
                fix = blank_above(line)
                reader.fault("QUE-008", line.place(), message, hint, len(line.text), fix)


def _check_groups(section: Section, groups: list[_Group], reader: Reader) -> None:
    if not groups:
        complain(section, reader, "QUE-008", "this question has no groups to sort into", _EXAMPLE)
    elif len(groups) < 2:
        message = "this question has one group only, so there is nothing to sort"
        complain(section, reader, "QUE-008", message, "Add a second group with its list.")


def _refuse_same(sort: MatchInteraction, groups: list[_Group], reader: Reader) -> None:
    """QUE-008: groups or items of which nobody could tell one from the other."""
    hint = "Change one of them, or delete it."
    lines = [group.line for group in groups]
    names = [(target.content, line.place(), len(line.text)) for target, line in zip(sort.targets, lines, strict=True)]
    refuse_same(names, "QUE-008", "this group has the same name as the one on line {line}", hint, reader)
    lines = [words.lines[0] for group in groups for item in group.items if (words := first_words(item))]
    items = [(source.content, line.place(), len(line.text)) for source, line in zip(sort.sources, lines, strict=True)]
    refuse_same(items, "QUE-008", "this says the same as the item on line {line}", hint, reader)


def _interaction(groups: list[_Group], reader: Reader) -> MatchInteraction:
    names = [reader.fragment([group.line]) for group in groups]
    group_ids = ids_of_entries(names, [group.entry for group in groups], "group", reader)
    found: list[tuple[Fragment, str, TextBlocks]] = []
    entries: list[Entry] = []
    for group, group_id in zip(groups, group_ids, strict=True):
        for item in group.items:
            words = first_words(item)
            assert words is not None
            entry = entry_of(words.lines, reader)
            entries.append(entry)
            found.append((reader.fragment(entry.lines), group_id, feedback_of(item, reader)))
    item_ids = ids_of_entries([content for content, _, _ in found], entries, "item", reader)
    sources = tuple(
        SimpleAssociableChoice(name, content, group_id, feedback)
        for name, (content, group_id, feedback) in zip(item_ids, found, strict=True)
    )
    targets = tuple(SimpleAssociableChoice(name, content) for name, content in zip(group_ids, names, strict=True))
    return MatchInteraction(sources, targets, grouped=True)


def _keyed(body: Sequence[Node], named: str) -> str:
    """The items with the groups that an answer line gives, in the order of the list."""
    groups: list[tuple[str, list[str]]] = []
    for node in body:
        if name := _name(node):
            groups.append((name.text, []))
        elif node.kind == "list" and groups:
            groups[-1][1].extend(entries([node], node.ordered))
    items = [(item, name) for name, listed in groups for item in listed]
    names = [name for name, _ in groups]
    said = [item for item, _ in items]
    chosen = places(named, names)
    found = dict(enumerate(chosen)) if len(chosen) == len(items) else _paired(named, names, said)
    if not found:
        paired = re.match(r"[A-La-l\d][ \t]*(?:->|→|=|:|[–—-])[ \t]*\S", named)
        return "Write each item below the name of its group" if paired or is_lettered(named) else ""
    if all(names[place] == items[at][1] for at, place in found.items()):
        return AGAIN
    written = (f"- {items[at][0][:40]} below **{names[place]}**" for at, place in sorted(found.items()))
    return f"Write {' , '.join(written)}"


def _paired(named: str, groups: Sequence[str], items: Sequence[str]) -> dict[int, int]:
    """The group of each item that a line names, such as `A = Trust; B = Haste`; empty for any other line."""
    names = {name.casefold() for name in groups}
    for parts in (_PARTING.split(named), _OF_GROUPS.split(named)):
        found: dict[int, int] = {}
        for part in parts:
            left, _, right = IS.sub("\0", part.strip(" ."), count=1).partition("\0")
            sides = [(left, right), (right, left)]
            sides.sort(key=lambda side: side[0].strip().casefold() not in names)  # `1-A`: A is the group of that name
            for group, listed in sides:
                at = places(listed, items)
                if len(place := places(group, groups)) == 1 and at:
                    break
            else:
                break
            if any(found.get(one, place[0]) != place[0] for one in at):
                break
            found |= dict.fromkeys(at, place[0])
        else:
            return found
    return {}


SORT = replace(
    MATCH,
    word="Sort",
    makes="things to put into groups",
    name="sort",
    read=read_sort,
    right_is="the group above an item",
    keyed=_keyed,
    shape=Shape(shows=groups, entry="-"),
    examples=("sort",),
)
