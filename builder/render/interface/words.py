"""Sentences of the interface with what they count and name, as its language has them."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from builder.model.interface import BEGIN, OWN_BEGIN, OWN_END, Interface
from builder.render.interface.cldr import figure, is_english, list_pattern, plural_form
from builder.render.interface.places import fill


class Words:
    """The words of one interface, for what is counted, named or listed while a page is made."""

    def __init__(self, interface: Interface) -> None:
        self.language = interface.language
        self.strings: Mapping[str, str] = interface.strings

    def figure(self, number: object) -> object:
        """A whole number in the digits of the language; anything else as it is."""
        return figure(self.language, number) if type(number) is int else number

    def spelled(self, number: int) -> object:
        """A number in words where the language has a word for it, else in digits."""
        return self.strings.get(f"number.{number}") or self.figure(number)

    def plural(self, key: str, number: int, **values: object) -> str:
        """A text in the form that the language has for so many; what it lacks is as for all other numbers.

        `values` for its braces; without a `count` among them it is the number.
        """
        untranslated = self.strings[f"{key}.other"].startswith(BEGIN)
        form = f"{key}.{plural_form('en' if untranslated else self.language, number)}"
        text = self.strings.get(form) or self.strings[f"{key}.other"]
        return self.filled(text, **{"count": number, **values})

    def listed(self, names: Sequence[str | Markup]) -> Markup:
        """Names as people say them: "A", "A and B", "A, B and C"."""
        if len(names) < 2:
            return Markup("").join(names)
        if is_english(self.language):
            comma, last = escape(self.strings["list.comma"]), escape(self.strings["list.and"])
            return comma.join(names[:-1]) + last + names[-1]
        return Markup(escape(list_pattern(self.language, len(names)))).format(*names)

    def filled(self, text: str, **values: object) -> str:
        """A text with `values` in its braces, numbers in the digits of the language.

        In a text that is in English for want of a translation, what is not English is marked.
        """
        given = {name: self.figure(value) for name, value in values.items()}
        if text.startswith(BEGIN):
            given = {name: _own(value) for name, value in given.items()}
        return fill(text, **given)


def _own(value: object) -> object:
    """A value that stands in words of another language, which has letters of its own."""
    if not any(map(str.isalpha, str(value))):
        return value
    marked = Markup("{}{}{}") if isinstance(value, Markup) else "{}{}{}"
    return marked.format(OWN_BEGIN, value, OWN_END)
