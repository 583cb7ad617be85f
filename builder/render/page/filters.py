"""What the templates may do to a value, beside Jinja's own filters."""

from collections.abc import Callable
from decimal import Decimal
from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context

from builder.model.content import Said, language_of
from builder.render.html.filters import CONTENT_FILTERS
from builder.render.interface.cldr import bytes_in
from builder.render.interface.places import fill
from builder.render.page.voices import named_voices


@pass_context
def fill_here(context: Context, text: str, **values: object) -> str:
    """`fill` in a template: numbers in the digits of the language of its interface, where it has one."""
    words = context.get("words")
    return words.filled(text, **values) if words else fill(text, **values)


def data_url(webvtt: str) -> str:
    """A caption file as a URL: on file:// Chromium and WebKit load no `<track>` from a file."""
    return "data:text/vtt;charset=utf-8," + quote(webvtt, safe="!()*,-./:;=?@_~")


def clock(seconds: float) -> str:
    """A time in a film as people write it: `0:07`, `12:30`, `1:02:05`."""
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"


def file_kind(name: str) -> str:
    """The kind of a file in capitals, from its name: `MP4`."""
    return name.rpartition(".")[2].upper()


@pass_context
def file_size(context: Context, size: int) -> str:
    """Bytes as file managers show them, in the language of the interface: `12 KB`, `4.2 MB`, `12 кБ`."""
    number, unit = (max(1, round(size / 1000)), "kilobyte") if size < 1_000_000 else (size / 1_000_000, "megabyte")
    words = context.get("words")
    return bytes_in(words.language if words else "en", number, unit)


def beyond(words: str, title: str) -> str:
    """What `words` say beyond `title`: `Ethics (stand-in, 40 seconds)` beyond `Ethics` is `Stand-in, 40 seconds`."""
    rest = words.removeprefix(title).strip(" (),،;؛:–—-") if words.startswith(title) else words
    beyond = rest[:1].upper() + rest[1:]
    return Said(beyond, own) if (own := language_of(words)) else beyond


def decimal(value: Decimal) -> str:
    """A number as people write it, and as SCORM wants it: never with an exponent."""
    return f"{value:f}"


FILTERS: dict[str, Callable[..., str]] = {
    "fill": fill_here,
    "data_url": data_url,
    "named_voices": named_voices,
    "clock": clock,
    "file_kind": file_kind,
    "file_size": file_size,
    "beyond": beyond,
    "decimal": decimal,
    **CONTENT_FILTERS,
}
