"""Python: each mutant in a process of its own, forked from one that has collected all tests.

A change inside a function is made by giving the function other code. A change that takes effect at import needs the
modules anew: the child forgets ours, keeps those of others, and collects the tests that matter.
"""

import gc
import importlib.machinery
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.mutant import KILLED, ROOT, SURVIVED, UNREACHED, Mutant, Verdict
from tests.mutants.python_sites import mutated
from tests.mutants.reach import OPTIONS, Reach
from tests.mutants.readers import tests_in_order

CPU_LIMIT = 4
"""CPU seconds that a test may take at least; ten times its ordinary time if that is more."""
WALL_LIMIT = 300
"""Seconds after which a child that waits for something is ended."""
MEMORY = 3 << 30
"""Bytes that a child may take."""


@dataclass
class Running:
    """A child at work."""

    pid: int
    pipe: int
    mutant: Mutant
    scratch: str
    begun: float = field(default_factory=time.monotonic)
    heard: bytes = b""


class Forks:
    """Plugin of pytest that runs mutants in place of the tests."""

    def __init__(
        self,
        mutants: Sequence[Mutant],
        reach: Reach,
        jobs: int,
        tell: Callable[[Verdict], None],
        before: Mapping[str, str] | None = None,
    ) -> None:
        self.waiting = deque(mutants)
        self.reach, self.jobs, self.tell = reach, jobs, tell
        self.before = before or {}
        self.items: dict[str, pytest.Item] = {}
        self.functions: dict[str, list[FunctionType]] = {}
        self.caches: list[Any] = []
        self.killers: dict[str, list[str]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run all mutants, some at a time."""
        self.items = {item.nodeid: item for item in session.items}
        for one in gc.get_objects():
            if isinstance(one, FunctionType):
                self.functions.setdefault(one.__code__.co_filename, []).append(one)
            elif isinstance(one, _lru_cache_wrapper) and str(one.__module__).startswith(("builder.", "tests.")):
                self.caches.append(one)
        gc.collect()
        gc.freeze()
        running: list[Running] = []
        while self.waiting or running:
            while self.waiting and len(running) < self.jobs:
                running.extend(self.start(self.waiting.popleft()))
            ready, _, _ = select.select([one.pipe for one in running], [], [], 0.5)
            running = [one for one in running if not self.finished(one, one.pipe in ready)]
        return True

    def start(self, mutant: Mutant) -> Iterator[Running]:
        """Fork a child for a mutant, unless no test reaches it."""
        last = self.before.get("\n".join(mutant.key), "")
        order = tests_in_order(mutant, self.reach, [last, *self.killers.get(mutant.path, [])])
        if not order:
            self.tell(Verdict(mutant, UNREACHED))
            return
        scratch = tempfile.mkdtemp(prefix="satchel-mutant-")
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            self.child(mutant, order, scratch, write)
        os.close(write)
        yield Running(pid, read, mutant, scratch)

    def finished(self, one: Running, ready: bool) -> bool:
        """Whether a child has ended; what it found is passed on."""
        late = time.monotonic() - one.begun > WALL_LIMIT
        if ready:
            more = os.read(one.pipe, 65536)
            one.heard += more
            if more:
                return False
        elif not late:
            return False
        if late:
            os.killpg(one.pid, signal.SIGKILL)
        _, status = os.waitpid(one.pid, 0)
        os.close(one.pipe)
        shutil.rmtree(one.scratch, ignore_errors=True)
        self.tell(self.verdict(one, os.waitstatus_to_exitcode(status)))
        return True

    def verdict(self, one: Running, status: int) -> Verdict:
        seconds = time.monotonic() - one.begun
        heard = one.heard.decode().splitlines()
        if status == 0:
            return Verdict(one.mutant, SURVIVED, "", seconds)
        by = "timeout" if status < 0 else (heard[-1] if heard else "the import")
        if by in self.reach.seconds:
            known = self.killers.setdefault(one.mutant.path, [])
            if by in known:
                known.remove(by)
            known.insert(0, by)
        return Verdict(one.mutant, KILLED, by, seconds)

    def child(self, mutant: Mutant, order: list[str], scratch: str, write: int) -> None:
        """In the child: make the change, run the tests up to the first that fails, and end."""
        status = 1
        try:
            os.setsid()
            nowhere = os.open(os.devnull, os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(nowhere, number)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            for cache in self.caches:
                cache.cache_clear()
            source = (ROOT / mutant.path).read_text(encoding="utf-8")
            tree = mutated(source, mutant.number)
            code = compile(tree, str(ROOT / mutant.path), "exec", dont_inherit=True)
            lines = set(range(mutant.line, mutant.last + 1))
            say = lambda words: os.write(write, f"{words}\n".encode())  # noqa: E731
            only_called = not self.reach.runs_at_import(mutant)
            status = 0
            if swapped := only_called and self.swap(code, str(ROOT / mutant.path)):
                status = self.run(order, scratch, say)
            if status == 0 and (not swapped or self.reach.at_collection.get(mutant.path, set()) & lines):
                status = afresh(mutant, code, order, self.reach, scratch, say)
        except BaseException as problem:  # a mutant may break anything; whatever it is, somebody would notice
            os.write(write, f"{type(problem).__name__}\n".encode())
        finally:
            os._exit(status)

    def swap(self, code: CodeType, file: str) -> bool:
        """Give each living function its code of the mutated module; False if two of them look the same."""
        new: dict[tuple[str, int], list[CodeType]] = {}
        for one in _codes(code):
            new.setdefault((one.co_qualname, one.co_firstlineno), []).append(one)
        for function in self.functions.get(file, []):
            found = new.get((function.__code__.co_qualname, function.__code__.co_firstlineno), [])
            if len(found) != 1 or found[0].co_freevars != function.__code__.co_freevars:
                return False
            function.__code__ = found[0]
        return True

    def run(self, order: list[str], scratch: str, say: Callable[[str], object]) -> int:
        """Run tests that are collected already."""
        items = [self.items[test] for test in order if test in self.items]
        items[0].config._tmp_path_factory._basetemp = Path(scratch)  # type: ignore[attr-defined]
        for item, following in zip(items, [*items[1:], None], strict=True):
            limit_time(self.reach.seconds.get(item.nodeid, 0))
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                say(item.nodeid)
                return 1
        return 0


class Chosen:
    """Plugin of pytest for a child that collects afresh: only these tests, in this order, up to the first that fails."""

    def __init__(self, order: list[str], reach: Reach, say: Callable[[str], object]) -> None:
        self.order = {test: place for place, test in enumerate(order)}
        self.reach, self.say, self.failed = reach, say, False

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((one for one in items if one.nodeid in self.order), key=lambda one: self.order[one.nodeid])

    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        limit_time(self.reach.seconds.get(item.nodeid, 0))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.note(report.nodeid, report.failed)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.note(report.nodeid, report.failed)

    def note(self, name: str, failed: bool) -> None:
        if failed and not self.failed:
            self.failed = True
            self.say(name)


def afresh(
    mutant: Mutant, code: CodeType, order: list[str], reach: Reach, scratch: str, say: Callable[[str], object]
) -> int:
    """Import all of ours again with the mutated module, and run the tests."""
    for name in [name for name in sys.modules if name.split(".")[0] in {"builder", "tests", "conftest"}]:
        del sys.modules[name]
    sys.meta_path.insert(0, MutatedModule(mutant.path, code))
    limit_time(1.0)
    collected = sorted({str(ROOT / test.split("::")[0]) for test in order})
    chosen = Chosen(order, reach, say)
    status = pytest.main([*OPTIONS, "-x", f"--basetemp={scratch}/anew", *collected], plugins=[chosen])
    return 0 if status == pytest.ExitCode.OK else 1


class MutatedModule:
    """Finder that gives one module its mutated code."""

    def __init__(self, path: str, code: CodeType) -> None:
        self.path, self.code = path, code
        parts = Path(path).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def find_spec(self, name: str, path: object = None, target: object = None) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        file = str(ROOT / self.path)
        loader = importlib.machinery.SourceFileLoader(name, file)
        loader.get_code = lambda fullname: self.code  # type: ignore[method-assign]
        return importlib.util.spec_from_file_location(
            name,
            file,
            loader=loader,
            submodule_search_locations=[str(Path(file).parent)] if file.endswith("__init__.py") else None,
        )


def limit_time(ordinary: float) -> None:
    """Let the system end this process when a test takes far more CPU seconds than it should, however busy the machine."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, max(CPU_LIMIT, 10 * ordinary))


def _codes(code: CodeType) -> Iterator[CodeType]:
    """All code in a module."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)
