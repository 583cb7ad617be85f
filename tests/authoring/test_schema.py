"""The JSON Schemas for editors: they say what our own check says, and refuse where it refuses."""

import atexit
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from builder.authoring.schema import SCHEMAS, schema_of
from builder.cli import main
from builder.model.diagnostics import Severity
from builder.read.files.source import Source, read_source
from builder.read.settings.keys import COURSE_KEYS, FORM_KEYS, FORM_QUESTION_KEYS, MODULE_KEYS, PERSON_KEYS
from builder.read.settings.validate import course_settings, form_settings, module_settings
from builder.read.settings.yaml_spans import Settings, read_yaml
from tests.cases import for_each, sample
from tests.conftest import COURSE
from tests.rules.corpus import BASE as BASE_COURSE
from tests.rules.corpus import CASES, REREAD, WRITING

VALIDATORS = {name: Draft202012Validator(schema_of(name)) for name in SCHEMAS}
CHECKS = {"course": course_settings, "module": module_settings, "record": form_settings}
BASE = {"course": {"id": "sample", "title": "Sample", "language": "en"}, "module": {}, "record": {"title": "Form"}}


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, where `no` and a date are words."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def settings_files() -> list[tuple[Path, str]]:
    """Every settings file of the first course and of the corpus, with the name of its schema."""
    folders = [COURSE, BASE_COURSE, *laid_out()]
    files = [(path, "course") for folder in folders for path in folder.glob("course.yml")]
    files += [(path, "module") for folder in folders for path in sorted(folder.glob("[0-9]*.md"))]
    return [(path, name) for path, name in files if read(path, name)]


def laid_out() -> Iterator[Path]:
    """The files of every case, damaged and repaired, each in a folder of its own without those of the base course."""
    root = Path(tempfile.mkdtemp(prefix="satchel-corpus-"))
    atexit.register(shutil.rmtree, root)
    for case in CASES:
        for state in ("damaged", "repaired"):
            folder = root / f"{case.title} {state}".replace("/", " ")
            for path, content in (case.files["also"] | case.files[state]).items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content or b"")
            yield folder


def read(path: Path, name: str) -> tuple[Settings, Source, int] | None:
    """A settings file as the builder reads it, and the line below its last; None when it is no YAML mapping."""
    source, _ = read_source(path.parent, path.name)
    if source is None:
        return None
    first, last = 1, len(source.lines)
    if name == "module":
        if source.lines[0] != "---" or "---" not in source.lines[1:]:
            return None
        first, last = 2, source.lines.index("---", 1)
    found = read_yaml(source, first, last)
    return None if found.diagnostics else (found, source, last)


@for_each("name", SCHEMAS)
def test_a_schema_is_as_it_was_read_and_approved(name: str) -> None:
    """Word for word: an editor shows its descriptions, and underlines by its rules. `SNAPSHOTS=write` writes it afresh."""
    file = Path(__file__).with_name("schemas") / f"{name}.json"
    text = json.dumps(schema_of(name), indent=1, ensure_ascii=False) + "\n"
    if WRITING:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), REREAD


@for_each(("path", "name"), settings_files, ids=lambda value: "/".join(Path(value).parts[-2:]))
def test_an_editor_says_what_our_check_says(path: Path, name: str) -> None:
    """Of the first course and of every sample, with scalars as words and as an editor's YAML reads them."""
    found = read(path, name)
    assert found
    values, source, last = found
    _, faults = CHECKS[name](values, source)
    text = "\n".join(source.lines[1 if name == "module" else 0 : last])
    text = text.removesuffix("---")
    for seen in (values.values, yaml.load(text, EditorLoader) or {}):
        problems = [error.message for error in VALIDATORS[name].iter_errors(seen)]
        wrong = [fault.message for fault in faults if fault.severity is Severity.ERROR]
        wrong = [message for message in wrong if "takes what begins with # for a comment" not in message]  # no value
        assert bool(problems) == bool(wrong), problems or wrong


WORDS = st.one_of(
    st.sampled_from(
        [
            *["", " ", "a", "my-id", "My id", "1.10", "45", "about 45 minutes", "000", "0", "100", "101 %", "80 %"],
            *["1000", "en", "en-GB", "EN", "cy-GB-x", "device", "pass-mark", "passmark", "all-modules", "a\nb"],
            *["x" * 60, "x" * 61],
        ]
    ),
    st.text(max_size=8).filter(lambda text: not text.endswith("\n")),
)
VALUES = st.one_of(
    st.none(),
    WORDS,
    st.lists(WORDS, max_size=3),
    st.dictionaries(WORDS, st.one_of(WORDS, st.lists(WORDS, max_size=2)), max_size=2),
    st.lists(
        st.dictionaries(st.sampled_from(["id", "name", "role", "about", "nmae", "ask", "kind"]), WORDS, max_size=4),
        max_size=2,
    ),
)


@settings(max_examples=sample(600))
@given(
    pair=st.sampled_from(
        [
            *(("course", key.name) for key in COURSE_KEYS),
            *(("module", key.name) for key in MODULE_KEYS),
            *(("record", key.name) for key in FORM_KEYS),
        ]
    ),
    value=VALUES,
)
def test_whatever_a_value_is_both_agree(pair: tuple[str, str], value: Any) -> None:
    """What the schema lets pass our check lets pass, and the other way round."""
    name, key = pair
    given_values = {**BASE[name], key: value}
    _, faults = CHECKS[name](Settings(given_values), Source("course.yml", ("",)))
    assert VALIDATORS[name].is_valid(given_values) == (not faults)


@for_each("missing", ["id", "title", "language"])
def test_what_a_course_needs_the_schema_demands(missing: str) -> None:
    """An editor says so before the first build."""
    assert not VALIDATORS["course"].is_valid({key: v for key, v in BASE["course"].items() if key != missing})


@for_each("name", ["course", "module", "record"])
def test_the_command_prints_a_sound_schema(name: str) -> None:
    """Draft 2020-12, and every key with a sentence that an editor shows."""
    result = CliRunner().invoke(main, ["schema", name])
    assert result.exit_code == 0
    schema = json.loads(result.output)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    assert all(entry["description"].endswith(".") for entry in schema["properties"].values())


def test_every_key_of_a_question_has_its_sentence() -> None:
    """In a form; an editor shows it."""
    asked = schema_of("record")["properties"]["questions"]["anyOf"][0]["items"]["properties"]  # type: ignore[index]
    assert list(asked) == [key.name for key in FORM_QUESTION_KEYS]
    assert all(key["description"].endswith(".") for key in asked.values())


def test_every_key_of_a_person_has_its_sentence() -> None:
    """Those too are shown by an editor."""
    people = schema_of("course")["properties"]["people"]["anyOf"][0]["items"]["properties"]  # type: ignore[index]
    assert list(people) == [key.name for key in PERSON_KEYS]
    assert all(person["description"] for person in people.values())
