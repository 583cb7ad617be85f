"""Double brackets that are a link in wikis and note books, and no gap: they name a module of the course."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Node
from builder.read.words_to_ids import slug

_LINK = rare_pattern(r"\[\[(?:\./)?([^\[\]|#]*)(#[^\[\]|]*)?(?:\|[^\[\]]*)?\]\]")
_NUMBER = rare_pattern(r"^\d+[-_ ]+")


def are_wiki_links(body: Sequence[Node], files: Iterable[str]) -> bool:
    """Whether double brackets stand in a body, and all of them name one of these files."""
    links = [found for node in body for text in _texts(node) if "[[" in text for found in _LINK.finditer(text)]
    known = {_bare(PurePosixPath(file).stem) for file in files} if links else set()
    return bool(links) and all(_bare(link[1].removesuffix(".md")) in known if link[1] else link[2] for link in links)


def _bare(name: str) -> str:
    """A name as it is compared: without the number of its module, in any case and with any sign between its words."""
    return slug(_NUMBER.sub("", name)) if name else ""


def _texts(node: Node) -> Iterator[str]:
    for line in node.lines:
        yield line.text
    for child in node.children:
        yield from _texts(child)
