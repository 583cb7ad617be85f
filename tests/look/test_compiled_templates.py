"""Compiled templates are kept beside their sources, by all that they depend on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import pass_context

from builder.render.page import environment
from builder.render.page.environment import page_template_pieces, render_template

PLAIN = "{{ 'a'|said }} {{ sum_of() }}"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of templates, from which nothing has been compiled."""
    (tmp_path / "page.html").write_text(PLAIN, encoding="utf-8")
    yield tmp_path
    environment.environment.cache_clear()


def sum_of() -> int:
    """What the template calls: calls are compiled in another way in a sandbox."""
    return 3


def afresh(folder: Path, monkeypatch: pytest.MonkeyPatch, said: object) -> str:
    """The page as another process makes it, whose filter `said` is this one."""
    environment.environment.cache_clear()
    monkeypatch.setitem(environment.FILTERS, "said", said)
    monkeypatch.setattr(environment, "_FILTERS", environment.form_of(environment.FILTERS))
    return render_template(folder, "page.html", sum_of=sum_of)


def test_a_course_with_its_own_templates_spoils_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made in a sandbox, the other is not; whichever comes first."""
    monkeypatch.setitem(environment.FILTERS, "said", str.upper)
    for _ in range(2):
        sandboxed = page_template_pieces(folder, "page.html", (), {"other.html": ""}, sum_of=sum_of)
        assert "".join(sandboxed) == "A 3"
        assert afresh(folder, monkeypatch, str.upper) == "A 3"


def test_a_filter_that_takes_the_context_finds_no_template_of_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after an update of Satchel, whose folder of compiled templates stays."""

    @pass_context
    def with_context(context: object, text: str) -> str:
        return text * 2

    assert afresh(folder, monkeypatch, str.upper) == "A 3"
    assert afresh(folder, monkeypatch, with_context) == "aa 3"
    assert afresh(folder, monkeypatch, str.upper) == "A 3"


def test_a_folder_that_is_for_reading_alone_is_enough(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed for all by an administrator, say; nothing is kept there."""
    (folder / "__pycache__").write_text("in the way")
    assert afresh(folder, monkeypatch, str.upper) == "A 3"
