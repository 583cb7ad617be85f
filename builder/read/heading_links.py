"""Links to headings by the names that previews give them: `#what-helps`, `02-next.md#what-helps`, `#user-content-what-helps`.

A preview makes the name of a heading from its words (GitHub's way, which mdBook, GitLab and editors share). The page has
ids of its own, so such a link is led to the heading once all of them are known.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

from builder.model import content
from builder.model.course import Module
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import Heading, Link
from builder.remembered import Remembered

_Led = dict[tuple[str, str], str]
"""Target of a link, and the module that it names -> where it leads."""
_PREFIXES = ("user-content-", "markdown-header-")
"""What GitHub and Bitbucket put before the name."""
_LEAD = rare_pattern(r"[\s>]*(?:#{1,6}\s+)?")
_BRACES = rare_pattern(r"\s*\{[^{}]*\}\s*#*\s*$")
_WORD = re.compile(r"(\w+):\s")


def with_heading_links(
    modules: Sequence[Module], known: frozenset[str], kept: Remembered | None = None
) -> list[Module]:
    """The same modules with each link that names a heading led to it; `known` are the ids of the whole course.

    With `kept`, a module whose links lead where they led before is the very same as before.
    """
    return _HeadingLinks(modules, known, kept).resolved()


class _HeadingLinks:
    def __init__(self, modules: Sequence[Module], known: frozenset[str], kept: Remembered | None) -> None:
        self.modules = modules
        self.known = known
        self.kept = kept
        self.by_id = {module.id: module for module in modules}
        self.names: dict[str, _Names] = {}

    def resolved(self) -> list[Module]:
        return [self._module(module) for module in self.modules]

    def _module(self, module: Module) -> Module:
        targets = [self._target(module, link) for link in module.facts.links]
        if not any(targets):
            return module
        lead = partial(_led, module, targets)
        return self.kept.get("led", module, tuple(targets), lead) if self.kept else lead()

    def _target(self, module: Module, link: Link) -> str:
        """Where a link leads that names a heading as a preview does; empty for one that names an id."""
        if not link.target.startswith("#"):
            return ""
        name = link.target[1:]
        meant = self.by_id.get(link.module or module.id)
        if meant is None or name in meant.facts.anchors or (name in self.known and not link.module):
            return ""
        if meant.id not in self.names:
            self.names[meant.id] = _Names(meant)
        found = self.names[meant.id].id_of(name)
        return f"#{found}" if found else ""


def _led(module: Module, targets: Sequence[str]) -> Module:
    """A module with its links, in order, led to these targets; an empty one leaves a link as it is."""
    both = list(zip(module.facts.links, targets, strict=True))
    led = {(link.target, link.module): target for link, target in both if target}
    links = tuple(replace(link, target=target) if target else link for link, target in both)
    blocks, notes = _relinked(module.blocks, led), _relinked(module.notes, led)
    return replace(module, blocks=blocks, notes=notes, facts=replace(module.facts, links=links))


class _Names:
    """What previews call the headings of a module."""

    def __init__(self, module: Module) -> None:
        self.exact: dict[str, str] = {}
        ids: dict[str, set[str]] = defaultdict(set)
        met: dict[str, int] = {}
        for heading in module.facts.headings:
            for said in _ways_to_say(heading):
                ids[_letters(said)].add(heading.id)
            self.exact.setdefault(_numbered(_slug(_ways_to_say(heading)[0]), met), heading.id)
        ids[_letters(module.title)].add(module.id)
        self.alike = {letters: next(iter(one)) for letters, one in ids.items() if len(one) == 1 and letters}

    def id_of(self, name: str) -> str:
        """The id of the heading that a link calls so; empty when there is none, or more than one."""
        for prefix in ("", *_PREFIXES):
            if name.startswith(prefix):
                said = name.removeprefix(prefix)
                if (
                    found := self.exact.get(said.lower())
                    or self.exact.get(_slug(said))
                    or self.alike.get(_letters(said))
                ):
                    return found
        return ""


def _ways_to_say(heading: Heading) -> list[str]:
    """The words of a heading as previews read them: with the word of its block, then without, then with its braces."""
    written = heading.excerpt[_LEAD.match(heading.excerpt).end() :]  # type: ignore[union-attr]
    word = _WORD.match(written)
    whole = f"{word[0]}{heading.text}" if word and not heading.text.startswith(word[0].strip()) else heading.text
    return [whole, heading.text, _BRACES.sub("", written), written]


def _slug(words: str) -> str:
    """Words as GitHub names a heading: small letters, hyphens for spaces, other signs left out."""
    kept = (c for c in words.strip().lower() if c.isalnum() or c in "_- " or unicodedata.category(c)[0] == "M")
    return "".join(kept).replace(" ", "-")


def _numbered(slug: str, met: dict[str, int]) -> str:
    """The same with `-1`, `-2` behind it where other headings had it before."""
    name = slug
    while name in met:
        met[slug] += 1
        name = f"{slug}-{met[slug]}"
    met[name] = 0
    return name


def _letters(words: str) -> str:
    """Letters and digits alone, which is what tools agree on."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", words.casefold())))


def _relinked(value: Any, led: _Led) -> Any:
    """A value in which each link with one of these targets has the other; itself where there is none."""
    if isinstance(value, tuple):
        made = [_relinked(one, led) for one in value]
        return tuple(made) if any(one is not other for one, other in zip(made, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for name in (field.name for field in fields(value)):
        old = getattr(value, name)
        if (new := _relinked(old, led)) is not old:
            changes[name] = new
    if isinstance(value, content.Link) and (value.target, value.module) in led:
        changes["target"] = led[value.target, value.module]
    return replace(value, **changes) if changes else value
