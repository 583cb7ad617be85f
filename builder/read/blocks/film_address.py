"""What is wrong with the address of a film on another host, and the same address as it can be used."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from builder.model.rare_pattern import rare_pattern
from builder.read.files.linked import FileFault

_RULE = "MED-005"
_HOST = rare_pattern(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z][a-z0-9-]*[a-z0-9](?::\d{1,5})?")
_ENDS_POLICY = rare_pattern(r"[\s<>\"\';,]")
"""What would end the policy of the page, or its attribute."""
OTHERS = (
    ".mov", ".avi", ".mkv", ".wmv", ".mpg", ".mpeg", ".flv", ".3gp", ".m2ts", ".ogv", ".wav", ".aac", ".flac", ".wma", ".aif", ".aiff",
)  # fmt: skip
"""Endings of films and recordings that only some browsers play."""


@dataclass(frozen=True, slots=True)
class _Service:
    """Hosts whose addresses lead a page to no film."""

    hosts: re.Pattern[str]
    """Their names, without `www.`."""
    named: str
    """How people call them."""
    paths: re.Pattern[str] | None = None
    """What the address holds besides; None for any."""


def _service(hosts: str, named: str, paths: str = "") -> _Service:
    return _Service(rare_pattern(hosts, re.IGNORECASE), named, rare_pattern(paths, re.IGNORECASE) if paths else None)


_ANY = r"[\w.-]+"
_SHARES = (
    _service(rf"{_ANY}\.sharepoint\.(?:com|us|de|cn)|{_ANY}\.microsoftstream\.com", "Microsoft Stream", r"stream\.aspx|/video/"),
    _service(rf"{_ANY}-my\.sharepoint\.(?:com|us|de|cn)|onedrive\.live\.com|onedrive\.com|1drv\.ms", "OneDrive"),
    _service(rf"{_ANY}\.sharepoint\.(?:com|us|de|cn)", "SharePoint"),
    _service(r"teams\.(?:microsoft|live)\.com|teams\.cloud\.microsoft", "Teams"),
    _service(r"(?:drive|docs|drive\.usercontent)\.google\.com", "Google Drive"),
    _service(r"photos\.google\.com|photos\.app\.goo\.gl", "Google Photos"),
    _service(rf"(?:{_ANY}\.)?box\.com", "Box"),
    _service(rf"(?:{_ANY}\.)?wetransfer\.com|we\.tl", "WeTransfer"),
    _service(rf"(?:{_ANY}\.)?icloud\.com", "iCloud"),
    _service(r"mega\.(?:nz|io)", "Mega"),
    _service(rf"(?:{_ANY}\.)?(?:zoom\.us|zoomgov\.com)", "Zoom"),
    _service(rf"(?:{_ANY}\.)?webex\.com", "Webex"),
    _service(rf"(?:{_ANY}\.)?facebook\.com|fb\.watch", "Facebook"),
    _service(rf"(?:{_ANY}\.)?linkedin\.com", "LinkedIn"),
    _service(rf"(?:{_ANY}\.)?(?:instagram\.com|tiktok\.com|twitter\.com)|x\.com", "a social network"),
    _service(r"github\.com", "GitHub", r"/(?:blob|tree)/"),
    _service(_ANY, "a wiki", r"/wiki/[^/]+:"),
)  # fmt: skip
"""Whatever their addresses end in, a page is there."""
_PLAYERS = (
    _service(rf"(?:{_ANY}\.)?panopto\.(?:com|eu)", "Panopto"),
    _service(_ANY, "Panopto", r"/panopto/pages/"),
    _service(rf"(?:{_ANY}\.)?kaltura\.com|mediaspace\.{_ANY}", "Kaltura"),
    _service(rf"(?:{_ANY}\.)?loom\.com", "Loom"),
    _service(rf"(?:{_ANY}\.)?wistia\.(?:com|net)|wi\.st", "Wistia"),
    _service(r"(?:geo\.)?dailymotion\.com|dai\.ly", "Dailymotion"),
    _service(rf"(?:{_ANY}\.)?planetestream\.{_ANY}|estream\.{_ANY}", "Planet eStream"),
    _service(rf"(?:{_ANY}\.)?clickview\.{_ANY}", "ClickView"),
    _service(rf"(?:{_ANY}\.)?bbc\.(?:co\.uk|com)", "the BBC"),
    _service(rf"(?:{_ANY}\.)?ted\.com", "TED"),
    _service(rf"(?:{_ANY}\.)?echo360\.{_ANY}", "Echo360"),
    _service(rf"(?:{_ANY}\.)?yuja\.com", "YuJa"),
    _service(rf"(?:{_ANY}\.)?canva\.com", "Canva"),
    _service(r"archive\.org", "the Internet Archive", r"/(?:details|embed)/"),
    _service(rf"(?:{_ANY}\.)?soundcloud\.com", "SoundCloud"),
    _service(rf"(?:{_ANY}\.)?spotify\.com", "Spotify"),
)  # fmt: skip
"""Their pages show films; some of them have files too, whose addresses end as films do."""
_ONWARDS = (
    _service(r"bit\.ly|tinyurl\.com|t\.co|goo\.gl|aka\.ms|ow\.ly|is\.gd|rb\.gy|cutt\.ly|lnkd\.in", "a short address"),
    _service(r"archive\.org", "the Internet Archive", r"/download/"),
    _service(_ANY, "Kaltura", r"/playmanifest/"),
    _service(r"github\.com", "GitHub", r"/(?:raw|releases)/"),
)  # fmt: skip
"""They send on to another host, which the policy of the page does not allow."""
_SIGN_IN = rare_pattern(r"/(?:plugin|draft)file\.php/|/bbcswebdav/|/courses/\d+/files/\d+", re.IGNORECASE)
"""Files of Moodle, Blackboard and Canvas."""
_MOMENT = rare_pattern(
    r"t=(?:npt:)?(?:(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):)?(?P<seconds>\d{1,6}(?:\.\d{1,3})?)s?"
)
"""A moment as Media Fragments write it (W3C Media Fragments URI 1.0, 4.2.1)."""
_EXPIRES = rare_pattern(r"(?:^|&)X-(?:Amz|Goog)-Expires=\d", re.IGNORECASE)
"""Signed addresses, which live for seven days at most."""


def fault_of_service(parts: SplitResult, address: str, noun: str, is_file: bool) -> FileFault | None:
    """Why what lies at a known service is nothing that a page can play; None for what may be a film.

    `is_file`: whether the address ends as a film does.
    """
    own = f"put the {noun} into the course folder, or onto a host of your own"
    if found := _among(_SHARES, parts) or (None if is_file else _among(_PLAYERS, parts)):
        message = f"{address} leads to a page of {found}, not to a {noun}"
        hint = f"Download it there, and {own}. If you may not, link to that page in the text."
        return FileFault(_RULE, message, hint)
    if found := _among(_ONWARDS, parts):
        what = "is a short address, which sends" if found == "a short address" else f"lies at {found}, which sends"
        message = f"{address} {what} on to another host, and no page of a course may follow it"
        hint = f"Open it in a browser, and write the address that is shown then, if it ends as a {noun} does. Otherwise {own}."
        return FileFault(_RULE, message, hint)
    if _SIGN_IN.search(parts.path):
        message = f"{address} lies in a learning site, which shows it only to who is signed in there"
        return FileFault(_RULE, message, f"Download it there, and {own}.")
    if _EXPIRES.search(parts.query):
        message = f"{address} stops working after some days at most, as its end says (Expires)"
        return FileFault(
            _RULE,
            message,
            f"Let it be public there, and write its address without the question mark and what follows, or {own}.",
        )
    return None


def begin_of(fragment: str) -> float | None:
    """The second at which a film is to begin, as the end of its address says (`t=10`, `t=1:10`); None for anything else."""
    match = _MOMENT.fullmatch(fragment)
    if match is None:
        return None
    return int(match["hours"] or 0) * 3600 + int(match["minutes"] or 0) * 60 + float(match["seconds"])


def _among(services: tuple[_Service, ...], parts: SplitResult) -> str:
    """How people call the service that an address belongs to; empty for none."""
    host = (parts.hostname or "").removeprefix("www.")
    for one in services:
        if one.hosts.fullmatch(host) and (one.paths is None or one.paths.search(parts.path)):
            return one.named
    return ""


def fault_of_address(address: str, noun: str, ending: str) -> FileFault | None:
    """Why no page may load a film from an address; None for one that it may."""
    if address.lower().startswith("file:"):
        hint = f"Copy the {noun} into the course folder, for example into media/, and point to it there."
        return FileFault(_RULE, f"{address} lies on your own computer, where no learner can reach it", hint)
    if not address.startswith("https://"):
        whole = f"https{address[5:]}" if address.lower().startswith("https://") else ""
        return _not_whole(address, noun, ending, whole)
    try:
        host = urlsplit(address).netloc
    except ValueError:
        host = ""
    rest = address[len("https://") + len(host) :]
    if "@" in host:
        message = f"the address of this {noun} holds a user name or a password, which every learner could read"
        without = f"https://{host.rpartition('@')[2]}{rest}"
        return FileFault(_RULE, message, f"Write {without}, if the {noun} can be had there without them.")
    if not host.isascii() and (latin := _in_ascii(host)):
        message = f"the host of this {noun} is not written in the letters that a policy of a page may hold"
        return FileFault(_RULE, message, f"Write https://{latin}{rest}, which is the same host.")
    if not _HOST.fullmatch(host.lower()):
        return _not_whole(address, noun, ending, "")
    if sign := _ENDS_POLICY.search(rest):
        shown = "space" if sign[0].isspace() else sign[0]
        whole = f"https://{host}" + _ENDS_POLICY.sub(lambda found: quote(found[0], safe=""), rest)
        message = f"there is a {shown} in the address of this {noun}, which would end it"
        return FileFault(_RULE, message, f"Write {whole}, if the {noun} can be had there.")
    return None


def _not_whole(address: str, noun: str, ending: str, meant: str) -> FileFault:
    message = f"{address} is not the whole address of a {noun}"
    return FileFault(_RULE, message, f"Write {meant or f'it as https://films.example.org/{noun}{ending}'}.")


def _in_ascii(host: str) -> str:
    """A host in letters of ASCII (RFC 5891), with its port; empty for one that cannot be written so."""
    try:
        name, colon, port = host.partition(":")
        written = f"{name.encode('idna').decode('ascii').lower()}{colon}{port}"
    except UnicodeError:
        return ""
    return written if _HOST.fullmatch(written) else ""
