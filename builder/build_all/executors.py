"""Where builds run: on this machine, on a Dask cluster, or on whatever else is an executor of Python's `concurrent.futures`."""

import gc
import importlib
import multiprocessing
import os
import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import Any

from builder.errors import MissingTool, UnreadableSource, how_to_install


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def on_this_machine(workers: int) -> Executor:
    """So many processes of this machine."""
    # On Linux a copy of this process has all modules loaded; elsewhere a copy is not safe.
    way = "fork" if sys.platform == "linux" else None
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(way), initializer=_begin)


def _begin() -> None:
    """A worker makes many courses: what one leaves behind goes before it adds up."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def named_executor(name: str) -> Executor:
    """An executor by its importable name, `module:name`: one that is ready, or what makes one when it is called.

    Raises ValueError with a sentence when there is none.
    """
    module, _, attribute = name.partition(":")
    try:
        found: Any = importlib.import_module(module)
        for part in attribute.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError, ValueError) as problem:
        raise ValueError(f"{name} cannot be imported: {problem}. Write module:name") from problem
    if isinstance(found, type) or not hasattr(found, "submit"):
        found = _made(name, found)
    if not callable(getattr(found, "submit", None)):
        raise ValueError(f"{name} is no executor of concurrent.futures")
    return found  # type: ignore[no-any-return]


def _made(name: str, maker: Any) -> Any:
    try:
        return maker()
    except TypeError as problem:
        raise ValueError(f"{name} is no executor of concurrent.futures, and makes none: {problem}") from problem


def on_a_cluster(address: str) -> Executor:
    """A Dask cluster, by the address of its scheduler. Raises MissingTool, or UnreadableSource when nothing answers."""
    try:
        distributed: Any = importlib.import_module("distributed")
    except ModuleNotFoundError as missing:
        raise MissingTool("dask.distributed", f"Install what a cluster needs: {how_to_install('cluster')}") from missing
    try:
        client = distributed.Client(address, timeout=10, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as problem:
        raise UnreadableSource(address, f"no Dask scheduler answers there ({problem})") from problem
    return client.get_executor()  # type: ignore[no-any-return]
