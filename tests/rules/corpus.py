"""The corpus laid out: every damaged source and every sample course, as a folder that can be read."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.rules.test_damaged import BASE, CASES, HEAD, MODULE, Case
from tests.rules.test_sample_courses import SAMPLES, lay_out

Layer = Callable[[Path], object]
"""Makes the folder of a course at a path where nothing is yet."""


def lay_case(case: Case, folder: Path) -> None:
    """A case of `damaged.txt` in its damaged state."""
    shutil.copytree(BASE, folder)
    for path, text in (case.files["also"] | case.files["damaged"]).items():
        (folder / path).parent.mkdir(exist_ok=True)
        whole = text if path != MODULE or text.startswith("---\n") else HEAD + text
        (folder / path).write_text(whole, encoding="utf-8")


def _case(case: Case) -> Layer:
    return lambda folder: lay_case(case, folder)


def _sample(name: str) -> Layer:
    return lambda folder: lay_out(name, folder)


LAYERS: dict[str, Layer] = {
    **{case.title: _case(case) for case in CASES},
    **{name: _sample(name) for name in SAMPLES if name.endswith("-error")},
}
"""Every source with faults, by its name."""
