"""Many courses built in each way there is: at once, killed half way, in a process pool, on a Dask cluster, in an S3 store.

    python tests/bench/ways.py [--courses 100] [--modules 3]

Each way must give the same files as one command with one worker, by their SHA-256; otherwise this fails. CPU seconds are
those of the command and its workers. Needs Linux or macOS, and the extra `cluster`.
"""

import argparse
import logging
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from builder.build_all.ledger import NAME
from tests.bench.many import write_courses
from tests.build_all.courses import digests

ALONE = ("--workers", "1")
SETTINGS = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": "us-east-1"}
"""What the S3 server on the loopback interface wants to hear."""


def command(courses: str, out: str, *options: str) -> list[str]:
    """`satchel build-all`."""
    return [sys.executable, "-m", "builder", "build-all", courses, "--out", out, *options]


def built(courses: Path, out: Path, *options: str) -> None:
    """Build; some courses are broken, so the command ends with 1."""
    done = subprocess.run(command(str(courses), str(out), *options), stdout=subprocess.DEVNULL, check=False)
    if done.returncode != 1:
        sys.exit(f"build-all {' '.join(options)} ended with {done.returncode}")


def killed(courses: Path, out: Path) -> None:
    """Kill the command and its workers when a third of the courses are done, and build again."""
    process = subprocess.Popen(command(str(courses), str(out)), start_new_session=True, stdout=subprocess.DEVNULL)
    ledger, third = out / NAME, len(list(courses.rglob("course.yml"))) // 3
    while process.poll() is None and (len(ledger.read_bytes().splitlines()) if ledger.exists() else 0) < third:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    if process.wait() != -signal.SIGKILL:
        sys.exit("the command was over before it could be killed")
    built(courses, out)


def on_dask(courses: Path, out: Path) -> None:
    """On a cluster of two worker processes on this machine."""
    from distributed import LocalCluster

    with LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        built(courses, out, "--dask", cluster.scheduler_address)


@contextmanager
def bucket() -> Iterator[str]:
    """The address of an empty bucket, in an S3 server of this process."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # or each request is a line
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ.update({**SETTINGS, "AWS_ENDPOINT_URL": f"http://{host}:{port}"})
    import s3fs

    s3fs.S3FileSystem().mkdir("training")
    yield "s3://training"
    server.stop()


def in_a_store(courses: Path, out: Path) -> None:
    """Read from a store and written into it, and then fetched."""
    from fsspec.core import url_to_fs

    with bucket() as store:
        system, root = url_to_fs(store)
        system.put(f"{courses}/", f"{root}/courses/", recursive=True)
        done = subprocess.run(command(f"{store}/courses", f"{store}/out"), stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 1:
            sys.exit(f"build-all in a store ended with {done.returncode}")
        system.invalidate_cache()
        for path in system.find(f"{root}/out"):
            name = path.removeprefix(f"{root}/out/")
            if not name.startswith(NAME):
                (out / name).parent.mkdir(parents=True, exist_ok=True)
                system.get_file(path, str(out / name))


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "one worker": lambda courses, out: built(courses, out, *ALONE),
    "two workers": lambda courses, out: built(courses, out, "--workers", "2"),
    "killed, and again": killed,
    "process pool": lambda courses, out: built(courses, out, "--executor", "concurrent.futures:ProcessPoolExecutor"),
    "Dask, two workers": on_dask,
    "S3 store": in_a_store,
}
"""The first one is what all others are held against."""


def spent() -> float:
    """CPU seconds of all commands so far, and of this process: the store is in it."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--courses", type=int, default=100)
    parser.add_argument("--modules", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        courses, expected = Path(scratch, "courses"), None
        write_courses(courses, given.courses, given.modules)
        print(f"{given.courses:,} courses of {given.modules} modules, three destinations\n")
        print(f"{'':<18}    CPU s  seconds  files")
        for name, build in WAYS.items():
            out = Path(scratch, name.replace(" ", "-"))
            before, begun = spent(), time.monotonic()
            build(courses, out)
            cpu, seconds = spent() - before, time.monotonic() - begun
            found = digests(out)
            expected = expected or found
            same = "the same" if found == expected else "OTHERS"
            print(f"{name:<18} {cpu:>8.2f} {seconds:>8.1f}  {len(found):,}, {same}", flush=True)
            if found != expected:
                sys.exit(f"{name} gives other files")


if __name__ == "__main__":
    main()
