"""The versions that are kept here, and how the golden course is built and opened by the version under test."""

import hashlib
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COURSE = HERE / "course"
FIRST_COURSE = ROOT / "course"
EDITIONS = ("scorm12", "scorm2004")
DESTINATIONS = (*EDITIONS, "web")


@dataclass(frozen=True)
class Version:
    """One released version, with what it made and what its learner left."""

    folder: Path

    def __str__(self) -> str:
        """Its number, in the test's report."""
        return self.folder.name

    def package(self, destination: str) -> Path:
        """The package that it built of the golden course."""
        return self.folder / f"golden-1.0.0-{destination}.zip"

    def state(self, destination: str) -> dict[str, Any]:
        """What a learner of that package left behind, and saw when she came back."""
        state: dict[str, Any] = json.loads((self.folder / f"state-{destination}.json").read_text(encoding="utf-8"))
        return state


def sums(folder: Path) -> dict[str, str]:
    """SHA-256 of each file of a version, and of the course that it was built from, by path."""
    files = [path for path in folder.iterdir() if path.name != "sums.json"]
    sources = [path for path in COURSE.rglob("*") if path.is_file()]
    found = {path.name: path for path in files} | {path.relative_to(HERE).as_posix(): path for path in sources}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(found.items())}


def versions() -> list[Version]:
    """All of them, the oldest first."""
    found = [folder for folder in HERE.iterdir() if (folder / "pins.json").exists()]
    return [
        Version(folder) for folder in sorted(found, key=lambda folder: [int(part) for part in folder.name.split(".")])
    ]


def satchel(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command line of the version under test; it gives what was printed, whatever the exit status."""
    command = [sys.executable, "-m", "builder", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def build(course: Path, out: Path, *destinations: str) -> Path:
    """Build a course; gives the folder with its packages."""
    done = satchel("build", course, "--out", out, "--to", ",".join(destinations))
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def unpack_web(package: Path, folder: Path) -> Path:
    """A web package as a learner unpacks it; gives its page. Beside it an empty one, to fill the browser's stores from."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    (folder / "empty.html").write_text("<!doctype html><title>Empty</title>", encoding="utf-8")
    return folder / "index.html"
