"""Each sentence that we say to authors, administrators and learners has a test that shows it, or promises nothing."""

from tests.cases import for_each
from tests.truth.documents import DOCUMENTS, sentences, settings, strings
from tests.truth.table import read_table, test_exists

TABLES = (*DOCUMENTS, "settings", "strings")


def said(name: str) -> set[str]:
    """The sentences of a document, or the keys of settings and strings."""
    if name in DOCUMENTS:
        return set(sentences(name))
    return settings() if name == "settings" else set(strings())


@for_each("name", TABLES)
def test_each_sentence_has_a_row(name: str) -> None:
    """A new one is looked at before it is said: which test would fail if it were false?"""
    known = read_table(name).all
    missing = [sentence for sentence in sorted(said(name)) if sentence not in known]
    assert not missing, f"tests/truth/promises/{name}.toml has no row for: {missing}"


@for_each("name", TABLES)
def test_each_row_is_still_said(name: str) -> None:
    """Once, word for word."""
    table = read_table(name)
    gone = sorted(table.all - said(name))
    assert not gone, f"take these out of tests/truth/promises/{name}.toml"
    assert not table.twice


@for_each("name", TABLES)
def test_what_shows_a_promise_exists(name: str) -> None:
    """Each promise names a test at least, and each test is there."""
    table = read_table(name)
    assert not [promise for promise, shown in table.promises.items() if not shown]
    gone = sorted({test for shown in table.promises.values() for test in shown if not test_exists(test)})
    assert not gone, f"no such tests: {gone}"
    assert all(table.none.values()), "say why a sentence promises nothing"
