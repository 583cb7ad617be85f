"""Short names: each of the run-time's variables is still itself."""

import json
from pathlib import Path

from builder.render.assets.script import entry_modules, join_scripts
from builder.render.assets.shorten import Source, one_scope
from tests.node import node

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
SCRIPTS = [
    ("runtime/start.js", "scorm12"),
    ("runtime/start.js", "scorm2004"),
    ("runtime/start.js", "web"),
    ("runtime/start-record.js", "web"),
]


def faults(pairs: list[dict[str, object]], scripts: dict[str, str]) -> list[str]:
    """What ESLint's own reading of scopes finds, in modules before and after, and in whole scripts."""
    given = json.dumps({"pairs": pairs, "scripts": scripts})
    done = node("tests/architecture/names.mjs", cwd=ROOT, given=given)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def shortened(sources: list[Source]) -> list[dict[str, object]]:
    """Each module before and after, with what its imports are called then."""
    parts, names = one_scope(sources)
    return [
        {
            "path": source.path,
            "before": source.code,
            "after": part,
            "imports": {here: names[there] for here, there in source.imports.items()},
        }
        for source, part in zip(sources, parts, strict=True)
    ]


def test_no_name_of_the_run_time_stands_for_another_variable() -> None:
    """In every module each name means what it meant before; in every script none is missing, and none is there twice."""
    pairs = [pair for entry, to in SCRIPTS for pair in shortened(entry_modules(TEMPLATES, entry, to))]
    scripts = {f"{entry} for {to}": join_scripts(TEMPLATES, entry, to) for entry, to in SCRIPTS}
    assert len(pairs) > 100
    assert faults(pairs, scripts) == []


SOURCE = """
const shown = { shown: 1, other: [2], name() { return this.other; } };
function first({ shown, other: [deep] = [document], ...rest }, last = shown) {
  const { length, [last]: found = length } = rest;
  let a = 1, b = (c) => `${c}${{ c, a }.a}`, d;
  for (const [key, value] of Object.entries(rest)) d = { key, value, "quoted": key, [key]: value };
  try { throw last ? deep : shown; } catch (error) { return [a, b, d, found, error?.deep, document / 2 / a]; }
}
class Other extends Map {
  #first = shown;
  last = (name) => name.last;
  static get(shown) { return new Other().first(shown, /[/"]shown/g.test("first"), window); }
  async first(...rest) { const { shown: first = 2 } = rest; return { first, async last(a) { return a; } }; }
}
"""


def test_a_name_is_told_apart_from_a_property_of_the_same_name() -> None:
    """Patterns, defaults, shorthand, methods, templates, and names that the browser knows."""
    pairs = shortened([Source("one.js", SOURCE, {})])
    assert faults(pairs, {}) == []
    after = str(pairs[0]["after"])
    assert "error" not in after.replace("error?.", "") and "#first" not in after and "this.other" in after
    assert len(after) < len(SOURCE) * 0.8


def test_a_name_that_stands_for_another_variable_is_seen() -> None:
    """The test above can fail."""
    pair = {"path": "one.js", "before": "const a=1;const b=a;", "after": "const a=1;const b=b;", "imports": {}}
    assert faults([pair], {"all": "missing();"}) == [
        "one.js: a name stands for another variable than before",
        "all: nobody declares missing",
    ]


TIGHT = """
const a = 1;
const b = { "x": true, y: [1, 2,], z: 60_000 };
let c = b["x"] ? b.y["length"] : false;
const d = () => { const e = ["f"]; while (c--); return e["0"] ?? b?.["z"]; };
export function g() { for (const h of b.y) { if (h) continue; else d(h,); } return [a, c, `${b["x"]}`]; }
"""


def test_signs_that_go_take_no_meaning_with_them() -> None:
    """Declarations are joined, keys are dotted, and what would change a statement stays."""
    (part,), _ = one_scope([Source("tight.js", TIGHT, {})])
    assert "const" not in part and "true" not in part and ",]" not in part and '["length"]' not in part
    assert '["0"]' in part and part.count("let") == 3 and "while(" in part
    assert ");return" in part, "a statement that is a sign alone stays"
