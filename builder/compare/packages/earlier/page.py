"""The launch page of a package without `satchel.json`, read back: its modules and questions, and what is right in them."""

import json
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from builder.compare.packages.earlier.question import read_question
from builder.compare.packages.finished import Finished, Module, Package, Question
from builder.libxml import TURN

Settings = dict[str, Any]

_FIRST_SCHEMA = 2
"""Of packages that do not say which form of the saved state they read."""


def read_page(content: bytes, package: Package) -> Finished | None:
    """The course that a page shows; None when it was not made by Satchel."""
    root = parse_page(content)
    settings = read_settings(root) if root is not None else None
    if root is None or settings is None:
        return None
    completion = settings["completion"]
    mark = completion.get("passMark")
    schema = settings.get("stateSchema", _FIRST_SCHEMA)
    return Finished(
        package,
        id=str(settings["id"]),
        title=str(settings.get("title", "")),
        version=str(settings.get("version", "")),
        language=str(settings.get("language", "")),
        rule=str(completion.get("rule", "")),
        partial=completion.get("partial") is True,
        pass_mark=mark if isinstance(mark, int) else None,
        privacy=str(settings.get("privacy", "")),
        keeps_wordings=False,
        state_schema=schema if isinstance(schema, int) else _FIRST_SCHEMA,
        modules=read_modules(root),
        questions=read_questions(root),
    )


def parse_page(content: bytes) -> etree._Element | None:
    """The page as a tree; None when it holds no HTML. Its words are data: nothing of it is loaded or run."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        with TURN:
            return etree.fromstring(content, parser)
    except etree.LxmlError:
        return None


def read_settings(root: etree._Element) -> Settings | None:
    """What the builder wrote beside the page for the run-time; None when it was not made by Satchel."""
    script = next(_found(root, ".//script[@id='satchel-course']"), None)
    try:
        settings = json.loads(script.text or "") if script is not None else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(settings, dict) or not isinstance(settings.get("id"), str):
        return None
    return settings if isinstance(settings.get("completion"), dict) else None


def read_modules(root: etree._Element) -> tuple[Module, ...]:
    """Every module, in the order of the page."""
    sections = _found(root, ".//*[@data-module]")
    return tuple(_module(section) for section in sections)


def _module(section: etree._Element) -> Module:
    draw = section.get("data-draw", "")
    id, title = section.get("data-module", ""), section.get("data-title", "")
    return Module(id, title, int(draw) if draw.isdecimal() else 0, section.get("data-handed-in") is not None)


def read_questions(root: etree._Element) -> tuple[Question, ...]:
    """Every question and reflection, in the order of the page."""
    answers = {answer.get("data-answer", ""): answer for answer in _found(root, ".//*[@data-answer]")}
    found = []
    for module in _found(root, ".//*[@data-module]"):
        for element in _found(module, ".//*[@data-item]"):
            answer = answers.get(element.get("data-item", ""))
            found.append(read_question(element, module.get("data-module", ""), answer))
    return tuple(found)


def _found(root: etree._Element, path: str) -> Iterator[etree._Element]:
    return iter(cast("list[etree._Element]", root.xpath(path)))
