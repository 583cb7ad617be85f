"""`satchel plan`: which courses a change touches."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from builder.build_all import chunk_of, chunks_for, plan_since
from builder.build_all import plan as module
from builder.cli import main
from builder.errors import MissingTool, UnreadableSource
from tests.build_all.courses import edit, write_courses
from tests.conftest import ROOT

FIRST, SECOND = "health/course-01", "health/course-02"
SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "nobody@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(folder: Path, *arguments: str) -> None:
    """Run git, without anybody's own settings."""
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **SETTINGS})


def commit(folder: Path) -> None:
    """Commit all there is."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a change")


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two courses, of which the second uses what is shared, by links."""
    folder = tmp_path_factory.mktemp("plan") / "repository"
    courses = write_courses(folder / "courses", 2)
    (folder / "shared" / "pictures").mkdir(parents=True)
    (folder / "shared" / "_help.md").write_text("Ring 116 123.\n")
    (folder / "shared" / "pictures" / "tree.svg").write_text("<svg/>\n")
    (folder / "requirements.txt").write_text("satchel\n")
    (courses / SECOND / "_help.md").symlink_to("../../../shared/_help.md")
    (courses / SECOND / "pictures").symlink_to("../../../shared/pictures")
    git(folder, "init", "-qb", "main")
    commit(folder)
    return folder


@pytest.fixture
def repository(committed: Path, tmp_path: Path) -> Path:
    """A copy, to be changed."""
    return shutil.copytree(committed, tmp_path / "repository", symlinks=True)


def touched(repository: Path, since: str = "HEAD", *shared: str) -> list[str]:
    """The courses to build."""
    return plan_since(repository / "courses", since, "dist", [repository / path for path in shared]).courses


def test_nothing_is_touched_when_nothing_has_changed(repository: Path) -> None:
    """An empty plan."""
    assert touched(repository) == []


@pytest.mark.parametrize("path", [f"courses/{FIRST}/01-welcome.md", f"courses/{FIRST}/new/notes.txt"])
def test_a_file_of_a_course_touches_it(path: str, repository: Path) -> None:
    """Changed or new, committed or not."""
    file = repository / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("Other words.\n")
    assert touched(repository) == [FIRST]
    commit(repository)
    assert touched(repository) == []
    assert touched(repository, "HEAD~1") == [FIRST]


def test_a_file_that_is_gone_or_moved_touches_both_places(repository: Path) -> None:
    """From the first course into the second."""
    (repository / "courses" / FIRST / "01-welcome.md").rename(repository / "courses" / SECOND / "02-welcome.md")
    assert touched(repository) == [FIRST, SECOND]


@pytest.mark.parametrize("path", ["shared/_help.md", "shared/pictures/tree.svg"])
def test_what_a_link_leads_to_touches_the_course(path: str, repository: Path) -> None:
    """A fragment, and a file in a folder, that lie elsewhere in the repository."""
    (repository / path).write_text("Other words.\n")
    assert touched(repository) == [SECOND]


def test_what_is_named_as_shared_touches_all(repository: Path) -> None:
    """A file, or all in a folder; what is not named touches none."""
    (repository / "requirements.txt").write_text("satchel>=2\n")
    assert touched(repository) == []
    assert touched(repository, "HEAD", "requirements.txt") == [FIRST, SECOND]


def test_satchels_own_files_touch_all(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it lies in the same repository: its templates and their words are in every package."""
    strings = repository / "satchel" / "strings" / "en.json"
    strings.parent.mkdir(parents=True)
    monkeypatch.setattr(module, "templates_folder", lambda: repository / "satchel")
    assert touched(repository) == []
    strings.write_text("{}")
    assert touched(repository) == [FIRST, SECOND]


def test_a_branch_counts_from_where_it_left(repository: Path) -> None:
    """What others did on main meanwhile is not its change."""
    git(repository, "checkout", "-qb", "mine")
    edit(repository / "courses" / FIRST, "My sentence.")
    commit(repository)
    git(repository, "checkout", "-q", "main")
    edit(repository / "courses" / SECOND, "Their sentence.")
    commit(repository)
    git(repository, "checkout", "-q", "mine")
    assert touched(repository, "main") == [FIRST]


def test_a_course_that_is_gone_is_named(repository: Path) -> None:
    """Its packages are still there, and nobody else would notice."""
    shutil.rmtree(repository / "courses" / FIRST)
    plan = plan_since(repository / "courses", "HEAD", "dist")
    assert (plan.courses, plan.removed) == ([], (FIRST,))


def test_what_git_cannot_say_is_an_error(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Building nothing would look like success."""
    for reference in ("nowhere", "--all"):
        with pytest.raises(UnreadableSource, match="git says"):
            touched(repository, reference)
    outside = write_courses(tmp_path / "outside", 1)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UnreadableSource, match="git says"):
        plan_since(outside, "HEAD", "dist")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingTool, match="git"):
        touched(repository)


def test_each_course_is_in_exactly_one_part() -> None:
    """Whatever their number and that of the parts; and no part is empty."""
    for count in range(12):
        courses = [f"course-{number}" for number in range(count)]
        for most in range(1, 6):
            names = chunks_for(courses, most)
            parts = [chunk_of(courses, *map(int, name.split("/"))) for name in names]
            assert sorted(course for part in parts for course in part) == sorted(courses)
            assert all(parts) and len(parts) == min(most, count)


def recipes() -> list[str]:
    """The commands of Satchel in the recipes for servers."""
    text = (ROOT / "builder" / "handbook" / "how-to.md").read_text(encoding="utf-8")
    blocks = [
        yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text.partition("on a server")[2], re.DOTALL)
    ]
    assert [sorted(map(str, block)) for block in blocks] == [["True", "jobs"], ["courses"]]
    steps = [step.get("run", "") for job in blocks[0]["jobs"].values() for step in job["steps"]]
    lines = [line.strip() for step in (*steps, *blocks[1]["courses"]["script"]) for line in step.splitlines()]
    return [line.partition(">")[0] for line in lines if line.startswith("satchel ")]


def test_the_recipes_of_the_handbook_work(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For GitHub Actions and GitLab: a plan names the parts, and each is built."""
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    edit(repository / "courses" / FIRST, "One sentence more.")
    monkeypatch.chdir(repository)
    plan, github, gitlab = recipes()
    text = CliRunner().invoke(main, plan.split()[1:]).output
    (chunk,) = json.loads(text)["chunks"]
    built = CliRunner().invoke(main, github.replace("${{ matrix.chunk }}", chunk).split()[1:], prog_name="satchel")
    assert built.exit_code == 0 and "1 built" in built.output and (repository / "packages" / FIRST).is_dir()
    second = gitlab.replace("$CI_NODE_INDEX", "2").replace("$CI_NODE_TOTAL", "4")
    assert "No course to build." in CliRunner().invoke(main, second.split()[1:], prog_name="satchel").output


def test_the_plan_as_text(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each course with its reasons; and what is no part of a whole."""
    edit(repository / "courses" / FIRST, "One sentence more.")
    monkeypatch.chdir(repository)
    text = CliRunner().invoke(main, ["plan", "courses", "--since", "HEAD"]).output
    assert text == f"{FIRST}  courses/{FIRST}/01-welcome.md\n1 course to build since HEAD.\n"
    for wrong in ("5/4", "0/4", "a/b", "1"):
        done = CliRunner().invoke(main, ["build-all", "courses", "--chunk", wrong], prog_name="satchel")
        assert done.exit_code == 2 and "Write it as 2/4" in " ".join(done.output.split())
