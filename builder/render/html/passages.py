"""Which parts of content are in another language than the rest."""

from dataclasses import fields, is_dataclass

from builder.model.content import CodeBlock, Element, Inline, Inlines, Span


def polyglot(content: Inlines) -> bool:
    """Whether a part of some content is in another language than the rest."""
    return any(_language(node) or polyglot(getattr(node, "content", ())) for node in content)


def multilingual(content: object) -> bool:
    """Whether any part of a text, however deep, says its language."""
    if isinstance(content, tuple):
        return any(map(multilingual, content))
    if not is_dataclass(content) or isinstance(content, CodeBlock):
        return False
    return bool(getattr(content, "language", "")) or any(
        multilingual(getattr(content, one.name)) for one in fields(content)
    )


def passage_language(content: Inlines) -> str:
    """The language of content that is one passage, where nothing inside an element can be marked; else empty."""
    return _language(content[0]) if len(content) == 1 else ""


def _language(node: Inline) -> str:
    if isinstance(node, Element):
        return dict(node.attributes).get("lang", "")
    return node.language if isinstance(node, Span) else ""
