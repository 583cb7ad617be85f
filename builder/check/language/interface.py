"""LNG-002 to LNG-005: the words of the interface are in the language of the course, and its own files of them fit."""

import re
from collections.abc import Iterator

from builder.check.foreign.pasted import garbled
from builder.did_you_mean import did_you_mean
from builder.model.contract import PLACEHOLDER
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Span
from builder.model.interface import FALLBACK, Interface, OwnStrings, stem_of
from builder.model.rules import fault

_PLACE = re.compile(PLACEHOLDER)


def check_interface(course: Course, interface: Interface) -> Iterator[Diagnostic]:
    """Once for a course, whatever its modules are in; `interface` is what its learners get."""
    yield from _missing(course, interface)
    if interface.unread:
        place, excerpt = _place(course)
        message = (
            f"the buttons and messages in {course.language} come with Satchel, and no native reader has read them yet"
        )
        yield fault(
            "LNG-005",
            place,
            message,
            "Read them in the preview. What you would say otherwise, write into strings/" + f"{_file(course)}.json.",
            excerpt,
        )
    for file in course.strings:
        yield from _misfits(file, interface)
        if file not in interface.used:
            yield _unused(course, file)


def _missing(course: Course, interface: Interface) -> Iterator[Diagnostic]:
    """What learners meet in English, though the course is in another language."""
    whole = interface.language == FALLBACK != _primary(course)
    if not whole and not interface.missing:
        return
    place, excerpt = _place(course)
    tag = _file(course)
    if whole:
        message = f"there are no buttons and messages in {course.language} yet: learners meet them in English, marked as English"
    else:
        named = interface.missing[0]
        message = (
            f"{len(interface.missing):,} of the buttons and messages are not in {course.language} yet,"
            f' such as "{named}": learners meet them in English, marked as English'
        )
    hint = f"Run `satchel strings {tag}` with the folder of the course: it writes strings/{tag}.json there, to be filled in."
    yield fault("LNG-002", place, message, hint, excerpt)


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
        elif key in file.english and file.english[key] != english:
            message = f'the English of "{key}" has changed since it was translated'
            yield fault(
                "LNG-004",
                span,
                message,
                f'It is now: {english} Change the text if need be, and "english" to this.',
                line,
            )


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


def _unused(course: Course, file: OwnStrings) -> Diagnostic:
    message = f"no page uses this file: the course is in {course.language}"
    hint = f"Call it strings/{_file(course)}.json if its texts are in that language, or delete it."
    return fault("LNG-004", Span(file.path), message, hint)


def _primary(course: Course) -> str:
    return course.language.partition("-")[0].lower()


def _file(course: Course) -> str:
    """The tag that names its file: with the script where the course names one, for words in another are not taken."""
    scripts = [part.title() for part in course.language.split("-")[1:] if len(part) == 4 and part.isalpha()]
    return "-".join([_primary(course), *scripts[:1]])


def _place(course: Course) -> tuple[Span, str]:
    return course.language_place or (Span("course.yml"), "")
