"""A film on another host: a file there, a stream (HLS), or the page of a streaming service."""

import re
from urllib.parse import parse_qs, quote, urlsplit

from builder.model.media import Remote
from builder.read.files.linked import FileFault

_RULE = "MED-005"
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}(?::\d{1,5})?")
_YOUTUBE = re.compile(r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com|youtu\.be")
_VIMEO = re.compile(r"(?:www\.|player\.)?vimeo\.com")
_YOUTUBE_ID = re.compile(r"[\w-]{11}")
_YOUTUBE_PATH = re.compile(r"/(?:embed/|shorts/|live/|v/)?([\w-]{11})/?")
_VIMEO_PATH = re.compile(r"/(?:video/)?(\d{5,12})(?:/([0-9a-f]{6,16}))?/?")
STREAM = ".m3u8"
"""A list of the parts of a film (HTTP Live Streaming, RFC 8216)."""


def is_remote(address: str) -> bool:
    """Whether an address leads out of the course folder."""
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE))


def remote_film(address: str, endings: tuple[str, ...], noun: str) -> Remote | FileFault:
    """The film that an address names, or what is wrong with the address.

    `endings` are those of files that browsers play. A recording may not be a stream, nor lie at a service.
    """
    if address.startswith(("http:", "//")):
        whole = f"https:{address.removeprefix('http:')}"
        message = f"the address of this {noun} does not begin with https:, and browsers load no other into a course"
        return FileFault(_RULE, message, f"Write {whole}, if that host answers there.")
    try:
        parts = urlsplit(address)
        host, named = parts.netloc.lower(), parts.hostname or ""
    except ValueError:
        host = named = ""
    if not address.startswith("https://") or not _HOST.fullmatch(host) or re.search(r"\s|[<>\"';,]", address):
        message = f"{address} is not the whole address of a {noun}"
        return FileFault(_RULE, message, f"Write it as https://films.example.org/{noun}{endings[0]}.")
    if noun == "film" and (service := _service(named, parts.path, parts.query, address)):
        return service
    path = parts.path.lower()
    if path.endswith(endings) or (noun == "film" and path.endswith(STREAM)):
        return Remote(address, host, "stream" if path.endswith(STREAM) else "file")
    message = f"{address} leads to a page, not to a {noun}"
    hint = f"Ask whoever keeps it for the address of the file, which ends in {endings[0]}."
    return FileFault(_RULE, message, f"{hint} A page can be linked to in the text." if noun == "film" else hint)


def _service(host: str, path: str, query: str, address: str) -> Remote | FileFault | None:
    if _YOUTUBE.fullmatch(host):
        given = parse_qs(query).get("v", [""])[0]
        found = _YOUTUBE_PATH.fullmatch(path)
        id = given if _YOUTUBE_ID.fullmatch(given) else found[1] if found else ""
        frame = f"https://www.youtube-nocookie.com/embed/{id}?rel=0"
        return (
            Remote(f"https://www.youtube.com/watch?v={id}", "www.youtube.com", "YouTube", frame)
            if id
            else _unnamed(address)
        )
    if _VIMEO.fullmatch(host):
        found = _VIMEO_PATH.fullmatch(path)
        if not found:
            return _unnamed(address)
        secret = found[2] or parse_qs(query).get("h", [""])[0]
        # `dnt`: Vimeo is not to follow who watches.
        frame = f"https://player.vimeo.com/video/{found[1]}?dnt=1" + (f"&h={quote(secret)}" if secret else "")
        page = f"https://vimeo.com/{found[1]}" + (f"/{quote(secret)}" if secret else "")
        return Remote(page, "vimeo.com", "Vimeo", frame)
    return None


def _unnamed(address: str) -> FileFault:
    hint = "Open the film there, and copy the address from the bar of the browser."
    return FileFault(_RULE, f"{address} names no film", hint)
