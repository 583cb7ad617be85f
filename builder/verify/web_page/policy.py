"""Checks of the Content-Security-Policy: what it forbids, and what a browser refuses without a server."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from builder.model.contract import POLICY
from builder.model.diagnostics import Diagnostic
from builder.verify.finding import found
from builder.verify.tag import Tag
from builder.verify.web_page.finding import found_at
from builder.verify.web_page.index import FRAMES, MEDIA, Page

_JSON = ("application/json", "application/ld+json")
# CSP 6.8.3: where a directive that is not there takes its sources from; all others, from default-src.
_FALLBACK = {
    "script-src-elem": "script-src", "script-src-attr": "script-src", "style-src-elem": "style-src",
    "style-src-attr": "style-src", "worker-src": "child-src", "child-src": "script-src",
}  # fmt: skip
_NO_FALLBACK = ("form-action", "base-uri")
_HEADER = "content-security-policy"

Sources = frozenset[str]


def verify_policy(page: Page) -> Iterator[Diagnostic]:
    """A page's policy, its scripts, styles and event attributes, and elements that have no place in it."""
    yield from _content_security(page)
    yield from _scripts(page)
    yield from _styles(page)
    yield from _event_attributes(page)
    yield from _forbidden_elements(page)
    yield from _fails_offline(page)


def _content_security(page: Page) -> Iterator[Diagnostic]:
    metas = [meta for meta in page.elements("meta") if meta.get("http-equiv", "").lower() == _HEADER]
    hint = f"Write into <head>, before anything that is loaded, one policy: {POLICY}."
    if len(metas) != 1:
        message = f"the page has {len(metas) or 'no'} Content-Security-Policy"
        yield found("WEB-006", page.name, message, hint)
        return
    looser = looser_directives(metas[0].get("content", ""), _hosts(page))
    if looser:
        message = f"the policy allows too much in {', '.join(looser)}"
        yield found_at("WEB-006", page, metas[0], message, hint)
    elif metas[0].loads_before or not metas[0].in_head:
        # CSP 3.3: a policy in a meta element does not hold for what stands before it, nor outside head.
        message = "the policy stands below what it guards"
        yield found_at("WEB-006", page, metas[0], message, hint)


def _hosts(page: Page) -> Mapping[str, Sources]:
    """What the films of a page may be loaded from, by the directive that allows it: the hosts that they name, and no other."""
    named = {
        "media-src": ("src", "data-described-src", "data-sign-src"),
        "connect-src": ("src",),
        "frame-src": ("data-film-frame",),
    }
    return {
        directive: frozenset(
            "/".join(value.split("/")[:3]).lower()
            for element, value in page.having(*attributes)
            if value.startswith("https://") and _may_load(element, directive)
        )
        for directive, attributes in named.items()
    }


def _may_load(element: Tag, directive: str) -> bool:
    """Whether a directive lets an element load what it names. The parts of a stream are fetched by a script, the player."""
    if directive == "connect-src":
        return element.tag in MEDIA and bool(element.get("data-film-stream", ""))
    return directive == "frame-src" or element.tag in MEDIA


def looser_directives(policy: str, hosts: Mapping[str, Sources] = MappingProxyType({})) -> list[str]:
    """Names of the directives by which a policy allows more than ours, and than `hosts` name; none when it is as strict."""
    ours, theirs = _parse(POLICY), _parse(policy)
    ours |= {name: ours.get(name, frozenset()) | more for name, more in hosts.items()}
    asked = ours.keys() | {name for name in theirs if name.endswith(("-src", "-src-elem", "-src-attr"))}
    return sorted(name for name in asked if not _as_strict(_sources(theirs, name), _sources(ours, name)))


def _parse(policy: str) -> dict[str, Sources]:
    directives: dict[str, Sources] = {}
    for name, *sources in filter(None, (part.split() for part in policy.split(";"))):
        # CSP 2.2.1: of two directives with one name the first holds.
        directives.setdefault(name.lower(), frozenset(s.lower() for s in sources) - {"'none'"})
    return directives


def _sources(policy: Mapping[str, Sources], name: str) -> Sources | None:
    """The sources that hold for a directive; None when nothing restricts it."""
    while name not in policy and name in _FALLBACK:
        name = _FALLBACK[name]
    return policy.get(name) if name in _NO_FALLBACK else policy.get(name, policy.get("default-src"))


def _as_strict(theirs: Sources | None, ours: Sources | None) -> bool:
    return ours is None or (theirs is not None and theirs <= ours)


def _scripts(page: Page) -> Iterator[Diagnostic]:
    for script in page.elements("script"):
        kind = script.get("type", "").strip().lower()
        if "src" in script.attributes:
            if kind == "module":
                yield from _refused(page, script, '<script type="module">')
        elif kind in _JSON:
            yield from _data_block(page, script)
        else:
            hint = "Move it into a file of its own, or into satchel.js."
            yield found_at("WEB-007", page, script, "a script is written into the page", hint)


def _data_block(page: Page, script: Tag) -> Iterator[Diagnostic]:
    try:
        json.loads(script.words)
    except (ValueError, RecursionError) as fault:
        hint = "Mend the data; strings stand in double quotes and no comma follows the last of them."
        message = f"a block of data is not JSON: {fault}"
        yield found_at("WEB-022", page, script, message, hint)


def _styles(page: Page) -> Iterator[Diagnostic]:
    hint = "Give the element a class, and write the rule into the style sheet."
    for style in page.elements("style"):
        yield found_at("WEB-008", page, style, "a style sheet is written into the page", hint)
    for element, _ in page.having("style"):
        yield found_at("WEB-008", page, element, f"<{element.tag}> has a style attribute", hint)


def _event_attributes(page: Page) -> Iterator[Diagnostic]:
    for name in sorted(name for name in page.table.attributes if name.startswith("on")):
        for element, _ in page.having(name):
            hint = "Take it out, and listen for the event in the script."
            message = f"<{element.tag}> has the attribute {name}"
            yield found_at("WEB-009", page, element, message, hint)


def _forbidden_elements(page: Page) -> Iterator[Diagnostic]:
    for base in page.elements("base"):
        hint = "Take it out, and write addresses relative to the page."
        yield found_at("WEB-017", page, base, "the page has a <base> element", hint)
    for frame in page.elements(*FRAMES):
        hint = "Put its content into the page, or link to it."
        yield found_at("WEB-018", page, frame, f"the page has an <{frame.tag}> element", hint)


def _fails_offline(page: Page) -> Iterator[Diagnostic]:
    for name in ("integrity", "crossorigin"):
        for element, _ in page.having(name):
            yield from _refused(page, element, f"<{element.tag} {name}>")


def _refused(page: Page, element: Tag, what: str) -> Iterator[Diagnostic]:
    hint = "Take it out: a course is also opened by double click, without a server."
    message = f"browsers refuse {what} on a page that was opened from a file"
    yield found_at("WEB-015", page, element, message, hint)
