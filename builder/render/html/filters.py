"""What templates write content with: `{{ item.prompt | html }}`."""

from collections.abc import Callable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from builder.model.content import Fragment, Inlines, TextBlocks
from builder.render.html.blocks import HtmlWriter
from builder.render.html.inlines import GapWriter

_Content = Fragment | Inlines | TextBlocks


@pass_context
def html(context: Context, content: _Content, gap: GapWriter | None = None) -> Markup:
    """Content as HTML, in the words of the page (`t` of the template); `gap` writes each gap in it."""
    return Markup(HtmlWriter(context["t"], gap=gap).write(content))


@pass_context
def html_again(context: Context, content: _Content, gap: GapWriter | None = None) -> Markup:
    """Content that is on the page a second time: without ids, which must be unique (HTML 3.2.6)."""
    return Markup(HtmlWriter(context["t"], gap=gap, ids=False).write(content))


@pass_context
def html_in_link(context: Context, content: _Content) -> Markup:
    """Content that stands inside a link: without links and ids of its own."""
    return Markup(HtmlWriter(context["t"], links=False).write(content))


CONTENT_FILTERS: dict[str, Callable[..., str]] = {"html": html, "html_again": html_again, "html_in_link": html_in_link}
