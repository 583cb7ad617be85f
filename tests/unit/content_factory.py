"""Content for tests, in few words, and content as HTML."""

from builder.model.content import Fragment, Heading, Inlines, List, Paragraph, Text, TextBlocks, TightText
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder


def fragment(text: str) -> Fragment:
    """Plain words as inline content."""
    return Fragment((Text(text),), text)


def paragraphs(*texts: str) -> TextBlocks:
    """Paragraphs of plain words."""
    return tuple(Paragraph((Text(text),)) for text in texts)


def heading(level: int, text: str) -> Heading:
    """A heading of plain words."""
    return Heading(level, text.lower().replace(" ", "-"), (Text(text),))


def bullets(*items: str | TextBlocks) -> List:
    """A list without blank lines; an item is plain words, or blocks."""
    made = tuple((TightText((Text(item),)),) if isinstance(item, str) else item for item in items)
    return List(made, ordered=False)


def as_html(content: Fragment | Inlines | TextBlocks, language: str = "en-GB") -> str:
    """Content as a page in this language shows it."""
    return HtmlWriter(load_strings(templates_folder(), language)).write(content)
