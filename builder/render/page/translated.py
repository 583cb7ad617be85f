"""Templates whose English is put into another language, text by text, before they are compiled.

The English template is the one place where a sentence stands and where it is decided whether it is shown. Each text between
two of its tags is a message, and `layouts/translated/cy.json` has it in Welsh. What Jinja fills in (`{{ … }}`) and the
elements within a sentence (`<a>`, `<code>`) belong to the message: a translator moves them about with the words.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from builder.errors import Defect
from builder.model.rare_pattern import rare_pattern

_BETWEEN = rare_pattern(
    r"(\{% block styles %\}.*?\{% endblock %\}|\{%.*?%\}|\{#.*?#\}|<style>.*?</style>|<script>.*?</script>"
    r"|<(?!/?(?:a|bdi|code|em|span|strong)\b)[^>]*>)",
    re.DOTALL,
)
"""What stands between messages: statements, comments, styles, and elements that hold whole sentences."""
_FILLED = rare_pattern(r"\{\{ *(.*?) *\}\}")
_TAG = rare_pattern(r"(<[^>]*>)")
_SAYS = rare_pattern(r"[^\W\d_]|[“”]")
"""What makes a text a message: a letter, or a quotation mark, which each language has its own of."""
_PLAIN = ("{% block title %}", "{% block others %}")
"""What stands before a text that can hold no element: in the title of a window, or in an attribute."""


class TranslatedLoader(FileSystemLoader):
    """The templates of a folder in one language. A text that it lacks stays in English, and says so (WCAG 2.2, 3.1.2)."""

    def __init__(self, folder: Path, language: str) -> None:
        super().__init__(folder)
        self._words = translations(folder, language)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template, the file that it comes from, and whether that has changed since; its lines are those of the file."""
        source, file, unchanged = super().get_source(environment, template)
        return translated(source, self._words), file, unchanged


@lru_cache(maxsize=4)
def translated_languages(folder: Path) -> frozenset[str]:
    """The languages that the templates of a folder come in, beside English."""
    return frozenset(path.stem for path in (folder / "layouts" / "translated").glob("*.json"))


@lru_cache(maxsize=8)
def translations(folder: Path, language: str) -> Mapping[str, str]:
    """Message -> what it is in a language. Raises Defect when the file cannot be read."""
    path = folder / "layouts" / "translated" / f"{language}.json"
    try:
        words: Mapping[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise Defect(f"The translations {path.name} cannot be read: {fault}") from fault
    return words


def messages(source: str) -> Iterator[str]:
    """The messages of a template, in their order."""
    return (piece.strip() for piece in _BETWEEN.split(source)[::2] if _says(piece))


def translated(source: str, words: Mapping[str, str]) -> str:
    """A template with its messages as `words` has them. Code keeps its own direction, and so does what is filled in."""
    pieces = _BETWEEN.split(source)
    for place in range(0, len(pieces), 2):
        if _says(pieces[place]):
            before = pieces[place - 1] if place else ""
            pieces[place] = _in_words(pieces[place], words, plain=before in _PLAIN)
    return "".join(pieces).replace("<code>", '<code dir="ltr">')


def _says(piece: str) -> bool:
    return bool(_SAYS.search(_TAG.sub("", _FILLED.sub("", piece))))


def _in_words(piece: str, words: Mapping[str, str], plain: bool) -> str:
    message = piece.strip()
    before, _, after = piece.partition(message)
    said = words.get(message)
    if said is None:
        said = message if plain else f'<span lang="en" dir="ltr">{message}</span>'
    return f"{before}{_isolated(said)}{after}"


def _isolated(message: str) -> str:
    """A message in which everything that is filled in goes through `isolated`, but for what stands in a tag."""
    parts = _TAG.split(message)
    parts[::2] = (_FILLED.sub(r"{{ isolated(\1) }}", part) for part in parts[::2])
    return "".join(parts)
