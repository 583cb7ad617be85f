"""A story of scenes, walked by its choices."""

from collections.abc import Iterator

from builder.evidence.walk.hooked import HookedCourse
from builder.evidence.walk.keyboard import Keyboard

_BACK = "<"
"""What the page says when a way through a story goes on by its button “Back”."""


def all_scenes(course: HookedCourse, item: str) -> Iterator[str]:
    """Go to all scenes, by choices and by “Back”; gives each scene once it is shown."""
    met = [item]
    while scene := str(course.ask("towards", item, met)):
        course.launch.page.keyboard.press("Enter")
        course.settle()
        if scene != _BACK:
            met.append(scene)
            yield scene


def decide(course: HookedCourse, keyboard: Keyboard, item: str) -> None:
    """Go through a story with keys alone, each time by a choice that leads on, until it ends. Raises OutOfReach."""
    met = [item]
    while course.seen(item).state == "unanswered" and (scene := str(course.ask("towards", item, met, False))):
        met.append(scene)
        keyboard.press(keyboard.find(f'[data-item="{item}"] [data-now] [data-decisions] a[href="#{scene}"]'))
        course.settle()
