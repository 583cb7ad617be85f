"""Where the lab writes down what came of each fault: one file for each, so that tests side by side do not meet."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

FOLDER = Path(os.environ.get("SATCHEL_LAB", ROOT / "tests" / "artefacts" / "lab"))


@dataclass
class Result:
    """What came of one fault in one version."""

    part: str
    """`lms`, `device` or `server`."""
    name: str
    version: str
    """`scorm12` or `scorm2004`; `file` or `http`."""
    about: str = ""
    told: str = ""
    """What the page said of the work, at the end of the first sitting; a kind, or words."""
    then: str = ""
    """What it said at the end of the next sitting."""
    found: str = ""
    """Where all of it was found again."""
    tool: str = ""
    """What it was tried with, and its version."""
    problem: str = ""
    """What went wrong; empty when nothing was lost and nothing false was said."""


@contextmanager
def reported(part: str, name: str, version: str, about: str = "", tool: str = "") -> Iterator[Result]:
    """Write down what came of it, whether it went well or not."""
    result = Result(part, name, version, about, tool=tool, problem="not finished")
    try:
        yield result
        result.problem = ""
    except Exception as problem:
        result.problem = (str(problem).strip() or type(problem).__name__).splitlines()[0]
        raise
    finally:
        FOLDER.mkdir(parents=True, exist_ok=True)
        file = FOLDER / f"{part}-{name}-{version}.json"
        file.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def results() -> list[Result]:
    """All that was written down."""
    return [Result(**json.loads(file.read_text(encoding="utf-8"))) for file in sorted(FOLDER.glob("*.json"))]
