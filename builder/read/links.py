"""Where links and pictures point: inside the course, to a file beside it, or out into the world."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from builder.model.content.spelling import alike
from builder.model.diagnostics import Severity
from builder.model.media import Asset
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import SEVERITIES
from builder.read.files.assets import AssetProblem, Assets, written
from builder.read.files.ignored_files import likely_modules
from builder.read.files.image_signature import is_picture_file
from builder.read.files.linked import FileFault, fault_of_link, fault_of_picture
from builder.read.files.names_on_disk import composed

_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_OWN_COMPUTER = re.compile(r"^(?:[a-zA-Z]:|file:)[/\\]?", re.IGNORECASE)
_MAIL = rare_pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_QUOTES = "“”„‟«»‹›‘’‚\"'"
_CAPTIONED = re.compile(r"^(\S+)\s+[“”„‘](.*)[“”’]$")
_OUTSIDE = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Address:
    """An address, resolved."""

    target: str = ""
    """What the page says: `#id`, an asset's name, or the address itself."""
    external: bool = False
    """Whether it leads to another site."""
    asset: Asset | None = None
    """The file, when it is one."""
    problem: tuple[str, str, str] | None = None
    """Rule, message and hint when it cannot be used."""
    meant: str = ""
    """What to write in its place; empty when nobody can tell."""
    module: str = ""
    """Id of the module whose file it names, with a place in it."""
    remark: tuple[str, str, str] | None = None
    """Rule, message and hint for what is to be known of it, although it can be used."""


class Addresses:
    """Resolves the addresses of a course."""

    def __init__(self, assets: Assets, modules: dict[str, str]) -> None:
        """`modules` gives the module id for each markdown file."""
        self.assets = assets
        self.modules = {composed(path): id for path, id in modules.items()}
        self.glossary = ""
        self.terms: dict[str, str] = {}
        self._looks: dict[tuple[Callable[[Path, str], FileFault | None], str], FileFault | None] = {}

    def link(self, address: str) -> Address:
        """What a link points to."""
        if not address:
            return Address(
                problem=("LNK-001", "this link has no address", "Write it in the round brackets: [words](address).")
            )
        if address.startswith("lang="):
            problem = ("STR-018", "a language stands between braces, not between brackets", f"Write {{{address}}}")
            return Address(problem=problem)
        if address.startswith("#"):
            return Address("#" + composed(unquote(address[1:])))
        if _OWN_COMPUTER.match(address):
            return Address(problem=_on_own_computer(address, "file"))
        if titled := _CAPTIONED.match(address):
            message = "the quotes round this title are curly ones, which make it part of the address"
            straight = f'{titled[1]} "{titled[2]}"'
            return Address(problem=("LNK-001", message, f"Write straight ones: ({straight})"), meant=straight)
        if scheme := _SCHEME.match(address):
            return _outside(address, scheme[1].lower())
        if _MAIL.fullmatch(address):
            message = "this is an e-mail address, and has no mailto: in front"
            return Address(problem=("LNK-001", message, f"Write mailto:{address}"), meant=f"mailto:{address}")
        if (bare := address.strip(_QUOTES)) != address and _SCHEME.match(bare):
            message = "the quotes round this address are part of it"
            return Address(problem=("LNK-001", message, f"Write {bare}"), meant=bare)
        if address.startswith(("//", "www.")):
            whole = f"https://{address.lstrip('/')}"
            message = f"the address {address} has no https: in front"
            return Address(problem=("LNK-001", message, f"Write {whole}."), meant=whole)
        path, anchor = map(composed, map(unquote, address.partition("#")[::2]))
        if path.lower().endswith(".md"):
            return self._module(path.removeprefix("./"), anchor)
        return self._looked_into(self._file(address), fault_of_link)

    def picture(self, address: str) -> Address:
        """What a picture shows; pictures are always files of the course."""
        if _OWN_COMPUTER.match(address):
            return Address(problem=_on_own_computer(address, "picture"))
        if captioned := _CAPTIONED.match(address):
            message = "the quotes round this caption are curly ones, which make it part of the file name"
            straight = f'{captioned[1]} "{captioned[2]}"'
            return Address(problem=("A16", message, f"Write straight ones: ({straight})"), meant=straight)
        if address.lower().startswith("data:"):
            message = f"the picture {address[:40]} is written into the text, and a course shows pictures from files"
            hint = "Save the picture into the course folder, for example into images/, and name that file."
            return Address(problem=("A16", message, hint))
        if _SCHEME.match(address) or address.startswith("//"):
            message = f"the picture {address} lies on another site, and a course loads nothing from elsewhere"
            return Address(problem=("A16", message, "Save it into the course folder, for example into images/."))
        if address.lower().endswith(".md") and address.rpartition("/")[2].startswith("_"):
            return Address(problem=_fragment(address))
        shown = self._file(address)
        if shown.asset and not is_picture_file(self.assets.folder / shown.asset.source):
            message = f"the file {address} holds no picture that a browser can show"
            hint = "Save the picture again as PNG, JPEG, WebP or SVG, with the name to match, in place of this file."
            return Address(problem=("A16", message, hint))
        return self._looked_into(shown, fault_of_picture)

    def _looked_into(self, found: Address, look: Callable[[Path, str], FileFault | None]) -> Address:
        """A file, unless it can run something in the learner's browser."""
        if found.asset is None:
            return found
        source = found.asset.source
        if (look, source) not in self._looks:
            self._looks[look, source] = look(self.assets.folder / source, source)
        fault = self._looks[look, source]
        if fault is None:
            return found
        said = (fault.rule, fault.message, fault.hint)
        return replace(found, remark=said) if SEVERITIES[fault.rule] is not Severity.ERROR else Address(problem=said)

    def _file(self, address: str) -> Address:
        try:
            asset = self.assets.find(address)
        except AssetProblem as problem:
            return Address(problem=(problem.rule, problem.message, problem.hint), meant=problem.meant)
        return Address(asset.name, asset=asset)

    def _module(self, path: str, anchor: str) -> Address:
        if path.rpartition("/")[2].startswith("_"):
            return Address(problem=_fragment(path))
        if path not in self.modules and self.assets.holds(f"_{path}"):
            hint = f"Write [what it says](_{path}) alone on its line."
            return Address(
                problem=("INC-001", f"the name of the fragment _{path} begins with _", hint), meant=f"_{path}"
            )
        if path in self.modules:
            place = self.terms.get(anchor, anchor) if path == self.glossary else anchor
            return Address(f"#{place or self.modules[path]}", module=self.modules[path] if place else "")
        likely = likely_modules(self.assets.folder)
        if other := next((name for name, wanted in likely if composed(wanted) == path), ""):
            message = f"there is no module {path} in the course folder, and there is {other}"
            return Address(problem=("A15", message, f"Rename that file to {path}."))
        near = self._nearest(path)
        hint = f"Did you mean {written(near)}?" if near else f"The modules are: {', '.join(list(self.modules)[:8])}."
        meant = f"{written(near)}{'#' * bool(anchor)}{anchor}" if near else ""
        return Address(problem=("A15", f"there is no module {path} in the course folder", hint), meant=meant)

    def _nearest(self, path: str) -> str:
        """The module whose file name has the same words and numbers, or ends so; empty for none."""

        def words(name: str) -> str:
            return alike(re.sub(r"[\W_]+", " ", name))

        return next((name for name in self.modules if words(name) == words(path) or name.endswith(path)), "")


def _on_own_computer(address: str, what: str) -> tuple[str, str, str]:
    """A16, of a link LNK-001: a path that leads into the author's computer, where nobody else can go."""
    name = re.split(r"[/\\:]", unquote(address))[-1] or "team.png"
    path = f"{'images' if what == 'picture' else 'files'}/{name}"
    hint = f"Put the file into the folder in which course.yml is, as {path}, and write {path} here."
    return (
        "A16" if what == "picture" else "LNK-001",
        f"this {what} lies on your own computer, where learners cannot reach it",
        hint,
    )


def _fragment(path: str) -> tuple[str, str, str]:
    """INC-001: what names a fragment and does not include it."""
    name = path.rpartition("/")[2]
    if name != path:
        return "INC-001", "fragments lie in the course folder itself", f"Move the file beside the modules: {name}."
    hint = f"Write [what it says]({name}) alone on its line, at the margin, with a blank line above and below."
    return "INC-001", "a fragment is not a page to link to: its text stands where a line includes it", hint


_SPACES = rare_pattern(r"(?:%20|%C2%A0|\s)+")
_SPACED_HOST = rare_pattern(r"https?://[^/?#]*?(?:%20|%C2%A0|\s)")
"""A space in the name of a host (RFC 3986, 3.2.2)."""
_TITLE_BEHIND = rare_pattern(r"(?:%20|%C2%A0|\s)(?:[\"'“‘]|%22|%E2%80%9[8C])")
_CLOSING = ('"', "'", "”", "’")
"""What a title ends with behind an address; one that is not closed is read as part of the address."""


def _outside(address: str, scheme: str) -> Address:
    if scheme in {"http", "https"}:
        if not re.match(r"https?://[^/\s]+", address):
            return Address(
                problem=("LNK-001", f"{address} is not a whole address", "Write it as https://www.example.org/page.")
            )
        message = f"{unquote(address)} has a space in it where none can be, so it leads nowhere"
        if (cut := _TITLE_BEHIND.search(address)) and not unquote(address).endswith(_CLOSING):
            hint = f"A title behind an address stands between two quotation marks. Without it, write {address[: cut.start()]}"
            return Address(problem=("LNK-001", message, hint))
        if _SPACED_HOST.match(address):
            whole = _SPACES.sub("", address)
            return Address(problem=("LNK-001", message, f"Write {whole}"), meant=whole)
        return Address(address.replace(" ", "%20"), external=True)
    if scheme in _OUTSIDE:
        return Address(address)
    return Address(
        problem=(
            "LNK-001",
            f"a link cannot begin with {scheme}:",
            "Links begin with https:, mailto: or tel:, or name a file of the course.",
        )
    )
