"""Courses and packages in a store, and builds on a Dask cluster: the extra `cluster`."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.build_all import State, Wishes, build_all, find_tasks, on_a_cluster, write_catalogue
from builder.cli import main
from builder.errors import UnreadableSource
from builder.model.package import DESTINATIONS
from tests.build_all.courses import BROKEN, digests, edit, one_after_another, write_courses
from tests.build_all.test_build_all import fresh

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]
ALL = Wishes(DESTINATIONS)


@pytest.fixture(scope="module")
def courses(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Twelve courses, and what a sequential build makes of them."""
    folder = tmp_path_factory.mktemp("many")
    made = write_courses(folder / "courses")
    return made, one_after_another(made, folder / "alone")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A Dask cluster of two worker processes on the loopback interface."""
    from distributed import LocalCluster

    with LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """An empty bucket of an S3 server on the loopback interface."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
    }
    usual = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    import s3fs

    s3fs.S3FileSystem().mkdir("training")
    yield "s3://training"
    for name, value in usual.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value
    server.stop()


def in_store(where: str, folder: Path) -> dict[str, str]:
    """SHA-256 of what lies in a store, after it was fetched into a folder."""
    from fsspec.core import url_to_fs

    system, root = url_to_fs(where)
    system.invalidate_cache()
    system.get(f"{root}/", f"{folder}/", recursive=True)
    shutil.rmtree(folder / ".satchel-ledger.jsonl")
    return digests(folder)


def test_a_dask_cluster_makes_the_same(courses: tuple[Path, dict[str, str]], scheduler: str, tmp_path: Path) -> None:
    """And leaves what has not changed."""
    folder, expected = courses
    results = build_all(find_tasks(str(folder), str(tmp_path), ALL), on_a_cluster(scheduler))
    assert digests(tmp_path) == expected
    assert {result.course for result in results if result.state is State.FAULTY} == set(BROKEN)
    assert not fresh(build_all(find_tasks(str(folder), str(tmp_path), ALL), on_a_cluster(scheduler)))


def test_the_command_names_folders_that_workers_find(
    courses: tuple[Path, dict[str, str]], scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stand in another folder than whoever types the command."""
    folder, expected = courses
    monkeypatch.chdir(tmp_path)
    shutil.copytree(folder / "health" / "course-01", "courses/course-01")
    done = CliRunner().invoke(main, ["build-all", "courses", "--out", "packages", "--dask", scheduler])
    assert done.exit_code == 0, done.output
    name = "course-01/course-01-1.0.0-scorm12.zip"
    assert digests(tmp_path / "packages")[name] == expected[f"health/{name}"]


def test_a_store_holds_the_same(courses: tuple[Path, dict[str, str]], bucket: str, tmp_path: Path) -> None:
    """Read from a bucket and written into it. Changed, touched and lost objects are made again, and nothing else."""
    from fsspec.core import url_to_fs

    folder, expected = courses
    system, root = url_to_fs(bucket)
    system.put(f"{folder}/", f"{root}/courses/", recursive=True)
    tasks = find_tasks(f"{bucket}/courses", f"{bucket}/packages", ALL)
    build_all(tasks)
    assert in_store(f"{bucket}/packages", tmp_path / "first") == expected
    assert not fresh(build_all(tasks))
    system.pipe_file(f"{root}/packages/health/course-02/course-02-1.0.0-scorm12.zip", b"other")
    system.rm(f"{root}/packages/health/course-04/course-04-1.0.0-web/index.html")
    changed = shutil.copytree(folder / "health/course-06", tmp_path / "changed")
    edit(changed, "One sentence more.")
    system.put_file(str(changed / "01-welcome.md"), f"{root}/courses/health/course-06/01-welcome.md")
    results = build_all(tasks)
    assert fresh(results) == {"health/course-02", "health/course-04", "health/course-06"}
    assert not any(result.changes for result in results)
    write_catalogue(f"{bucket}/packages", results)
    assert b"health/course-06/course-06-1.0.0-web.zip" in system.cat_file(f"{root}/packages/catalogue.html")
    after = in_store(f"{bucket}/packages", tmp_path / "second")
    others = {name for name in expected if after[name] != expected[name]}
    assert others and all(name.startswith("health/course-06/") for name in others)


def test_a_cluster_and_a_store_together(
    courses: tuple[Path, dict[str, str]], bucket: str, scheduler: str, tmp_path: Path
) -> None:
    """Workers read from the bucket and write into it themselves; they were started before its address was known."""
    from distributed import Client
    from fsspec.core import url_to_fs

    folder, expected = courses
    settings = {name: os.environ[name] for name in os.environ if name.startswith("AWS_")}
    with Client(scheduler, set_as_default=False) as client:
        client.run(lambda: os.environ.update(settings))
    system, root = url_to_fs(bucket)
    system.put(f"{folder}/", f"{root}/both/", recursive=True)
    results = build_all(find_tasks(f"{bucket}/both", f"{bucket}/made", ALL), on_a_cluster(scheduler))
    assert {result.problem for result in results} == {""}
    assert in_store(f"{bucket}/made", tmp_path / "made") == expected


@pytest.mark.parametrize(
    ("where", "words"),
    [("nowhere://training", "Protocol not known: nowhere"), ("memory://empty", "no folder has a course.yml")],
)
def test_a_store_that_cannot_be_read_is_named(where: str, words: str) -> None:
    """In one sentence, before any work begins."""
    with pytest.raises(UnreadableSource, match=f"cannot read {where}: .*{words}"):
        find_tasks(where, "dist", ALL)
