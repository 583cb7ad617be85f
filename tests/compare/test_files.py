"""Other films, pictures and files under the same ids: told by the content that the two zips have, not by names."""

from collections.abc import Mapping
from dataclasses import replace

from builder.compare import Change, Finished, Verdict, compare
from builder.compare.telling import comparison_json, comparison_text
from builder.model.blocks import File, Watch
from builder.model.content import Figure, Fragment, Link, Picture, Text
from builder.model.course import Course, Module, Translation
from builder.model.diagnostics import Report
from builder.model.media import Asset, Remote
from tests.cases import for_each
from tests.compare.test_effects import QUIZ, finished
from tests.unit.course_factory import HERE, course, film, module, prose, words

Members = Mapping[str, tuple[int, int]]

FILM = replace(film("street", "The street"), captions=(), chapters=None)
STAGE = module("m", "M", FILM)


def picture(name: str) -> Figure:
    """A picture that stands alone."""
    return Figure(Picture(name, "A room"))


def opened(made: Course, **members: int) -> Finished:
    """A course as its package holds it; each file is named without its folder and ending, with its checksum."""
    read = finished(made)
    modules = [module for one in (read, *read.wordings.values()) for module in one.modules]
    listed = {name for module in modules for name in (*(one.file for one in module.shown), *module.files)}
    names = [name for name in sorted(listed) if "://" not in name]
    content = {name: (members.get(name.rpartition("/")[2].partition(".")[0], 1), 9) for name in names}
    package = replace(read.package, members=content)
    wordings = {tag: replace(one, package=package) for tag, one in read.wordings.items()}
    return replace(read, package=package, wordings=wordings)


def of(*modules: Module) -> Course:
    """A course of these modules."""
    return course(*modules)


def changes(old: Finished, new: Finished) -> list[tuple[str, str]]:
    """Each difference: its kind, and the id of its module."""
    return [(change.kind, change.id) for change in compare(old, new).changes]


def only(old: Finished, new: Finished) -> Change:
    """The one change there is."""
    (change,) = compare(old, new).changes
    return change


def test_the_same_content_under_another_name_is_the_same_film() -> None:
    """Neither a film that was renamed, nor a picture, nor a rebuild with the same files is listed."""
    old = opened(of(module("m", "M", FILM, prose(picture("images/a.png")))))
    renamed = module("m", "M", replace(FILM, media=Asset("b.mp4", "b.mp4", 1)), prose(picture("images/b.png")))
    assert changes(old, opened(of(renamed))) == [] == changes(old, old)


def test_another_film_leaves_the_decision_to_people() -> None:
    """Exit status 1, under a heading that asks; so do both kinds of change together."""
    found = compare(opened(of(STAGE)), opened(of(STAGE), film=2))
    assert [(one.kind, one.id) for one in found.changes] == [("film-replaced", "m")]
    assert found.verdict is Verdict.EFFECTS
    assert "Only if every film below is still the same one." in comparison_text(found)
    asked = replace(QUIZ, title=words("Was it?"))
    both = compare(opened(of(module("m", "M", FILM, QUIZ))), opened(of(module("m", "M", FILM, asked)), film=2))
    assert "Only if every question and film below is still the same one." in comparison_text(both)
    assert "Who has watched enough" not in comparison_text(found)
    watched = of(module("m", "M", replace(FILM, watched=80)))
    assert "Who has watched enough of the old one has it done." in only(opened(watched), opened(watched, film=2)).effect


def test_a_film_that_moves_to_another_module_is_known_by_its_id() -> None:
    """What was seen of it is kept under that, wherever it stands."""
    one, two = module("one", "One", FILM), module("two", "Two")
    old, moved = opened(of(one, two)), of(replace(one, blocks=()), replace(two, blocks=(FILM,)))
    assert ("film-replaced", "two") not in changes(old, opened(moved))
    assert ("film-replaced", "two") in changes(old, opened(moved, film=2))


HOST = "https://films.example.org/"
ADDRESSES = {
    "another file on a host": (f"{HOST}a.mp4", f"{HOST}b.mp4", True),
    "a version of it": (f"{HOST}a.mp4?v=1", f"{HOST}a.mp4?v=2", True),
    "another second to begin at": (f"{HOST}a.mp4#t=4", f"{HOST}a.mp4#t=9", False),
    "another second at YouTube": (
        "https://www.youtube.com/watch?v=aaaaaaaaaaa&t=4s",
        "https://www.youtube.com/watch?v=aaaaaaaaaaa",
        False,
    ),
    "films apart, on another host": (
        f"{HOST}street-0123456789abcdef.mp4",
        "https://other.example.org/road-0123456789abcdef.mp4",
        False,
    ),
    "films apart, with another checksum": (
        f"{HOST}street-0123456789abcdef.mp4",
        f"{HOST}street-0123456789abcdee.mp4",
        True,
    ),
    "from the package to a host": ("media/film.mp4", f"{HOST}film.mp4", True),
    "from a host into the package": (f"{HOST}film.mp4", "media/film.mp4", True),
}


def at(address: str) -> Watch:
    """The film, wherever it lies."""
    remote = Remote(address, address.split("/")[2], "file") if "://" in address else Asset(address, address, 1)
    return replace(FILM, media=remote)


@for_each(("before", "after", "listed"), ADDRESSES.values(), lambda one: str(one))
def test_films_on_other_hosts_are_told_by_address(before: str, after: str, listed: bool) -> None:
    """By the checksum in the name, where a build wrote it for an organisation's own host."""
    old, new = (opened(of(module("m", "M", at(address)))) for address in (before, after))
    assert changes(old, new) == ([("film-replaced", "m")] if listed else [])
    if listed:
        assert only(
            old, new
        ).what == f"The film “The street” has another address now: {after}, no longer {before}." or (
            only(old, new).what == "The film “The street” is another file now: media/film.mp4."
        )


SHOWN = {
    "a picture in prose": prose(picture("a.png")),
    "a picture in a line": prose(
        replace(prose("x").content[0], content=(Text("See "), Picture("a.png", "A room")))  # type: ignore[arg-type]
    ),
    "a link to a file": prose(replace(prose("x").content[0], content=(Link("a.pdf", (Text("The form"),)),))),  # type: ignore[arg-type]
    "a file to take": File("f", words("A form"), Asset("a.pdf", "a.pdf", 1), "A form", (), HERE),
    "a picture in what is said to an answer": replace(QUIZ, modal_feedback=(picture("a.png"),)),
    "a picture in the question": replace(QUIZ, title=Fragment((Text("Is it? "), Picture("a.png", "A room")), "Is it?")),
    "a still of a film": replace(FILM, poster=Asset("a.png", "a.png", 1)),
    "a film with sign language": replace(FILM, sign=Asset("a.mp4", "a.mp4", 1)),
}


@for_each("name", SHOWN)
def test_whatever_a_module_shows_or_gives_is_compared(name: str) -> None:
    """Its content is another one under the same name: safe, and listed."""
    made = of(module("m", "M", SHOWN[name]))  # type: ignore[arg-type]
    found = compare(opened(made), opened(made, a=2))
    assert [(change.kind, change.id) for change in found.changes] == [("module-files", "m")]
    assert found.verdict is Verdict.SAFE and "1 new or other one, a." in found.changes[0].what


def test_a_picture_that_is_gone_is_named() -> None:
    """Beside what is new; a picture that another module had already is new in this one."""
    old = of(module("m", "M", prose(picture("a.png"), picture("b.png"))))
    new = of(module("m", "M", prose(picture("b.png"), picture("c.png"))))
    change = only(opened(old, a=1, b=2), opened(new, b=2, c=3))
    assert change.what == "Its pictures or other files have changed: 1 new or other one, c.png; 1 gone, a.png."


def rooms(modules: int) -> Course:
    """A picture in each module."""
    return of(*(module(f"m{at}", f"M {at}", prose(picture(f"images/r{at}.png"))) for at in range(modules)))


def test_many_pictures_are_one_line() -> None:
    """All were encoded anew: up to five modules are listed, beyond that their number."""
    many = rooms(300)
    anew = {f"r{at}": 2 for at in range(300)}
    assert [len(changes(opened(rooms(number)), opened(rooms(number), **anew))) for number in (5, 6)] == [5, 1]
    change = only(opened(many), opened(many, **anew))
    assert change.what == (
        "Pictures or other files have changed in 300 modules: 300 new or other ones, images/r0.png and others."
    )
    assert change.effect == "Learners meet the new ones when they come to these modules, or come back to them."


def test_a_package_from_before_is_compared_by_names() -> None:
    """What stands under the same name in both; what nobody can know is said, and nothing that a build makes itself."""
    made = of(module("m", "M", FILM, prose(picture("a.png"), picture("b.png"))))
    new = opened(made, film=2, a=2)
    ours = {"satchel.js": (7, 7), "index.html": (8, 8), "media/film.transcript.txt": (9, 9)}
    before = opened(made)
    before = replace(
        before, keeps_files=False, package=replace(before.package, members={**before.package.members, **ours})
    )
    new = replace(new, package=replace(new.package, members={**new.package.members, **dict.fromkeys(ours, (1, 1))}))
    found = compare(before, new)
    assert [(one.kind, one.what) for one in found.changes] == [
        ("film-replaced", "Films or recordings are other files under the same name: media/film.mp4."),
        ("module-files", "Pictures or other files are others under the same name: a.png."),
    ]
    remark = comparison_json(found)["remark"]
    assert "files were compared where both packages have the name, and films on other hosts were not" in str(remark)
    assert found.verdict is Verdict.EFFECTS
    assert "files were compared" not in str(comparison_json(compare(new, new))["remark"])
    plain = replace(opened(of(module("m", "M", QUIZ))), keeps_files=False)
    assert comparison_json(compare(plain, plain))["remark"] == "", "there was nothing to compare"


def test_a_language_has_films_and_pictures_of_its_own() -> None:
    """They are listed for it; those that it shares with the source are listed once."""

    def joined(name: str) -> Course:
        welsh = module("m", "M", replace(at(f"media/{name}.mp4"), title=words("Y stryd")), prose(picture("a.png")))
        source = of(module("m", "M", FILM, prose(picture("a.png"))))
        return replace(source, translations=(Translation("cy", replace(of(welsh), language="cy"), Report()),))

    own = compare(opened(joined("cy")), opened(joined("cy"), cy=2))
    assert [(one.kind, one.language) for one in own.changes] == [("film-replaced", "cy")]
    assert own.changes[0].what == "In cy: The film “Y stryd” is another file now: media/cy.mp4."
    shared = compare(opened(joined("film")), opened(joined("film"), film=2, a=2))
    assert [(one.kind, one.language) for one in shared.changes] == [("film-replaced", ""), ("module-files", "")]
    lent = compare(opened(joined("cy"), cy=2), opened(joined("film")))
    assert [(one.kind, one.language) for one in lent.changes] == [("film-replaced", "cy")]
