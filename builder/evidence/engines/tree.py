"""What the accessibility tree of the browser says of elements: what a screen reader receives."""

from dataclasses import dataclass
from typing import Any

from builder.evidence.scene import Scene

PAGE = 0
"""The number that marks the page itself."""
_NO_ROLE = {"none", "presentation", "generic", "ignored", ""}


@dataclass(frozen=True, slots=True)
class TreeNode:
    """An element as the tree has it."""

    there: bool = False
    """Whether a screen reader meets it at all."""
    role: str = ""
    name: str = ""
    main: bool = False
    """Whether the page that it is in has a main part to go to."""

    @property
    def has_role(self) -> bool:
        """Whether it is more than a box around others."""
        return self.there and self.role not in _NO_ROLE


def tree_nodes(scene: Scene, numbers: set[int]) -> dict[int, TreeNode]:
    """What the tree says of the elements that are marked with these numbers (`data-complaint`)."""
    if not numbers:
        return {}
    session = scene.launch.page.context.new_cdp_session(scene.launch.page)
    try:
        for domain in ("DOM", "Accessibility"):
            session.send(f"{domain}.enable")
        session.send("DOM.getDocument", {"depth": 0})
        main = {"nodeId": _marked(session, PAGE), "role": "main"}
        has_main = any(not node["ignored"] for node in session.send("Accessibility.queryAXTree", main)["nodes"])
        return {number: _node(session, number, has_main) for number in sorted(numbers)}
    finally:
        session.detach()


def _marked(session: Any, number: int) -> int:
    """The browser's own number of a marked element; 0 where it is gone."""
    found = session.send("DOM.performSearch", {"query": f'[data-complaint="{number}"]'})
    if not found["resultCount"]:
        return 0
    wanted = {"searchId": found["searchId"], "fromIndex": 0, "toIndex": 1}
    return int(session.send("DOM.getSearchResults", wanted)["nodeIds"][0])


def _node(session: Any, number: int, main: bool) -> TreeNode:
    node = _marked(session, number)
    found = session.send("Accessibility.getPartialAXTree", {"nodeId": node, "fetchRelatives": False}) if node else {}
    for said in found.get("nodes", ()):
        value = {key: str(said.get(key, {}).get("value", "")) for key in ("role", "name")}
        return TreeNode(not said["ignored"], value["role"], value["name"], main)
    return TreeNode(main=main)
