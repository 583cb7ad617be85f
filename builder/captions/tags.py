"""The words of a caption: tags that WebVTT has stay, others go, signs are escaped (W3C WebVTT, 4.2.2)."""

import re

from builder.captions.caption import Parts

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>", re.IGNORECASE)
_TAG = re.compile(r"</?([A-Za-z]*)(?:[.\s][^<>]*)?>|<[\d:.]+>")
_BREAK = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)
_KEPT = frozenset({"i", "b", "u", "ruby", "rt", "lang"})
_SUBRIP = re.compile(r"\{\\[^{}]*\}")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|nbsp|lrm|rlm|#\d+|#x[0-9a-fA-F]+);)")


def parts_of(raw: str) -> Parts:
    """Each speaker with her words, in the signs of WebVTT."""
    before, *spans = _VOICE.split(_SUBRIP.sub("", raw))
    found = [("", before), *zip(spans[::2], spans[1::2], strict=True)]
    parts = ((" ".join(name.split()), _words(text)) for name, text in found)
    return tuple((name, words) for name, words in parts if words)


def plain(words: str) -> str:
    """The words without any tag; signs stay escaped."""
    return _TAG.sub("", words)


def escaped(words: str) -> str:
    """Plain words in the signs of WebVTT."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _words(text: str) -> str:
    text = _BREAK.sub("\n", text)
    text = _TAG.sub(lambda tag: tag[0] if (tag[1] or "").lower() in _KEPT else "", text)
    text = _ENTITY.sub("&amp;", text)
    text = re.sub(r"<(?!/?(?:i|b|u|ruby|rt|lang)\b)", "&lt;", text, flags=re.IGNORECASE)
    lines = (" ".join(line.split()) for line in text.replace("-->", "→").split("\n"))
    return "\n".join(line for line in lines if line)
