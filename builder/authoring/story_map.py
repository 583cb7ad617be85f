"""A story of scenes as a map: in words, and as a picture that says the same."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from builder.kinds import KINDS
from builder.kinds.scene import SCENE
from builder.model.assessment import AssessmentItem, Scene, StoryInteraction
from builder.model.diagnostics import Report
from builder.read import read_course

_WIDTH, _GAP, _LINE, _PAD = 300, 90, 20, 14
"""Of a box, between two columns, of a line of text, and round the text: in pixels."""
_LANE = 10
"""Between two lines that run below the boxes."""
_CHARACTERS = 36
"""Of a line in a box."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A scene with its place in the picture."""

    scene: Scene
    x: int
    y: int
    title: tuple[str, ...]
    """Lines of its title."""
    rows: tuple[tuple[str, ...], ...]
    """Lines of each choice."""

    @property
    def height(self) -> int:
        """With all of its lines."""
        return 2 * _PAD + _LINE * (len(self.title) + sum(len(row) for row in self.rows))

    def row_at(self, place: int) -> int:
        """Where the line to the next scene begins."""
        above = len(self.title) + sum(len(row) for row in self.rows[:place])
        return self.y + _PAD + _LINE * above + _LINE // 2


def stories_in(folder: Path) -> tuple[list[AssessmentItem], Report]:
    """The stories of a course that could be read, and what is reported of it."""
    course, report = read_course(folder, KINDS)
    return [item for item in course.items if item.kind is SCENE], report


def story_text(item: AssessmentItem) -> str:
    """Every scene with its choices, and the number of the scene to which each leads."""
    story: StoryInteraction = item.interaction
    numbers = story.numbers()
    ends = sum(not scene.decisions for scene in story.scenes)
    lines = [f"{item.title.text}: {_counted(len(story.scenes), 'scene')}, {_counted(ends, 'end')}", ""]
    for scene in story.scenes:
        lines.append(f"{numbers[scene.id]}. {scene.content.text}{'' if scene.decisions else ' (end)'}")
        lines += [f"   - {one.content.text} -> {numbers[one.target]}" for one in scene.decisions]
    return "\n".join(lines) + "\n"


def story_svg(item: AssessmentItem) -> str:
    """The same as a picture: a box for each scene, and a line from each choice to where it leads."""
    story: StoryInteraction = item.interaction
    boxes = _placed(story)
    width = max(box.x for box in boxes.values()) + _WIDTH + _GAP
    lines = list(_lines(boxes))
    height = max(box.y + box.height for box in boxes.values()) + _LANE * (len(lines) + 1)
    said = escape(story_text(item).strip())
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
            f'<title id="title">{escape(item.title.text)}</title>',
            f'<desc id="desc">{said}</desc>',
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#474e57"/></marker></defs>',
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            *lines,
            *(line for box in boxes.values() for line in _drawn(box)),
            "</svg>\n",
        ]
    )


def _placed(story: StoryInteraction) -> Mapping[str, _Box]:
    """A column for each number of decisions that lead to a scene, and the scenes of it one below the other."""
    numbers, boxes = story.numbers(), dict[str, _Box]()
    below: dict[int, int] = {}
    depths = _depths(story)
    for scene in sorted(story.scenes, key=lambda one: (depths[one.id], numbers[one.id])):
        column = depths[scene.id]
        title = _wrapped(f"{numbers[scene.id]}. {scene.content.text}")
        rows = tuple(_wrapped(f"{one.content.text} → {numbers[one.target]}") for one in scene.decisions)
        box = _Box(scene, _GAP // 2 + column * (_WIDTH + _GAP), below.get(column, _PAD), title, rows)
        boxes[scene.id] = box
        below[column] = box.y + box.height + 2 * _PAD
    return boxes


def _depths(story: StoryInteraction) -> Mapping[str, int]:
    """Id of each scene -> the most decisions that lead there, without going round."""
    ways, order = story.ways, list[str]()
    back: set[tuple[str, str]] = set()

    def walk(id: str, above: tuple[str, ...]) -> None:
        for target in ways[id]:
            if target in (*above, id):
                back.add((id, target))
            elif target not in order:
                walk(target, (*above, id))
        if id not in order:
            order.append(id)

    walk(story.scenes[0].id, ())
    depths = dict.fromkeys(order, 0)
    for id in reversed(order):
        for target in ways[id]:
            if (id, target) not in back:
                depths[target] = max(depths[target], depths[id] + 1)
    return depths


def _lines(boxes: Mapping[str, _Box]) -> Iterator[str]:
    """A curve to the next column; a line below all boxes to any other."""
    lane = max(one.y + one.height for one in boxes.values())
    for box in boxes.values():
        for place, decision in enumerate(box.scene.decisions):
            to = boxes[decision.target]
            x, y, end, at = box.x + _WIDTH, box.row_at(place), to.x, to.y + _PAD + _LINE // 2
            bend = _GAP // 2
            way = f"C{x + bend} {y} {end - bend} {at} {end} {at}"
            if end - x != _GAP:
                lane += _LANE
                way = f"H{x + _PAD + _LANE * place}V{lane}H{end - 2 * _PAD}V{at}H{end}"
            yield f'<path d="M{x} {y}{way}" fill="none" stroke="#474e57" marker-end="url(#tip)"/>'


def _drawn(box: _Box) -> Iterator[str]:
    edge = 1 if box.scene.decisions else 3
    yield f'<rect x="{box.x}" y="{box.y}" width="{_WIDTH}" height="{box.height}" fill="#f2efe6" stroke="#0a5557" stroke-width="{edge}"/>'
    at = box.y + _PAD + _LINE - 5
    for weight, lines in (("bold", box.title), *(("normal", row) for row in box.rows)):
        spans = "".join(
            f'<tspan x="{box.x + _PAD}" y="{at + _LINE * place}">{escape(line)} </tspan>'
            for place, line in enumerate(lines)
        )
        yield f'<text font-family="sans-serif" font-size="14" font-weight="{weight}" fill="#1b222b" unicode-bidi="plaintext">{spans}</text>'
        at += _LINE * len(lines)


def _wrapped(words: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(words, _CHARACTERS)) or ("",)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
