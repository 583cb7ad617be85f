"""The mutation run itself: it changes what it says it changes, and knows killed from survived."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutants import python_sites, survivors, table
from tests.mutants.javascript import commands, node_runs
from tests.mutants.javascript.commands import Stopped, command_of, run_command
from tests.mutants.javascript.node_reach import ran
from tests.mutants.mutant import KILLED, ROOT, SURVIVED, UNREACHED, Log, Mutant, Verdict
from tests.mutants.regexes import changed_patterns
from tests.node import node

SOURCE = '''
"""Words about the module."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from x import y

__all__ = ["grown"]
LIMIT: "int" = 3
NAME = re.compile(r"^a+[+]$")


@cache(size=2)
def grown(number: int, words: str = "one") -> int:
    """Words about the function."""
    assert number > 0, "never"
    if number < LIMIT and words:
        log(words)
    return number + 1
'''

CHANGES = {
    "`3` -> `4`",
    "`'^a+[+]$'` -> `'a+[+]$'`",
    "`'^a+[+]$'` -> `'^a*[+]$'`",
    "`'^a+[+]$'` -> `'^a+[+]'`",
    "`'one'` -> `''`",
    "`number < LIMIT and words` -> `number < LIMIT or words`",
    "`number < LIMIT` -> `number <= LIMIT`",
    "`number < LIMIT and words` -> `not (number < LIMIT and words)`",
    "drop `log(words)`",
    "`number + 1` -> `number - 1`",
    "`1` -> `2`",
    "return None for `number + 1`",
}


def test_python_is_changed_where_it_can_be_noticed_and_nowhere_else() -> None:
    """No docstring, annotation, decorator, assertion, import or `__all__`."""
    found = python_sites.mutants_of("builder/read/x.py", SOURCE)
    assert {one.change for one in found} == CHANGES
    assert len(found) == len(CHANGES)
    trees = {ast.unparse(python_sites.mutated(SOURCE, one.number)) for one in found}
    assert len(trees) == len(CHANGES) and ast.unparse(ast.parse(SOURCE)) not in trees


def test_a_change_outside_functions_names_what_carries_it() -> None:
    """So that the tests of its readers are run."""
    found = {one.change: one for one in python_sites.mutants_of("builder/read/x.py", SOURCE)}
    assert found["`3` -> `4`"].names == ("LIMIT",) and not found["`3` -> `4`"].inside
    assert found["`'one'` -> `''`"].names == ("grown",) and not found["`'one'` -> `''`"].inside
    assert found["`1` -> `2`"].inside


def test_a_pattern_that_is_only_tried_at_the_beginning_keeps_its_first_sign() -> None:
    """Nobody can notice that it is gone."""
    line = 'NAME = re.compile(r"^a+")'
    changes = {
        use: len(python_sites.mutants_of("x.py", f"{line}\n{use}")) for use in ("NAME.match(a)", "NAME.search(a)")
    }
    assert changes == {"NAME.match(a)": 1, "NAME.search(a)": 2}


def test_signs_that_are_letters_of_a_pattern_are_left() -> None:
    assert list(changed_patterns(r"\+[]+][^]*]x")) == []
    assert list(changed_patterns(r"(?:a?b)+?")) == [r"(?:ab)+?", r"(?:a?b)*?"]


SCRIPT = """// a < b
import { x } from "./x.js";
const words = `a ${x < 1} "b"`;
const sign = /a+["<]/;
export const f = (a) => a?.b ?? !sign;
"""


def test_javascript_is_changed_by_its_syntax(tmp_path: Path) -> None:
    """Not in comments and imports; strings, templates and patterns are not mixed up."""
    file = tmp_path / "x.js"
    file.write_text(SCRIPT)
    done = node(str(ROOT / "tests" / "mutants" / "javascript" / "sites.mjs"), str(file), cwd=ROOT)
    (sites,) = json.loads(done.stdout).values()
    mutated = [SCRIPT[: one["start"]] + one["with_"] + SCRIPT[one["end"] :] for one in sites]
    changed = {new.strip() for text in mutated for new in text.splitlines() if new not in SCRIPT.splitlines()}
    assert changed == {
        'const words = `${x < 1} "b"`;',
        'const words = `a ${x <= 1} "b"`;',
        'const words = `a ${x < (1 + 1)} "b"`;',
        "const words = `a ${x < 1}`;",
        'const sign = /a*["<]/;',
        "export const f = (a) => undefined;",
        "export const f = (a) => (a?.b) && (!sign);",
        "export const f = (a) => a.b ?? !sign;",
        "export const f = (a) => a?.b ?? sign;",
    }
    for text in mutated:
        file.write_text(text)
        assert node("--check", str(file), cwd=tmp_path).returncode == 0, text


@pytest.mark.slow
def test_every_mutant_of_the_run_time_is_a_script() -> None:
    """esbuild reads each one of two folders with every kind of syntax."""
    mutants = node_runs.mutants_of(
        ["templates/runtime/state/suspend-data/codec.js", "templates/components/film/film.js"]
    )
    assert len(mutants) > 200
    texts = []
    for mutant in mutants:
        source = (ROOT / mutant.path).read_text(encoding="utf-8")
        texts.append(source[: mutant.start] + mutant.with_ + source[mutant.end :])
    script = "import { transformSync } from 'esbuild'; import { readFileSync } from 'node:fs';"
    script += "for (const text of JSON.parse(readFileSync(0, 'utf8'))) transformSync(text, { logLevel: 'silent' });"
    done = node("--input-type=module", "--eval", script, cwd=ROOT, given=json.dumps(texts))
    assert done.returncode == 0, done.stderr


def test_code_ran_where_its_innermost_range_counts() -> None:
    """As V8 writes it: a function that ran, with a branch that did not and a function within that branch."""
    outer = {
        "ranges": [{"startOffset": 0, "endOffset": 100, "count": 1}, {"startOffset": 20, "endOffset": 60, "count": 0}]
    }
    inner = {"ranges": [{"startOffset": 30, "endOffset": 40, "count": 0}]}
    late = {"ranges": [{"startOffset": 70, "endOffset": 80, "count": 0}]}
    found = ran([outer, inner, late])
    assert {at for start, end in found for at in range(start, end)} == {*range(20), *range(60, 70), *range(80, 100)}


OUTCOMES = (KILLED, SURVIVED, UNREACHED)

TESTS = {
    "a.test.mjs": 'import test from "node:test"; test("a", () => {});',
    "b.test.mjs": 'import test from "node:test"; test("b", () => { throw new Error("b"); });',
    "c.test.mjs": 'import test from "node:test"; test("c", () => { for (;;); });',
}


@pytest.mark.parametrize(
    ("names", "stopped", "by"),
    [("a", Stopped.NOT, ""), ("abc", Stopped.FAILED, "b.test.mjs"), ("ac", Stopped.TIMEOUT, "")],
)
def test_node_ends_at_the_first_test_that_fails_or_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: str, stopped: Stopped, by: str
) -> None:
    """By the CPU time in which no test ends."""
    monkeypatch.setattr(commands, "STALLED", 1.5)
    for name, text in TESTS.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    done = run_command(command_of([f"{name}.test.mjs" for name in names]), tmp_path)
    assert (done.stopped, done.by) == (stopped, by)


def test_a_run_that_was_stopped_goes_on(tmp_path: Path) -> None:
    """The log has what was tried; a mutant of another line with the same change is another."""
    log = Log(tmp_path / "a" / "log")
    killed, survived, untried = (some("builder/read/x.py", outcome, number) for number, outcome in enumerate(OUTCOMES))
    assert log.verdicts([killed.mutant]) == []
    log.add(some("builder/read/x.py", SURVIVED, 0))
    log.add(killed)
    log.add(survived)
    assert log.verdicts([killed.mutant, survived.mutant, untried.mutant]) == [killed, survived]


FORKED = """
import sys
import pytest
from tests.mutants import forks, python_sites, reach
from tests.mutants.mutant import ROOT

WANTED = {"`len(meant) < long` -> `len(meant) <= long`", "return None for `rows[-1][-1]`"}
PATH, TEST = "builder/did_you_mean.py", "tests/mutants/slip.py::test_one_letter"
source = (ROOT / PATH).read_text()
mutants = [one for one in python_sites.mutants_of(PATH, source) if one.change in WANTED]
lines = {number: [TEST] for number in range(1, 1 + len(source.splitlines()))}
known = reach.Reach({TEST: 0.01}, {PATH: lines}, {PATH: set(lines) if sys.argv[1] == "at import" else set()})

def tell(verdict):
    print(verdict.outcome, verdict.by, verdict.mutant.change, sep="|", flush=True)

pytest.main([*reach.OPTIONS, "--rootdir", str(ROOT), str(ROOT / TEST)], plugins=[forks.Forks(mutants, known, 2, tell)])
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork a process")
@pytest.mark.parametrize("route", ["when called", "at import"])
def test_a_change_that_a_test_notices_is_killed_and_another_survives(route: str) -> None:
    """Both ways to make a change, with a test that knows one thing of the function."""
    done = subprocess.run(
        [sys.executable, "-c", FORKED, route], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    found = dict(line.split("|", 1)[::-1] for line in done.stdout.splitlines())
    outcomes = set(found.values())
    assert outcomes == {KILLED, SURVIVED}, done.stdout + done.stderr


def some(path: str, outcome: str, number: int = 0) -> Verdict:
    return Verdict(Mutant(path, number, 7, 7, "if a < b:", "`a < b` -> `a <= b`"), outcome)


def test_the_table_counts_each_room_and_what_only_a_browser_runs() -> None:
    """Code of the builder that no test runs has survived; code of the page has not been tried."""
    verdicts = [
        *(some("builder/read/x.py", KILLED, number) for number in range(9)),
        some("builder/read/x.py", UNREACHED, 9),
        some("templates/runtime/x.js", KILLED),
        some("templates/runtime/x.js", UNREACHED, 1),
    ]
    assert table.rows(verdicts) == [("read", 10, 9, 1, 0), ("runtime", 2, 1, 0, 1), ("all", 12, 10, 1, 1)]
    assert table.enough(verdicts)
    assert not table.enough([*verdicts, some("builder/check/x.py", SURVIVED)])
    assert not table.enough([*verdicts, some("templates/components/x.js", SURVIVED)])


ENTRY = """[[survivor]]
file = 'builder/read/x.py'
line = 'if a < b:'
change = '`a < b` -> `a <= b`'
reason = "They are never the same."
"""


def test_a_survivor_is_known_wherever_its_line_moves() -> None:
    verdict = some("builder/read/x.py", SURVIVED)
    known = survivors.reasons(ENTRY)
    assert table.survivors([verdict], known).endswith("They are never the same.")
    assert (
        survivors.reasons(survivors.as_entry(verdict.mutant).replace('reason = ""', 'reason = "x"')).keys()
        == known.keys()
    )
    assert survivors.outdated(known, [verdict.mutant]) == []
    assert survivors.outdated(known, []) == [verdict.mutant.key]


@pytest.mark.parametrize("text", [ENTRY * 2, ENTRY.replace("They are never the same.", " ")])
def test_an_entry_has_a_reason_and_stands_once(text: str) -> None:
    with pytest.raises(ValueError):
        survivors.reasons(text)


def test_the_list_is_about_lines_that_are_there() -> None:
    """An entry that no longer applies goes."""
    known = survivors.read_reasons()
    paths = {path for path, _, _ in known}
    python = [
        one
        for path in paths
        if path.endswith(".py")
        for one in python_sites.mutants_of(path, (ROOT / path).read_text(encoding="utf-8"))
    ]
    scripts = node_runs.mutants_of([path for path in paths if path.endswith(".js")])
    assert survivors.outdated(known, [*python, *scripts]) == []
