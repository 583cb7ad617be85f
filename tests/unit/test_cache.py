"""What is kept beside the templates: used while nothing has changed, and never needed."""

from pathlib import Path

import pytest

from builder.render.assets.cache import kept


class Maker:
    """Makes a text, and counts how often."""

    made = 0

    def __call__(self) -> dict[str, str]:
        """The text says how often it was made."""
        self.made += 1
        return {"web": f"made {self.made}"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Templates with one script."""
    (tmp_path / "runtime").mkdir()
    (tmp_path / "runtime" / "start.js").write_text("first")
    return tmp_path


def test_it_is_made_once_and_again_after_a_change(folder: Path) -> None:
    """A script that was changed, added or taken away: each time it is made afresh."""
    make = Maker()
    for change in (
        lambda: None,
        lambda: (folder / "runtime" / "start.js").write_text("other"),
        lambda: (folder / "runtime" / "more.js").write_text(""),
        lambda: (folder / "runtime" / "more.js").unlink(),
    ):
        change()
        before = make.made
        texts = kept(folder, "scripts.json", ("cache.py",), make)
        assert texts == kept(folder, "scripts.json", ("cache.py",), make) == {"web": f"made {before + 1}"}


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": 1}', "\udcff"])
def test_a_damaged_file_is_made_again(folder: Path, damage: str) -> None:
    """Half written, empty, not even text."""
    kept(folder, "scripts.json", (), Maker())
    file = folder / "__pycache__" / "scripts.json"
    file.write_bytes(damage.encode("utf-8", "surrogateescape"))
    assert kept(folder, "scripts.json", (), Maker()) == {"web": "made 1"}
    assert kept(folder, "scripts.json", (), Maker()) == {"web": "made 1"}


def test_where_nothing_may_be_written_it_is_made_each_time(folder: Path) -> None:
    """A file stands where the folder would be."""
    (folder / "__pycache__").write_text("")
    make = Maker()
    assert [kept(folder, "scripts.json", (), make) for _ in range(2)] == [{"web": "made 1"}, {"web": "made 2"}]
