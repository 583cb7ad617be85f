"""What is wrong with the address of a film on another host, and the same address as it can be used."""

from urllib.parse import quote, urlsplit

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
