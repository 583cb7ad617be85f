"""Signs of seven other markdowns: each is in the page as its author meant it, or reported."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from builder.model.blocks import Prose
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.limits.pairs import module, read_files

TABLE = tomllib.loads((Path(__file__).parent / "constructs.toml").read_text(encoding="utf-8"))["construct"]
STRINGS = load_strings(templates_folder(), "en")


def named(construct: Mapping[str, str]) -> str:
    """What a case is called."""
    return f"{construct['tool']}: {construct['name']}"


@for_each("construct", TABLE, ids=named)
def test_each_construct_is_shown_or_reported(construct: Mapping[str, str]) -> None:
    """`shows` stands in the page and nothing is reported; or the rule `told` reports it."""
    course, report = read_files(module(construct["source"]))
    prose = [block for block in course.modules[0].blocks if isinstance(block, Prose)]
    page = "\n".join(HtmlWriter(STRINGS).blocks(block.content) for block in prose)
    told = {d.rule for d in report.diagnostics}
    if "told" in construct:
        assert construct["told"] in told, f"{told}: {page}"
    else:
        assert construct["shows"] in page and not told, f"{told}: {page}"


def test_the_table_has_forty_of_seven_tools() -> None:
    """No two alike."""
    assert len({named(construct) for construct in TABLE}) == len(TABLE) >= 40
    assert len({construct["tool"] for construct in TABLE}) == 7
