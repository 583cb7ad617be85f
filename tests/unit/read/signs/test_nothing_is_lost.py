"""Whatever stands in a block of any kind, at any place: it is in the page, or something is reported."""

import re

import pytest

from builder.authoring.examples import read_examples
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.limits.pairs import module, read_files

FURTHER = {
    "stages": "## Stages: Six\n\nAbove.\n\n1. One\n   More\n2. Two\n\nBelow.",
    "picture": "## Picture: A room\n\nAbove.\n\n![A room](images/team.png)\n\n1. **Door** (10, 20): So\n2. **Window** (80, 30)\n\nBelow.",
    "file": "## File: A form\n\n[A form](media/film.mp4)\n\nBelow.",
    "list": "## Details: Asked\n\nAbove.\n\n- **Who?** You\n- **When?** Now\n\nBelow.",
    "watch": "## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n- descriptions: not needed (only the speaker is shown)\n\nBelow.",
}
BLOCKS = {example.name: example.text for example in read_examples()} | FURTHER
PASTED = ("Zebra stands here.", "> Zebra stands here.", "- Zebra\n- Yak", "- **Zebra:** one\n- **Yak:** two", "-")
FURTHER_PASTED = (
    "> [!TIP] Zebra\n> So.",
    "1. Zebra\n2. Yak",
    "- [ ] Zebra\n- [ ] Yak",
    "| Zebra | Yak |\n| --- | --- |\n| one | two |",
    "```text\nZebra\n```",
    "![A zebra](images/team.png)",
    "**Zebra**",
    "Zebra\n: stripes",
)
"""What an author may put into a block, by itself or by pasting."""


@pytest.mark.parametrize(
    "all_pasted", [pytest.param(PASTED, id="few"), pytest.param(FURTHER_PASTED, id="rest", marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("name", BLOCKS)
def test_no_word_of_a_block_is_lost_in_silence(name: str, all_pasted: tuple[str, ...]) -> None:
    """Below its heading, between any two of its parts, and at its end."""
    pieces = re.split(r"\n\n+", BLOCKS[name].strip("\n"))
    pieces = [part for piece in pieces for part in (piece.split("\n", 1) if piece.startswith("##") else [piece])]
    for at in range(1, len(pieces) + 1):
        for pasted in all_pasted:
            text = "\n\n".join([*pieces[:at], pasted, *pieces[at:]])
            course, report = read_files(module(text))
            assert report.diagnostics or "zebra" in render_page(course, templates_folder()).lower() or pasted == "-", (
                text
            )
