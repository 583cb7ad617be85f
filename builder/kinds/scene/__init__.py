"""`Scene`: practice decisions. Scenes that follow each other are one story; its choices are links to scenes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from builder.kinds.scene.parted import is_led_to_from_above, scene_elsewhere
from builder.kinds.scene.silent_choices import (
    Named,
    hint_of_choice,
    names_a_scene,
    report_silent_choices,
    scenes_to_lead_to,
)
from builder.model.assessment import SHAPE, AssessmentItem, Decision, Scene, StoryInteraction
from builder.model.content import Fragment, Link, TextBlocks, every_inline
from builder.model.kind import LongestAnswer, QuestionKind
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import Section
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.questions.common import assessment_item, first_words

_MOST_WAYS = 2**53
"""What the run-time can count: a way through a story is one number."""
_LONGEST_WAY = 11
"""Characters of that number, in base 36."""
_RULE = "QUE-024"
_LEADS = rare_pattern(r"\]\(<?(?:[^()<>\s]*\.md)?#|\]\[[^\[\]]*\]")
"""A link to a place in the course, also by a file's name or a reference."""


_FEEDBACK = "Words about a choice stand in the scene that it leads to: put them below the heading of that scene."
"""What to do with words that follow a choice, as feedback follows an option."""


@dataclass(slots=True)
class _Read:
    """A scene, with the places of its decisions."""

    scene: Scene
    heading: Node
    places: list[Node]


def read_story(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """Each heading begins a scene; the list at its end holds what can be done."""
    before = reader.errors
    named = [(identifier, title, section), *section.further]
    titles = {id: words.text for id, words, _ in named}
    read = [_scene(*one, titles, reader) for one in named]
    if reader.errors > before:
        return None
    story = StoryInteraction(tuple(one.scene for one in read))
    _check(story, read, reader)
    if reader.errors > before:
        return None
    return assessment_item(section, identifier, title, (), story, (), reader)


def _scene(identifier: str, title: Fragment, section: Section, titles: Named, reader: Reader) -> _Read:
    assert section.heading is not None
    at = next((place for place in reversed(range(len(section.body))) if _leads(section.body[place])), None)
    begin = 0 if at is None else _first_of_lists(section.body, at)
    text = section.body if at is None else section.body[:begin]
    if at is not None and (below := section.body[at + 1 :]):
        message, hint = "the choices of a scene are its end, and more stands below them", "Put it above the list."
        reader.fault(_RULE, below[0].place(), message, _FEEDBACK if below[0].kind == "quote" else hint)
    entries = [] if at is None else [entry for one in section.body[begin : at + 1] for entry in one.children]
    decisions, places = [], []
    for entry in entries:
        if decision := _decision(entry, {id: words for id, words in titles.items() if id != identifier}, reader):
            decisions.append(decision)
            places.append(entry)
    scene = Scene(identifier, title, reader.blocks(text), tuple(decisions), section.heading.place().span())
    parted = identifier == next(iter(titles)) and is_led_to_from_above(section.heading, identifier)
    silent = at is None and not parted and report_silent_choices(section.heading, text, titles, identifier, reader)
    if at is None and not (silent or parted) and not any(node.kind != "html" for node in text):
        message = "this scene ends the story, and says nothing"
        hint = "Write below its heading what has come of it. To go on, write choices: - [words](#another-scene)"
        reader.fault("STR-050", section.heading.place(), message, hint, section.heading.level)
    return _Read(scene, section.heading, places)


def _leads(node: Node) -> bool:
    """Whether a list has a link to a place in the course."""
    return node.kind == "list" and any(_LEADS.search(line.text) for item in node.children for line in _lines(item))


def _first_of_lists(body: Sequence[Node], at: int) -> int:
    """Where the choices begin that end in a list: lists with different signs stand directly below each other."""
    while at > 0 and _leads(body[at - 1]):
        at -= 1
    return at


def _lines(item: Node) -> Sequence[Line]:
    words = first_words(item)
    return words.lines if words else ()


def _decision(entry: Node, others: Named, reader: Reader) -> Decision | None:
    words = first_words(entry)
    if words is None or len(entry.children) > 1:
        message, hint = "a choice is one paragraph with a link", "Put everything else above the list."
        feedback = any(child.kind == "quote" for child in entry.children)
        reader.fault(_RULE, entry.place(), message, _FEEDBACK if feedback else hint)
        return None
    text = words.lines[0].text
    bare = names_a_scene(text, others)
    content = reader.fragment(words.lines)
    targets = [one.target for one in every_inline(content.content) if isinstance(one, Link)]
    if bare or len(targets) != 1 or not targets[0].startswith("#"):
        message = "a choice leads to one scene, by one link" if targets and not bare else "this choice leads nowhere"
        hint, fix = hint_of_choice("[words]" if targets and not bare else text, others)
        reader.fault(_RULE, words.place(), message, hint, len(text), fix if len(words.lines) == 1 else None)
        return None
    return Decision(content, targets[0][1:])


def _check(story: StoryInteraction, read: Sequence[_Read], reader: Reader) -> None:
    """QUE-024: each choice leads to a scene, each scene is reached, and each way ends."""
    known = {one.scene.id: one for one in read}
    ways = story.ways
    sound = True
    for one in read:
        for decision, place in zip(one.scene.decisions, one.places, strict=True):
            if message := _astray(one.scene, decision, known):
                others = {id: "" for id in known if id != one.scene.id}
                hint = f"Lead it to another scene. {scenes_to_lead_to(others)}"
                if decision.target not in known and (line := scene_elsewhere(one.heading.source, decision.target)):
                    hint = (
                        f"That scene begins on line {line}, and something else stands between. Scenes of one story "
                        "follow each other: put what stands between them below the whole story."
                    )
                reader.fault(_RULE, place.place(), message, hint)
                sound = False
    if not sound:
        return  # what follows from a link that leads astray is no further fault
    first = read[0].scene.id
    met = _reached_from(first, ways)
    for id in _first_unreached(ways, met):
        if is_led_to_from_above(known[id].heading, id):
            continue  # where that story is parted in two is reported
        message = "no choice leads to this scene, so no learner meets it"
        if any(id in targets for targets in ways.values()):
            message = "no way leads from the first scene to this one, so no learner meets it"
        hint = f"Lead a choice to it: - [words](#{id}) . Or delete the scene."
        reader.fault(_RULE, known[id].heading.place(), message, hint)
    for first_of_loop in _loops_without_end(ways):
        message = "no way leads out of a loop that begins here, so the story never ends"
        hint = "Lead one of its choices to a scene that has no choices: there the story ends."
        reader.fault(_RULE, known[first_of_loop].heading.place(), message, hint)
    if longest_way(ways) > _MOST_WAYS:
        message = "a way through this story has more decisions than can be kept for a learner"
        hint = "Make two stories of it, with a line --- and a few words between them. A way may have 33 scenes with two choices each."
        reader.fault(_RULE, read[0].heading.place(), message, hint)


def _astray(scene: Scene, decision: Decision, known: dict[str, _Read]) -> str:
    """What is wrong with where a choice leads; empty when it leads to another scene."""
    if decision.target == scene.id:
        return "this choice leads back to its own scene, so nothing happens"
    if decision.target not in known:
        return f"this choice leads to #{decision.target}, which is no scene of this story"
    return ""


def _reached_from(start: str, ways: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All scenes to which decisions lead from one, and that one."""
    met, left = {start}, [start]
    while left:
        for target in ways.get(left.pop(), ()):
            if target not in met:
                met.add(target)
                left.append(target)
    return frozenset(met)


def _first_unreached(ways: Mapping[str, tuple[str, ...]], met: frozenset[str]) -> Iterator[str]:
    """Of the scenes that are not met, those from which one comes to all others: the first of a circle, in the author's order."""
    after = {id: _reached_from(id, ways) for id in ways if id not in met}
    told: set[str] = set()
    for id in after:
        before = {other for other, found in after.items() if id in found}
        if before <= after[id] and not before & told:
            told.add(id)
            yield id


def _loops_without_end(ways: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The first scene of each loop out of which no way leads to an end, in the author's order."""
    met: set[str] = set()
    for id in ways:
        after = _reached_from(id, ways)
        loop = {one for one in after if id in _reached_from(one, ways)}
        if len(loop) > 1 and not loop & met and all(ways.get(one) for one in after):
            met |= loop
            yield id


def longest_way(ways: Mapping[str, tuple[str, ...]]) -> int:
    """The largest number that a way comes to: it has a figure for each scene on it, and meets none twice.

    Of scenes that lead to each other all count, since a way may meet them all.
    """
    after = {id: _reached_from(id, ways) for id in ways}
    worth: dict[str, int] = {}
    for id in sorted(ways, key=lambda id: len(after[id])):
        if id in worth:
            continue
        circle = [one for one in after[id] if id in after[one]]
        own = prod(len(ways[one]) + 1 for one in circle)
        beyond = (worth[target] for one in circle for target in ways[one] if target in worth)
        worth |= dict.fromkeys(circle, own * max(beyond, default=1))
    return max(worth.values())


def _text(story: StoryInteraction) -> TextBlocks:
    return tuple(block for scene in story.scenes for block in scene.text)


SCENE = QuestionKind(
    word="Scene",
    makes="a scene of a story, in which learners practise decisions",
    name="scene",
    component="scene",
    read=read_story,
    runs_on=True,
    examples=("scene",),
    scorm12="sequencing",
    scorm2004="sequencing",
    sends="story",
    longest=lambda _: LongestAnswer(written=(_LONGEST_WAY, SHAPE)),
    choices=lambda story: story.scenes,
    beside=lambda story: [one.content for scene in story.scenes for one in scene.decisions],
    choice_noun="scene",
    text=_text,
    worked="",
    rests_on=lambda story: story.shape,
    always_asked=True,
)
