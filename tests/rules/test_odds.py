"""Sources that authors might type, sound or not, and all that is said of each: `odds/*/NAME.src`, for each kind of file.

`NAME.txt` holds what an author then reads, word for word. `SNAPSHOTS=write` writes it afresh. Read what it wrote.
"""

import re
import shutil
from pathlib import Path

import pytest

from builder.model.blocks import Prose
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.rules.corpus import BASE, HEAD, MODULE, REREAD, WRITING, read, told
from tests.rules.test_slips import COURSE, SECOND

HERE = Path(__file__).with_name("odds")
TEXTS = (
    *(f"texts/{name}.md" for name in ("text", "prose", "lists", "braces", "signs", "languages")),
    *(f"questions/{name}.md" for name in ("kinds", "options", "answers", "films")),
)
"""Lists of what stands in a module below its head: of everything, and of one thing each."""
PLACES = {
    **dict.fromkeys(TEXTS, MODULE),
    "settings/module.md": MODULE,
    **dict.fromkeys(("settings/settings.yml", "settings/values.yml", "settings/unfit.yml"), "course.yml"),
    "settings/glossary.md": "glossary.md",
    "settings/record.yml": "record.yml",
}
"""List -> the file of the course that each of its entries is."""
WRITER = HtmlWriter(load_strings(templates_folder(), "en"))
LONG = re.compile(r"(\n    fix: .*\n)(?:    fix: .*\n)+(?=    fix: )")
"""Of a remedy of many lines the first and the last are enough."""
WELCOME = f"{HEAD}Hello, Trust.\n"


@pytest.mark.parametrize("name", PLACES)
def test_what_is_said_of_it_was_read_and_approved(name: str, tmp_path: Path) -> None:
    """And where nothing is said, nothing is wrong."""
    folder = tmp_path / "course"
    shutil.copytree(BASE, folder)
    settings = COURSE.replace("record: plain", "record: record.yml") if name == "settings/record.yml" else COURSE
    (folder / "course.yml").write_text(settings, encoding="utf-8")
    (folder / MODULE).write_text(WELCOME, encoding="utf-8")
    (folder / "02-second.md").write_text(SECOND, encoding="utf-8")
    text = []
    for place, odd in enumerate(
        (HERE / name).with_suffix(".src").read_text(encoding="utf-8").rstrip("\n").split("\n%%\n"), start=1
    ):
        (folder / PLACES[name]).unlink(missing_ok=True)  # a file that is cut short and written again waits for the disk
        (folder / PLACES[name]).write_text((HEAD if name in TEXTS else "") + odd + "\n", encoding="utf-8")
        course, report = read(folder)
        found = LONG.sub(r"\1", told(report.diagnostics, folder))
        text.append(f"%% {place}: {odd[:70]!r}\n{found or 'nothing'}")
        if name in TEXTS and not report.errors:
            blocks = [block for block in course.modules[0].blocks if isinstance(block, Prose)]
            text += [f"    shown: {line}" for block in blocks for line in WRITER.blocks(block.content).split("\n")]
    written = "\n".join(text) + "\n"
    file = (HERE / name).with_suffix(".txt")
    if WRITING:
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8"), REREAD
