"""What templates write content with: `{{ item.prompt | html }}`."""

from collections.abc import Callable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from builder.model.content import Fragment, Inlines, TextBlocks
from builder.render.html.blocks import HtmlWriter
from builder.render.html.inlines import GapWriter
from builder.render.html.passages import polyglot

_Content = Fragment | Inlines | TextBlocks


@pass_context
def html(context: Context, content: _Content, gap: GapWriter | None = None) -> Markup:
    """Content as HTML, in the words of the page; `gap` writes each gap in it."""
    writer: HtmlWriter = context["writer"]
    return Markup((writer.with_gaps(gap) if gap else writer).write(content))


@pass_context
def html_again(context: Context, content: _Content, gap: GapWriter | None = None) -> Markup:
    """Content that is on the page a second time: without ids, which must be unique (HTML 3.2.6)."""
    writer: HtmlWriter = context["writer"].again
    return Markup((writer.with_gaps(gap) if gap else writer).write(content))


@pass_context
def html_in_link(context: Context, content: _Content) -> Markup:
    """Content that stands inside a link: without links and ids of its own."""
    writer: HtmlWriter = context["writer"].in_link
    return Markup(writer.write(content))


@pass_context
def spoken(context: Context, content: Fragment) -> Markup:
    """The plain words of content, for those who listen; passages in another language keep their mark."""
    return html_in_link(context, content) if polyglot(content.content) else escape(content.text)


CONTENT_FILTERS: dict[str, Callable[..., str]] = {
    "html": html,
    "html_again": html_again,
    "html_in_link": html_in_link,
    "spoken": spoken,
}
"""They need the variable `writer` of the template: an `HtmlWriter` with the words of the page."""
