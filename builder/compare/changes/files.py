"""Other files under the same ids: films, of which learners have seen a part, and pictures, captions and files to take."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from builder.compare.change import FILES, FILM, Change
from builder.compare.packages.finished import Content, Finished, Module, Shown

_MOST = 5
"""Modules with other files that are listed one by one."""
_APART = re.compile(r"-([0-9a-f]{16})\.\w+$")
"""Checksum in the name of a film that a build wrote for an organisation's own host."""
_BEGINS = re.compile(r"(&t=\d+s|#.*)$")
"""At which second a film begins."""
_MOVING = re.compile(r"\.(mp4|m4v|webm|mov|ogv|mp3|m4a|aac|ogg|oga|opus|wav|flac)$", re.IGNORECASE)
_OURS = re.compile(r"\.(html|js|css|json|xml|xsd|dtd|transcript\.txt)$")
"""Files that a build makes itself, which are others with each Satchel."""
_OTHER = (
    "If it is another {noun}, give it an id of its own: {{#…}} at the end of its heading. "
    "If it is the same one cut anew, keep the id."
)
_SEEN = "What learners have seen so far counts for the new one. They go on where they left off, unless the new one ends before."
_DONE = "Who has watched enough of the old one has it done."
_SAID = "Who has said that she watched the old one has it done."
_NEW = "Learners meet the new ones when they come to this module, or come back to it."
_NEW_ONES = "Learners meet the new ones when they come to these modules, or come back to them."


def film_changes(old: Finished, new: Finished) -> Mapping[str, list[Change]]:
    """Id of a module -> what is said of those of its films that are other ones than before."""
    if not (old.keeps_files and new.keeps_files):
        return {}
    before = {film.id: film for module in old.modules for film in module.shown}
    found: dict[str, list[Change]] = {}
    for module in new.modules:
        for film in module.shown:
            was = before.get(film.id)
            if was and _content(old, was.file) != _content(new, film.file):
                found.setdefault(module.id, []).append(_film(module, was, film, new))
    return found


def file_changes(old: Finished, new: Finished) -> Mapping[str, list[Change]]:
    """Id of a module -> that its other files have changed; under no id, one line for all, where it would be many."""
    if not (old.keeps_files and new.keeps_files):
        return {"": list(_by_names(old, new))}
    before = {module.id: module for module in old.modules}
    told = {
        module.id: pair
        for module in new.modules
        if module.id in before and any(pair := _differ(old, before[module.id], new, module))
    }
    if len(told) > _MOST:
        came, gone = (list(dict.fromkeys(chain.from_iterable(names))) for names in zip(*told.values(), strict=True))
        what = f"Pictures or other files have changed in {len(told)} modules: {_count(came, gone)}."
        return {"": [Change(FILES, "", "", what, _NEW_ONES)]}
    titles = {module.id: module.title for module in new.modules}
    return {
        id: [Change(FILES, id, titles[id], f"Its pictures or other files have changed: {_count(*pair)}.", _NEW)]
        for id, pair in told.items()
    }


def names_alone(old: Finished, new: Finished) -> bool:
    """Whether there are files, and one of the packages does not say which module shows them."""
    if old.keeps_files and new.keeps_files:
        return False
    return any(_authors(one.package.members) or any(module.shown for module in one.modules) for one in (old, new))


def _film(module: Module, was: Shown, film: Shown, new: Finished) -> Change:
    named = f"The {film.noun} “{film.title}”"
    what = f"{named} has another address now: {film.file}, no longer {was.file}."
    if film.file in new.package.members and "://" not in was.file:
        what = f"{named} is another file now: {film.file}."
    asked = any(one.id == film.id for one in module.films)
    kept = [*([] if film.away else [_SEEN]), *([_SAID if film.away else _DONE] if asked else [])]
    effect = " ".join([*kept, _OTHER.format(noun=film.noun)])
    return Change(FILM, module.id, module.title, what, effect)


def _by_names(old: Finished, new: Finished) -> Iterator[Change]:
    """What a name stands for that both packages have: all that can be said of one from before more was kept."""
    before, after = old.package.members, new.package.members
    other = [name for name in _authors(after) if before.get(name, after[name]) != after[name]]
    films = [name for name in other if _MOVING.search(name)]
    if films:
        what = f"Films or recordings are other files under the same name: {_names(films)}."
        yield Change(FILM, "", "", what, f"{_SEEN} {_OTHER.format(noun='film')}")
    if rest := [name for name in other if name not in set(films)]:
        what = f"Pictures or other files are others under the same name: {_names(rest)}."
        yield Change(FILES, "", "", what, _NEW_ONES)


def _authors(members: Mapping[str, Content]) -> list[str]:
    return [name for name in members if not _OURS.search(name)]


def _differ(old: Finished, before: Module, new: Finished, now: Module) -> tuple[list[str], list[str]]:
    """Files of which the module before had not the content, and names that it had and has no more."""
    was = {_content(old, name) for name in before.files}
    kept = {_content(new, name) for name in now.files}
    came = [name for name in now.files if _content(new, name) not in was]
    return came, [name for name in before.files if name not in now.files and _content(old, name) not in kept]


def _content(one: Finished, name: str) -> Content | str:
    """What tells the content behind a name: of an address, the address, without the second at which it begins."""
    if name in one.package.members:
        return one.package.members[name]
    address = _BEGINS.sub("", name)
    apart = _APART.search(address)
    return apart[1] if apart else address


def _count(came: Sequence[str], gone: Sequence[str]) -> str:
    told = [f"{len(came)} new or other {'ones' if len(came) > 1 else 'one'}, {_names(came)}"] if came else []
    return "; ".join([*told, *([f"{len(gone)} gone, {_names(gone)}"] if gone else [])])


def _names(names: Sequence[str]) -> str:
    return f"{names[0]}{' and others' if len(names) > 1 else ''}"
