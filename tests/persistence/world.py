"""The learner's world of `world.mjs`, as Python sees it: one Node process for many lives."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.node import node_command

Seen = dict[str, Any]


class World:
    """Tells the world what happens; use it with `with`."""

    def __init__(self) -> None:
        script = str(Path(__file__).with_name("world.mjs"))
        self._node = subprocess.Popen(
            [*node_command(), script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def tell(self, happens: str, **told: Any) -> Seen:
        """Something happens; gives what can be seen after it. Fails when something happened that never may."""
        assert self._node.stdin and self._node.stdout
        self._node.stdin.write(json.dumps({"happens": happens, **told}) + "\n")
        self._node.stdin.flush()
        seen: Seen = json.loads(self._node.stdout.readline())
        assert seen["faults"] == []
        return seen

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._node.communicate()
