"""An installed wheel works as the checkout does."""

import shlex
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl"))


def test_the_wheel_holds_the_templates_and_the_schemas(wheel: Path) -> None:
    """Everything that a build reads travels in it; tests and courses do not."""
    names = zipfile.ZipFile(wheel).namelist()
    kept_as = {
        ROOT / "templates": "builder/_templates",
        ROOT / "builder" / "package" / "imsmanifest" / "control": None,
        ROOT / "builder" / "rules" / "en": None,
        ROOT / "builder" / "authoring" / "starter": None,
    }
    for folder, kept in kept_as.items():
        assert any(folder.iterdir()), folder
        for path in folder.rglob("*"):
            if path.is_file() and path.parent.name != "__pycache__":
                expected = f"{kept}/{path.relative_to(folder)}" if kept else path.relative_to(ROOT).as_posix()
                assert expected in names
    assert not [name for name in names if name.startswith(("tests/", "course/")) or "__pycache__" in name]


@pytest.mark.slow
def test_it_builds_a_course_elsewhere_without_the_extras(wheel: Path, course_folder: Path, tmp_path: Path) -> None:
    """In an empty environment, far from the checkout, with what the wheel itself asks for and nothing else."""
    environment = tmp_path / "environment"
    venv.create(environment)
    binaries = environment / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [sys.executable, "-m", "pip", f"--python={binaries / 'python'}", "install"]
    options = ["--quiet", "--disable-pip-version-check", "--no-compile"]
    done = subprocess.run([*pip, *options, str(wheel)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    built = subprocess.run(
        [str(binaries / "satchel"), "build", str(course_folder), "--out", "dist"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    assert sorted(path.name for path in (tmp_path / "dist").glob("*.zip")) == [
        "sample-1.0.0-scorm12.zip",
        "sample-1.0.0-scorm2004.zip",
        "sample-1.0.0-web.zip",
    ]
    preview = subprocess.run(
        [str(binaries / "satchel"), "preview", str(course_folder)], capture_output=True, text=True, check=False
    )
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["preview"]
    assert preview.returncode == 2
    assert sorted(shlex.split(preview.stderr.partition(" -m pip install ")[2])) == sorted(extra)
    missing = subprocess.run([str(binaries / "python"), "-c", "import playwright"], capture_output=True, check=False)
    assert missing.returncode != 0
