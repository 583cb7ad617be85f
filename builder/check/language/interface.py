"""LNG-002 to LNG-005: the words of the interface are in the language of the course, and its own files of them fit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder.check.foreign.findings import foreign_sign
from builder.check.foreign.pasted import garbled
from builder.check.leftover_markup.signs import first_sign
from builder.did_you_mean import did_you_mean
from builder.model.contract import PLACEHOLDER
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.model.interface import FALLBACK, Interface, OwnStrings, stem_of
from builder.model.rules import fault

_PLACE = re.compile(PLACEHOLDER)


_Place = tuple[Span, str]
"""Where something stands, and that line."""


def check_interface(
    course: Course, interface: Interface, others: Mapping[str, Interface], read: Report
) -> Iterator[Diagnostic]:
    """Once for a course, whatever its modules are in: `interface` is what its learners get.

    `others` is the same for each other language of the package, by its folder. What a language lacks is reported where
    the source names it: its folder may be one that `satchel translate` writes anew. A tag that is none was reported (`read`).
    """
    named = course.language_place or (Span("course.yml"), "")
    wrong = {(d.span.path, d.span.line, d.span.column) for d in read.errors if d.rule == "STR-008"}
    if (named[0].path, named[0].line, named[0].column) not in wrong:
        yield from _wanting(course.language, interface, named)
    found = [(one, others[one.folder]) for one in course.translations if one.folder in others]
    for one, theirs in found:
        yield from _wanting(one.course.language, theirs, _named(course, one.folder))
    used = [*interface.used, *(replace(file, lent=False) for _, theirs in found for file in theirs.used if file.lent)]
    tags = [course.language, *(one.course.language for one, _ in found)]
    for file in course.strings:
        yield from _misfits(file, interface)
        if file not in used:
            yield _unused(file, tags, "")
    for one, theirs in found:
        for file in one.course.strings:
            if not file.lent:
                below = [*_misfits(file, theirs)]
                if file not in theirs.used:
                    below.append(_unused(file, [one.course.language], f"{one.folder}/"))
                for fault_there in below:
                    span = fault_there.span
                    yield replace(fault_there, span=replace(span, path=f"{one.folder}/{span.path}"))


def _wanting(tag: str, interface: Interface, at: _Place) -> Iterator[Diagnostic]:
    """What is wanting in the words that learners meet in the language `tag`: in it altogether, or a reader."""
    place, excerpt = at
    name = _file(tag)
    message = ""
    if interface.language == FALLBACK != _primary(tag):
        message = f"there are no buttons and messages in {tag} yet: learners meet them in English, marked as English"
    elif interface.missing:
        message = (
            f"{len(interface.missing):,} of the buttons and messages are not in {tag} yet,"
            f' such as "{interface.missing[0]}": learners meet them in English, marked as English'
        )
    if message:
        hint = f"Run `satchel strings {name}` with the folder of the course: it writes strings/{name}.json there, to be filled in."
        yield fault("LNG-002", place, message, hint, excerpt)
    if interface.unread:
        message = f"the buttons and messages in {tag} come with Satchel, and no native reader has read them yet"
        hint = f"Read them in the preview. What you would say otherwise, write into strings/{name}.json."
        yield fault("LNG-005", place, message, hint, excerpt)


def _named(course: Course, tag: str) -> _Place:
    """Where the settings of a course name one of its languages."""
    span, line = course.languages_place or (Span("course.yml"), "")
    found = re.search(rf"(?<![\w-]){re.escape(tag)}(?![\w-])", line[span.column - 1 :])
    if not found:
        return span, line
    return replace(span, column=span.column + found.start(), length=len(tag)), line


def _misfits(file: OwnStrings, interface: Interface) -> Iterator[Diagnostic]:
    """Keys that there are not, and texts whose words in braces are not those of the English."""
    for key, text in file.texts.items():
        span, line = file.places.get(key, (Span(file.path), ""))
        english = interface.english.get(key) or interface.english.get(f"{stem_of(key)}.other") if key else None
        if english is None:
            near = did_you_mean(key, interface.english)
            hint = (
                f'Did you mean "{near}"?' if near else "`satchel strings` writes a file with the keys that there are."
            )
            yield fault("LNG-003", span, f'there is no text with the key "{key}"', hint, line)
        elif wrong := misplaced(key, text, english):
            yield fault("LNG-003", span, f'{wrong} in "{key}"', f"The English is: {english}", line)
        elif sign := garbled(text):
            message = f'“{sign}” is a garbled letter or sign in "{key}": the file was read in the wrong encoding'
            hint = "Type it again, as it should be. If there are many, save the file as UTF-8 where it came from."
            yield fault("STR-031", span, message, hint, line)
        elif sign := _sign_in(text):
            message = f'{sign} would be shown as it is in "{key}"'
            hint = "Buttons and messages are plain words, without signs of markdown or HTML: take the sign out."
            yield fault("STR-031", span, message, hint, line)
        elif key in file.english and file.english[key] != english:
            message = f'the English of "{key}" has changed since it was translated'
            yield fault(
                "LNG-004",
                span,
                message,
                f'It is now: {english} Change the text if need be, and "english" to this.',
                line,
            )


def _sign_in(text: str) -> str:
    """The first sign of markdown or HTML in a text; empty when there is none. A word in braces stands for a number or a name."""
    plain = _PLACE.sub("0", text)
    return first_sign(plain) or foreign_sign(plain)


def misplaced(key: str, text: str, english: str) -> str:
    """What is wrong with the words in braces of a text; empty when nothing is.

    A plural form may do without the number: "one question". The form for none may do without all of them.
    """
    wanted, given = set(_PLACE.findall(english)), set(_PLACE.findall(text))
    form = key.rpartition(".")[2] if stem_of(key) != key else ""
    if unknown := sorted(given - wanted):
        return f"{{{unknown[0]}}} stands for nothing" if not form or unknown[0] != "count" else ""
    optional = wanted if form == "zero" else {"count"} if form in {"one", "two"} else set()
    lost = sorted(wanted - given - optional)
    return f"{{{lost[0]}}} is missing" if lost else ""


def _unused(file: OwnStrings, tags: Sequence[str], folder: str) -> Diagnostic:
    """`tags` are the languages that it could serve, `folder` what its path begins with."""
    message = f"no page uses this file: the course is in {', '.join(tags)}"
    names = [f"{folder}strings/{name}.json" for name in dict.fromkeys(map(_file, tags))]
    whose = "that language" if len(names) == 1 else "one of these languages"
    return fault(
        "LNG-004", Span(file.path), message, f"Call it {' or '.join(names)} if its texts are in {whose}, or delete it."
    )


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _file(tag: str) -> str:
    """The name of the file of a language: with the script where the tag has one, for words in another are not taken."""
    scripts = [part.title() for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()]
    return "-".join([_primary(tag), *scripts[:1]])
