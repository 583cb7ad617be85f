"""Signs of other markdowns: each is in the page as its author meant it, or reported."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.model.blocks import Prose
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.limits.pairs import module, read_files

TABLE, FURTHER = (
    tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))["construct"]
    for name in ("constructs", "further")
)
STRINGS = load_strings(templates_folder(), "en")


def named(construct: Mapping[str, str]) -> str:
    """What a case is called."""
    return f"{construct['tool']}: {construct['name']}"


@for_each("construct", TABLE, ids=named)
def test_each_construct_is_shown_or_reported(construct: Mapping[str, str]) -> None:
    """`shows` stands in the page and nothing is reported; or the rule `told` reports it."""
    shown_or_reported(construct)


def shown_or_reported(construct: Mapping[str, Any]) -> None:
    """The same of one construct."""
    course, report = read_files(module(construct["source"]))
    prose = [block for block in course.modules[0].blocks if isinstance(block, Prose)]
    page = "\n".join(HtmlWriter(STRINGS).blocks(block.content) for block in prose)
    told = {d.rule for d in report.diagnostics}
    if "told" in construct:
        assert construct["told"] in told, f"{told}: {page}"
    else:
        assert construct["shows"] in page and not told, f"{told}: {page}"


@for_each("construct", FURTHER, ids=named)
def test_each_construct_of_further_tools_is_shown_or_reported_with_what_to_write(construct: Mapping[str, Any]) -> None:
    """As above; and what is reported first says where it stands, and what to write in its place."""
    if "shows" in construct:
        return shown_or_reported(construct)
    _, report = read_files(module(construct["source"]))
    first = report.diagnostics[0]
    assert (first.rule, first.span.line) == (construct["told"], construct["line"])
    assert construct["write"] in first.hint


def test_the_table_has_forty_of_seven_tools() -> None:
    """No two alike."""
    assert len({named(construct) for construct in TABLE}) == len(TABLE) >= 40
    assert len({construct["tool"] for construct in TABLE}) == 7
    assert len({named(construct) for construct in FURTHER}) == len(FURTHER) >= 50
    assert len({construct["tool"] for construct in FURTHER}) >= 14
