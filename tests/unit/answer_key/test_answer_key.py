"""The key for tutors: what an LMS receives reads in it as what the learner chose, for every kind of question."""

import csv
import io
import json
from pathlib import Path

from builder.pipeline import build
from builder.render.answer_key.codes import codes_of
from builder.render.answer_key.identifiers import choice_shape, identifiers_of, interaction_shape
from builder.render.answer_key.key import KeyEntry, key_of, reported
from builder.render.answer_key.table import HEAD, key_table
from tests.cases import for_each
from tests.examples import example_items
from tests.question_states.kinds import TABLE, Kind
from tests.unit.course_factory import course, module

ITEMS = {item.id: item for item in example_items()}
EXAMPLES = course(module("all", "All", *ITEMS.values()))
CODED = [kind for kind in TABLE if codes_of(ITEMS[kind.item])]
SIGNS = {"scorm12": (",", "."), "scorm2004": ("[,]", "[.]")}


def read_by_key(kind: Kind, edition: str, told: str) -> dict[str, str]:
    """What was chosen, in words, as a tutor reads it off the key; of pairs, entry -> partner."""
    codes = codes_of(ITEMS[kind.item])
    entries = {getattr(code, edition): code.words for code in codes if not code.id.startswith(".")}
    partners = {getattr(code, edition): code.words for code in codes if code.id.startswith(".")}
    between, within = SIGNS[edition]
    chosen = [part.split(within) for part in told.split(between)]
    return {entries[one]: partners[rest[0]] if rest else "" for one, *rest in chosen}


@for_each("edition", SIGNS)
@for_each("kind", CODED, ids=str)
def test_a_report_reads_as_what_was_chosen(kind: Kind, edition: str) -> None:
    """The answers beside each example are those that an LMS was seen to receive (`tests/question_states`)."""
    assert kind.right
    assert read_by_key(kind, edition, kind.right.told[edition]) == kind.right.fields


@for_each("kind", [kind for kind in CODED if kind.scored], ids=str)
def test_the_key_says_what_is_right(kind: Kind) -> None:
    """Each right option, step and pair, and no other."""
    assert kind.right
    codes = {code.words: code.right for code in codes_of(ITEMS[kind.item]) if not code.id.startswith(".")}
    given = kind.right.fields
    wanted = {words: partner or "yes" for words, partner in given.items()}
    if kind.row.scorm12 == "sequencing":
        wanted = {words: str(place) for place, words in enumerate(given, 1)}
    assert {words: right.partition(": ")[2] or right for words, right in codes.items() if right} == wanted


@for_each("kind", [kind for kind in CODED if kind.scored], ids=str)
def test_an_entry_names_all_that_is_right(kind: Kind) -> None:
    """In one line, for tutors who read no table: options, or steps in their order, or pairs."""
    assert kind.right
    given = kind.right.fields
    (entry,) = [one for one in key_of(EXAMPLES) if one.interaction == interaction_shape(kind.item)]
    assert entry.right == "; ".join(f"{words} – {partner}" if partner else words for words, partner in given.items())


def test_every_kind_is_in_the_key() -> None:
    """Those without codes say what an answer is: a number, or the learner's own words."""
    entries = key_of(EXAMPLES)
    assert [entry.interaction for entry in entries] == [
        interaction_shape(item.id) for item in ITEMS.values() if reported(item)
    ]
    assert [entry.place for entry in entries] == list(range(len(entries)))
    uncoded = {entry.words: (entry.written, entry.right) for entry in entries if not entry.codes}
    assert set(uncoded.values()) == {
        ("the learner's own words", "trust or confidence; support"),
        ("a number", "18 to 22"),
        ("a number", "5 to 10\u00a0mg or 20\u00a0mg"),
    }


def rows(entries: tuple[KeyEntry, ...]) -> list[dict[str, str]]:
    """The table as a spreadsheet reads it."""
    content = key_table(entries)
    assert content.startswith(b"\xef\xbb\xbf"), "without it Excel reads ŵ as Åµ"
    text = content.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def built(tmp_path: Path, body: str, settings: str = "", to: tuple[str, ...] = ("scorm12",)) -> dict[str, Path]:
    """A course of one module; its files by their endings."""
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "course.yml").write_text(f"id: keyed\ntitle: Keyed\nlanguage: cy\n{settings}", encoding="utf-8")
    (folder / "01-one.md").write_text(f"---\ntitle: Un\n---\n\n{body}", encoding="utf-8")
    outcome = build(folder, tmp_path / "out", to)
    assert outcome.packages, outcome.report.diagnostics
    return {path.name.removeprefix("keyed-1.0.0"): path for path in (tmp_path / "out").iterdir()}


@for_each("words", ["=SUM(1;2)", "+1", "-1", "@SUM(A1)", "＝1+1"])
def test_a_spreadsheet_runs_nothing_of_it(tmp_path: Path, words: str) -> None:
    """A cell that would be a formula is text."""
    files = built(tmp_path, f"## Quiz: {words} {{#asked}}\n\n- [x] {words}\n- [ ] Ŵyl, “dau”\n")
    cells = [cell for row in csv.reader(io.StringIO(files["-key.csv"].read_text("utf-8-sig"))) for cell in row]
    assert f"'{words}" in cells and "Ŵyl, “dau”" in cells
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝"))]


def test_the_table_has_a_row_for_each_answer() -> None:
    """Number, id, module, question; what stands for it in both editions; its words; what is right."""
    entries = key_of(EXAMPLES)
    table = rows(entries)
    assert tuple(table[0]) == HEAD
    for entry in entries:
        own = [row for row in table if row["Interaction"] == entry.interaction]
        assert [row["Stands for"] for row in own] == [code.words for code in entry.codes] or [entry.written]
        assert {row["Number"] for row in own} == {str(entry.place)}


def test_the_key_stands_beside_the_packages_and_in_none(tmp_path: Path) -> None:
    """Learners never get it; the handover leads to it; a course for the web alone, or without questions, has none."""
    question = "## Quiz: Beth? {#beth}\n\n- [x] Ie\n- [ ] Na\n"
    files = built(tmp_path, question)
    pages = {f"-{what}{language}.html" for what in ("key", "handover") for language in ("", ".en")}
    assert pages | {"-key.csv", "-scorm12.zip"} == set(files)
    for language in ("", ".en"):
        assert f'href="keyed-1.0.0-key{language}.html"' in files[f"-handover{language}.html"].read_text("utf-8")
        page = files[f"-key{language}.html"].read_text("utf-8")
        assert "SCORM 1.2" in page and "SCORM 2004" not in page
    for name, body, to in (("web", question, ("web",)), ("words", "Geiriau.\n", ("scorm12",))):
        (tmp_path / name).mkdir()
        assert "-key.html" not in built(tmp_path / name, body, to=to)


def test_identifiers_are_those_of_the_run_time() -> None:
    """As in `tests/contract/vectors.json`, which the run-time is held to as well."""
    vectors = json.loads((Path(__file__).parents[2] / "contract" / "vectors.json").read_text(encoding="utf-8"))
    for shape, key in ((interaction_shape, "interactionIds"), (choice_shape, "choiceIds")):
        ids, expected = vectors[key]
        assert list(identifiers_of(ids, shape).values()) == expected
