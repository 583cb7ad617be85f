"""A film on another host: a file there, a stream (HLS), or the page of a streaming service."""

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from builder.model.media import Remote
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.film_address import OTHERS, fault_of_address, fault_of_service
from builder.read.files.linked import FileFault

_RULE = "MED-005"
_YOUTUBE = rare_pattern(r"(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com|youtu\.be")
_VIMEO = rare_pattern(r"(?:www\.|player\.)?vimeo\.com")
_YOUTUBE_ID = rare_pattern(r"[\w-]{11}")
_YOUTUBE_PATH = rare_pattern(r"/(?:(?:embed|shorts|live|v|e|watch)/)?(?!videoseries|live_stream)([\w-]{11})/?")
_VIMEO_PATH = rare_pattern(
    r"/(?:video/|channels/[\w-]+/|(?:showcase|album)/[\w-]+/video/|groups/[\w-]+/videos?/|ondemand/[\w-]+/|manage/videos/)?"
    r"(\d{5,12})(?:/([0-9a-f]{6,16}))?/?"
)
"""A film's own page, or its place in a channel, a showcase or a group."""
_VIMEO_FILE = rare_pattern(r"/(?:external|progressive_redirect/playback)/(\d{5,12})\b")
_START = rare_pattern(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", re.IGNORECASE)
STREAM = ".m3u8"
"""A list of the parts of a film (HTTP Live Streaming, RFC 8216)."""


def is_remote(address: str) -> bool:
    """Whether an address leads out of the course folder."""
    return bool(re.match(r"[a-z][a-z0-9+.-]+:|//", address, re.IGNORECASE))


def remote_film(address: str, endings: tuple[str, ...], noun: str) -> Remote | FileFault:
    """The film that an address names, or what is wrong with the address.

    `endings` are those of files that browsers play. A recording may not be a stream, nor lie at a service.
    """
    address = address.replace("&amp;", "&")
    if address.startswith(("http:", "//")):
        whole = f"https:{address.removeprefix('http:')}"
        message = f"the address of this {noun} does not begin with https:, and browsers load no other into a course"
        return FileFault(_RULE, message, f"Write {whole}, if that host answers there.")
    if fault := fault_of_address(address, noun, endings[0]):
        return fault
    parts = urlsplit(address)
    host, named = parts.netloc.lower(), parts.hostname or ""
    if noun == "film" and (service := _service(named, parts, address)):
        return service
    path = parts.path.lower()
    if re.fullmatch(r"(?:www\.)?dropbox\.com", named):
        message = f"{address} leads to a page of Dropbox, which sends on to another host, also with raw=1"
        return FileFault(_RULE, message, f"Put the {noun} into the course folder, or onto a host of your own.")
    if told := fault_of_service(parts, address, noun, path.endswith((*endings, STREAM))):
        return told
    if path.endswith(endings) or (noun == "film" and path.endswith(STREAM)):
        return Remote(address, host, "stream" if path.endswith(STREAM) else "file")
    if path.endswith(OTHERS):
        message = f"{address} is a {noun} that not every browser plays"
        kind = "MP4 (H.264 and AAC)" if noun == "film" else "MP3"
        return FileFault(_RULE, message, f"Ask whoever keeps it for the same {noun} as {kind}.")
    message = f"{address} leads to a page, not to a {noun}"
    hint = f"Ask whoever keeps it for the address of the file, which ends in {endings[0]}."
    return FileFault(_RULE, message, f"{hint} A page can be linked to in the text." if noun == "film" else hint)


def _service(host: str, parts: SplitResult, address: str) -> Remote | FileFault | None:
    query = parse_qs(parts.query)
    if _YOUTUBE.fullmatch(host):
        return _at_youtube(parts.path, query, _start(query, parts.fragment)) or _unnamed(address)
    if _VIMEO.fullmatch(host):
        return _at_vimeo(parts.path, query, _start(query, parts.fragment)) or _beside_vimeo(parts.path, address)
    return None


def _at_youtube(path: str, query: Mapping[str, list[str]], start: int) -> Remote | None:
    given = query.get("v", [""])[0]
    found = _YOUTUBE_PATH.fullmatch(path)
    id = given if _YOUTUBE_ID.fullmatch(given) else found[1] if found else ""
    page = f"https://www.youtube.com/watch?v={id}" + (f"&t={start}s" if start else "")
    frame = f"https://www.youtube-nocookie.com/embed/{id}?rel=0" + (f"&start={start}" if start else "")
    return Remote(page, "www.youtube.com", "YouTube", frame) if id else None


def _at_vimeo(path: str, query: Mapping[str, list[str]], start: int) -> Remote | None:
    found = _VIMEO_PATH.fullmatch(path)
    shown = query.get("video", [""])[0]  # the film that is open in a showcase
    id = found[1] if found else shown if path.startswith("/showcase/") and re.fullmatch(r"\d{5,12}", shown) else ""
    secret = (found[2] if found else "") or query.get("h", [""])[0]
    begin = f"#t={start}s" if start else ""
    # `dnt`: Vimeo is not to follow who watches.
    frame = f"https://player.vimeo.com/video/{id}?dnt=1" + (f"&h={quote(secret)}" if secret else "") + begin
    page = f"https://vimeo.com/{id}" + (f"/{quote(secret)}" if secret else "") + begin
    return Remote(page, "vimeo.com", "Vimeo", frame) if id else None


def _start(query: Mapping[str, list[str]], fragment: str) -> int:
    """Where a film is to begin, in seconds: `t=90`, `t=1m30s`, `start=90`, in the query or behind a #; 0 for its beginning."""
    for given in (query, parse_qs(fragment)):
        for name in ("t", "start", "time_continue"):
            text = given.get(name, [""])[0]
            if text and (match := _START.fullmatch(text)):
                hours, minutes, seconds = (int(part or 0) for part in match.groups())
                return hours * 3600 + minutes * 60 + seconds
    return 0


def _beside_vimeo(path: str, address: str) -> FileFault:
    """Vimeo's addresses of files send on to another host; its review pages are for those who make a film."""
    if found := _VIMEO_FILE.match(path):
        message = f"{address} sends on to another host, and no page of a course may follow it"
        return FileFault(_RULE, message, f"Write https://vimeo.com/{found[1]}, the page of the film.")
    if "/review/" in path:
        message = f"{address} is a review page, which is for those who make the film"
        return FileFault(
            _RULE, message, "Open the film's own page at Vimeo, and copy the address from the bar of the browser."
        )
    return _unnamed(address)


def _unnamed(address: str) -> FileFault:
    hint = "Open the film there, and copy the address from the bar of the browser."
    return FileFault(_RULE, f"{address} names no film", hint)
