"""STR-047: what a module needs is there, and learners can come to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from builder.model.content.spelling import alike
from builder.model.diagnostics import Diagnostic, Fix

if TYPE_CHECKING:
    from builder.read.module import Opening


def check_needs(openings: Sequence["Opening"]) -> Iterator[Diagnostic]:
    """Every id in `needs` that is no other module, stands there twice, or closes a circle."""
    known = {opening.id: opening for opening in openings if opening.id}
    for opening in openings:
        for number, id in enumerate(opening.settings.needs):
            if told := _fault(opening, id, number, known):
                message, hint, fix = told
                line, column = opening.yaml.place(("needs", number))
                yield opening.source.fault("STR-047", line, column, message, hint, len(id), fix)


def _fault(opening: "Opening", id: str, number: int, known: Mapping[str, "Opening"]) -> tuple[str, str, Fix] | None:
    """What is wrong with one id, what to write instead, and the change."""
    if id == opening.id:
        return "this module needs itself, so it would never open", "Delete the id, or name another module.", None
    if id in opening.settings.needs[:number]:
        return f'"{id}" stands here twice', "Keep one of them.", None
    if id not in known:
        if own := _of_file(id, opening, known):
            message = f'"{id}" is the name of a file, and `needs` takes the id of its module'
            if own == opening.id:
                return "this module needs itself, so it would never open", "Delete it, or name another module.", None
            return message, f"Write: {own}", (id, own)
        several = [part for part in re.split(r"[ \t&+/]+", id) if part != "and"]
        if len(several) > 1 and all(part in known and part != opening.id for part in several):
            written = ", ".join(several)
            return f'"{id}" is the id of no module; ids are parted by commas', f"Write: {written}", (id, written)
        near = _near(id, opening, known)
        hint = f'Did you mean "{near}"?' if near else f"Modules here: {_listed(opening, known)}."
        return f'there is no module with the id "{id}"', hint, (id, near) if near else None
    if way := _way_back(id, opening.id, known):
        circle = ", ".join(f"“{one}” needs “{other}”" for one, other in zip([opening.id, *way], way, strict=False))
        message = f"these modules need one another, so none of them would ever open: {circle}"
        return message, "Take one of these ids out of `needs`.", None
    return None


def _of_file(name: str, opening: "Opening", known: Mapping[str, "Opening"]) -> str:
    """The id of the module whose file a name is, with or without a folder, a place in it or its ending; empty for none."""
    file = name.partition("#")[0].removesuffix(".md").rpartition("/")[2].casefold()
    return next((id for id, one in known.items() if one.source.path.removesuffix(".md").casefold() == file), "")


def _near(id: str, opening: "Opening", known: Mapping[str, "Opening"]) -> str:
    """The id of the module that was meant: spelt nearly so, or named by its title or its file."""
    others = {other: known[other] for other in known if other != opening.id}
    for other, one in others.items():
        names = (one.settings.title, one.source.path.removesuffix(".md"), one.source.path)
        if alike(id.replace("-", " ")) in {alike(name.replace("-", " ")) for name in names}:
            return other
    import difflib  # only here: few courses need it

    return next(iter(difflib.get_close_matches(id, others, 1, 0.6)), "")


def _listed(opening: "Opening", known: Mapping[str, "Opening"]) -> str:
    """Ids that could stand there, the first few of many."""
    others = [id for id in known if id != opening.id]
    return ", ".join(others[:8]) + (" and others" if len(others) > 8 else "") if others else "only this one"


def _way_back(start: str, goal: str, known: Mapping[str, "Opening"]) -> list[str]:
    """Ids along which a module comes to need another one, from the first to the last; none when it does not."""
    ways: list[list[str]] = [[start]]
    seen = {start}
    for way in ways:
        for needed in known[way[-1]].settings.needs:
            if needed == goal:
                return [*way, goal]
            if needed in known and needed not in seen:
                seen.add(needed)
                ways.append([*way, needed])
    return []
