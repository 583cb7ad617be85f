"""Rules are named by their ids; each is raised somewhere, and explained in every language that there is."""

import ast
import re
from pathlib import Path

import pytest

from builder.model.rules import SEVERITIES
from builder.rules.texts import read_rules

BUILDER = Path(__file__).parents[2] / "builder"
LANGUAGES = sorted(path.name for path in (BUILDER / "rules").iterdir() if path.is_dir() and path.name != "__pycache__")
ID = re.compile(r"(?:[A-Z]{3}-\d{3}|[AW]\d{2})")


def named() -> dict[str, list[str]]:
    """Every rule id that the code holds as a string of its own -> the files that do."""
    found: dict[str, list[str]] = {}
    for path in sorted(BUILDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
                found.setdefault(node.value, []).append(path.relative_to(BUILDER).as_posix())
    return found


def test_every_rule_that_the_code_names_exists_and_every_rule_is_named() -> None:
    """A misspelt id would stop a build at the fault that it should report; a forgotten one promises a check."""
    names = named()
    assert {rule: files for rule, files in names.items() if rule not in SEVERITIES} == {}
    assert sorted(SEVERITIES.keys() - names.keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_explained(language: str) -> None:
    """In whole sentences of its own, with a wrong and a right example."""
    rules = read_rules(language)
    assert set(rules) == set(SEVERITIES)
    assert len({rule.title for rule in rules.values()}) == len(rules)
    for rule in rules.values():
        assert ID.fullmatch(rule.id)
        assert rule.title.endswith(".") and rule.why.endswith("."), rule.id
        assert rule.wrong and rule.right and rule.wrong != rule.right, rule.id
