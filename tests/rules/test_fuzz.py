"""Whatever happens to a module of the first course: it is told of, or nothing of it shows."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.check import check_course, check_words
from builder.read import read_course
from builder.render.course import render_page
from builder.render.environment import templates_folder
from tests.conftest import COURSE

MODULES = sorted(path.name for path in COURSE.glob("0*.md"))
TEXTS = {name: (COURSE / name).read_text(encoding="utf-8") for name in MODULES}
SIGNS = "#-*>[](){}:`=|_x \t\n1.\"'“”\\"
SHOWN = re.compile(r"(?<![\w\\])\[[ xX]\](?!\w)|\{#|:::|(?:^|\n)##")
NOT_READ = re.compile(r"<(script|style|pre|code|template)\b.*?</\1>|<!--.*?-->", re.DOTALL)

damage = st.lists(
    st.tuples(
        st.sampled_from(
            ["delete", "double", "swap", "insert", "drop line", "double line", "swap lines", "indent", "join"]
        ),
        st.integers(0, 10_000),
        st.sampled_from(SIGNS.replace("\\", "")),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the first course, whose modules are damaged one after another."""
    made = tmp_path_factory.mktemp("fuzz") / "course"
    shutil.copytree(COURSE, made)
    return made


def damaged(text: str, how: str, where: int, sign: str) -> str:
    """One slip of the hand."""
    if how in {"delete", "double", "swap", "insert"}:
        at = where % len(text)
        one, two = text[at : at + 1], text[at + 1 : at + 2]
        put = {"delete": two, "double": one + one + two, "swap": two + one, "insert": one + sign + two}[how]
        return text[:at] + put + text[at + 2 :]
    lines = text.split("\n")
    at = where % max(1, len(lines) - 1)
    below = lines[at + 1 : at + 2]
    put_lines = {
        "drop line": below,
        "double line": [lines[at], lines[at], *below],
        "swap lines": [*below, lines[at]],
        "indent": [" " * (where % 7 + 1) + lines[at], *below],
        "join": [lines[at] + " " + "".join(below)],
    }[how]
    return "\n".join([*lines[:at], *put_lines, *lines[at + 2 :]]) or "\n"


def read_out(page: str) -> str:
    """The page's text, a line for each element."""
    return unescape(re.sub(r"<[^>]*>", "\n", NOT_READ.sub("", page)))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(MODULES), slips=damage)
def test_damage_is_told_of_or_does_not_show(folder: Path, name: str, slips: list[tuple[str, int, str]]) -> None:
    """No traceback, no endless reading; a learner never sees a tick box, an id or a heading's signs."""
    text = TEXTS[name]
    for how, where, sign in slips:
        text = damaged(text, how, where, sign)
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
    try:
        checked, report = check_course(*read_course(folder))
        length = len(text.split("\n"))
        for diagnostic in report.diagnostics:
            inside = diagnostic.span.path != name or 1 <= diagnostic.span.line <= length + 1
            assert inside and diagnostic.span.column >= 1, diagnostic
        if checked is not None and report.clean:
            page = render_page(checked.course, templates_folder())
            shown = SHOWN.search(read_out(page))
            assert shown is None, f"a learner sees {shown}: {text!r}"
            assert list(check_words(checked.course, page)) == []
    finally:
        (folder / name).write_text(TEXTS[name], encoding="utf-8", newline="\n")
