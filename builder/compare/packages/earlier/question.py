"""One question of a finished page, with its options and what is right."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from lxml import etree

from builder.compare.packages.finished import KindFacts, Option, Question, Right
from builder.model.assessment import Pair

_KINDS = {
    "choice": KindFacts("Quiz", lettered=True),
    "true-false": KindFacts("Quiz", lettered=True),
    "order": KindFacts("Order", "step", ordered=True),
    "match": KindFacts("Match", "entry"),
    "sort": KindFacts("Sort", "entry"),
    "fill": KindFacts("Fill"),
    "number": KindFacts("Number"),
    "scale": KindFacts("Scale", "label", scored=False),
    "reflect": KindFacts("Reflect", scored=False, written=True),
}
"""The kinds of that time."""

_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "label", "mark", "q", "s", "small", "span",
     "strong", "sub", "sup", "u", "var")
)  # fmt: skip
"""Elements whose words go on with those beside them; all others stand apart."""

_OURS = frozenset([("span", "visually-hidden"), ("label", "visually-hidden"), ("sup", "note")])
"""Elements, by name and class, that hold words of Satchel's."""


def read_question(element: etree._Element, module: str, answer: etree._Element | None) -> Question:
    """A question from its form, and from its section among the answers; None where it has none."""
    id, kind = element.get("data-item", ""), element.get("data-kind", "")
    title = _words(next(_all(element, ".//h2"), None))
    # A prompt of the author's is a div; a p holds words of the page's own, which come with Satchel.
    prompt = [_words(one) for one in _all(element, ".//div") if one.get("id") == f"{id}--prompt"]
    running = [_words(one) for one in _all(element, ".//*[contains(concat(' ', @class, ' '), ' gaps ')]")]
    wording = "\n".join(part for part in (title, *prompt, *running) if part)
    facts = _KINDS.get(kind, KindFacts())
    question = Question(id, kind, facts, module, title, wording, tuple(_options(element, kind)), _right(kind, answer))
    weight, attempts = (element.get(f"data-{name}", "") for name in ("weight", "attempts"))
    return replace(
        question,
        privacy=element.get("data-privacy", ""),
        weight=int(weight) if weight.isdecimal() else 1,
        attempts=int(attempts) if attempts.isdecimal() else None,
    )


def _options(element: etree._Element, kind: str) -> Iterator[Option]:
    if kind in ("choice", "true-false", "scale"):
        for field in _all(element, ".//input[@value]"):
            yield Option(field.get("value", ""), _words(field.getparent()))
    elif kind == "order":
        for step in _all(element, ".//*[@data-choice]"):
            yield Option(step.get("data-choice", ""), _words(next(_all(step, ".//*[@data-choice-text]"), None)))
    elif kind in ("match", "sort"):
        labels = {label.get("for"): label for label in _all(element, ".//label[@for]")}
        for select in _all(element, ".//select"):
            yield Option(select.get("name", ""), _words(labels.get(select.get("id"))))
        for target in _all(element, "(.//select)[1]/option[@value!='']"):
            yield Option(target.get("value", ""), _words(target), target=True)


def _right(kind: str, answer: etree._Element | None) -> tuple[Right, ...]:
    if answer is None or kind in ("scale", "reflect"):
        return ()
    if kind == "fill":
        gaps = [[_words(word) for word in _all(gap, ".//*[@data-accepted]")] for gap in _all(answer, ".//*[@data-gap]")]
        return tuple(" or ".join(words) for words in gaps)
    if kind == "number":
        data = next(_all(answer, ".//data"), None)
        ends = [] if data is None else [data.get("data-low", ""), data.get("data-high", "")]
        return (" to ".join(dict.fromkeys(ends)),)
    if kind == "order":
        return tuple(one.get("data-choice", "") for one in _all(answer, ".//*[@data-choice]"))
    right = [one.get("data-choice", "") for one in _all(answer, ".//*[@data-choice][@data-correct]")]
    if kind in ("match", "sort"):
        return tuple(sorted(Pair(*one.split(".", 1)) for one in right if "." in one))
    return tuple(sorted(right))


def _all(element: etree._Element, path: str) -> Iterator[etree._Element]:
    return iter(cast("list[etree._Element]", element.xpath(path)))


def _words(element: etree._Element | None) -> str:
    """The author's words in an element, with single spaces: without those of Satchel's own, as `satchel.json` has them."""
    return "" if element is None else " ".join("".join(_texts(element)).split())


def _texts(element: etree._Element) -> Iterator[str]:
    if element.tag == "img":
        yield element.get("alt", "")
    elif element.get("class") == "gap":
        yield "___"
        end = element.xpath("string(./text()[last()])")
        yield str(end)
    elif not _is_ours(element):
        apart = "" if element.tag in _INLINE else " "
        yield apart + (element.text or "")
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
        yield apart


def _is_ours(element: etree._Element) -> bool:
    """Whether an element is Satchel's: `opens in a new tab` and its arrow, the name of a description, the number of a note."""
    if element.tag == "summary":
        description = element.getparent()
        return description is not None and description.get("class") == "picture__description"
    return element.tag == "svg" or (element.tag, element.get("class")) in _OURS
