"""LNG-002: an author hears once that the interface has no words in the language of her course."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import main
from builder.model.diagnostics import Diagnostic, Severity
from builder.pipeline import build, check


def findings(folder: Path, language: str, more: str = "") -> list[Diagnostic]:
    """What is found in a course of two modules in this language."""
    settings = folder / "course.yml"
    lines = settings.read_text().splitlines()
    written = [f"language: {language}" if line.startswith("language:") else line for line in lines]
    settings.write_text("\n".join(written) + "\n")
    (folder / "02-more.md").write_text(f"---\ntitle: More\n{more}---\n\nWords.\n")
    return [d for d in check(folder).report.diagnostics if d.rule == "LNG-002"]


@pytest.mark.parametrize("language", ["fr", "he", "ti-ER", "so", "zh-Hant", "ar-Latn"])
def test_one_warning_for_the_whole_course(course_folder: Path, language: str) -> None:
    """At the line that names the language, with the files that hold the words, and nothing to mend in the course."""
    (found,) = findings(course_folder, language)
    line = (course_folder / "course.yml").read_text().splitlines()[found.span.line - 1]
    assert found.severity is Severity.WARNING
    assert line[found.span.column - 1 :][: found.span.length] == language
    named = language if language in ("zh-Hant", "ar-Latn") else language.partition("-")[0]
    assert f"strings/{named}.json" in found.hint
    assert f"in {language} yet" in found.message


@pytest.mark.parametrize(
    "language",
    ["en", "en-GB", "en-AU", *(pytest.param(tag, marks=pytest.mark.slow) for tag in ("cy", "ar-EG", "uk-UA", "pl"))],
)
def test_no_warning_where_there_are_words(course_folder: Path, language: str) -> None:
    """A module in another language is shown with the interface of its course, and has nothing to wait for."""
    assert findings(course_folder, language, "language: so\n") == []


@pytest.mark.parametrize("language", ["Welsh", "eng", "English", "klingon", "en_GB"])
def test_what_is_no_language_is_one_fault(course_folder: Path, language: str) -> None:
    """An author hears which tag to write, and not that there are no words in a language that she does not mean."""
    assert findings(course_folder, language) == []
    assert [d.rule for d in check(course_folder).report.diagnostics] == ["STR-008"]


def test_it_stands_in_no_ones_way_unless_asked_to(course_folder: Path, tmp_path: Path) -> None:
    """The course is built; `--strict` says that something is left."""
    findings(course_folder, "fr")
    assert build(course_folder, tmp_path / "dist", ["web"]).packages
    assert CliRunner().invoke(main, ["check", str(course_folder)]).exit_code == 0
    strict = CliRunner().invoke(main, ["build", str(course_folder), "--out", str(tmp_path / "other"), "--strict"])
    assert strict.exit_code == 1
    assert "LNG-002" in strict.output


@pytest.mark.parametrize(
    ("language", "named", "indent"),
    [
        ("so", "so", 1),
        pytest.param("zh-Hant", "zh-Hant", None, marks=pytest.mark.slow),
        pytest.param("ku-Arab-IQ", "ku-Arab", 1, marks=pytest.mark.slow),
        pytest.param("sr-Latn", "sr-Latn", None, marks=pytest.mark.slow),
        pytest.param("pt-BR", "pt", None, marks=pytest.mark.slow),
    ],
)
def test_the_hint_does_what_it_says(
    course_folder: Path, tmp_path: Path, language: str, named: str, indent: int | None
) -> None:
    """With such a file, filled in, in many lines or one, the warning is gone, and the whole page is in one language."""
    (found,) = findings(course_folder, language)
    words = re.search(r"`satchel strings (.+?)`", found.hint)
    assert words and words[1] == named
    CliRunner().invoke(main, ["strings", named, str(course_folder)], catch_exceptions=False)
    path = course_folder / "strings" / f"{named}.json"
    texts = {
        key: {**entry, "text": f"Ŵ{entry['english']}"} for key, entry in json.loads(path.read_text("utf-8")).items()
    }
    path.write_text(json.dumps(texts, indent=indent), encoding="utf-8")
    assert findings(course_folder, language) == []
    outcome = build(course_folder, tmp_path / "dist", ["web"])
    page = next(path for path in outcome.written if path.name == "index.html").read_text(encoding="utf-8")
    assert "ŴContents" in page
    assert f'<html lang="{language}"' in page and "<body>" in page and page.count(' lang="') == 1


ENGLISH = "They say that the children have a right to be heard, and that it is for us to listen."
WELSH = "Mae'r plant yn dysgu gyda ei gilydd ac mae hynny yn bwysig iawn i ni wedi hyn."
ITALIAN = "I bambini hanno il diritto di essere ascoltati e per questo la loro voce è al centro del nostro lavoro."
SOMALI = "Carruurtu waxay xaq u leeyihiin in la dhagaysto, waana shaqadeenna inaan dhagaysanno."


@pytest.mark.parametrize(
    ("page", "text", "found"),
    [
        ("en", WELSH, "seems to be Welsh"),
        ("en", f"{WELSH} {{lang=cy}}", ""),
        ("en", f"{ENGLISH} {{lang=cy}}", "marked as {lang=cy} and seems to be English"),
        ("en", f"{WELSH} {{lang=fr}}", "marked as {lang=fr} and seems to be Welsh"),
        ("en", f"{SOMALI} {{lang=so}}", ""),
        ("en", f"{ENGLISH} {{lang=en-GB}}", ""),
        ("en", f"{ENGLISH} [bore da]{{lang=cy}}", ""),
        ("cy", ENGLISH, "seems to be English"),
        ("so", ENGLISH, "seems to be English"),
        ("ar", ENGLISH, "seems to be English"),
        ("ar", f"{ENGLISH} {{lang=en}}", ""),
        ("it", ITALIAN, ""),
        ("so", SOMALI, ""),
        ("pt", "As crianças têm o direito de ser ouvidas para que a sua voz esteja no centro do nosso trabalho.", ""),
    ],
)
def test_each_passage_is_in_the_language_that_it_is_marked_with(
    course_folder: Path, page: str, text: str, found: str
) -> None:
    """Marked or not, on a page in whatever language: it is read out with the voice of that language."""
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\nlanguage: {page}\n---\n\n{text}\n", "utf-8")
    told = [d.message for d in check(course_folder).report.diagnostics if d.rule == "W07"]
    assert [found in message for message in told] == [True] * bool(found)


ARABIC, CYRILLIC = "بو بیر آزربایجان جومله‌سی‌دیر و اوزون دور", "Це речення українською мовою, і воно довге"


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("az-Arab", ARABIC, []),
        ("pa-Arab", ARABIC, []),
        ("uz-Cyrl", CYRILLIC, []),
        ("az-Arab", CYRILLIC, ["W07"]),
        ("az", ARABIC, ["W07"]),
        ("sr-Latn", CYRILLIC, []),
    ],
)
def test_a_tag_that_names_a_script_is_believed(course_folder: Path, tag: str, text: str, found: list[str]) -> None:
    """A page in those letters is as it says; one in others is not. What a language may be written in stays so."""
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\nlanguage: {tag}\n---\n\n{text}.\n", "utf-8")
    assert [d.rule for d in check(course_folder).report.diagnostics] == found


@pytest.mark.parametrize("tag", ["en-GB", "cy", "pl", "ar", "so"])
def test_how_hard_a_text_is_to_read_is_said_of_english_alone(course_folder: Path, tag: str) -> None:
    """Nobody knows it of other languages, so nothing is said of them."""
    long = " ".join(["aba", "ede", "ifi", "ogo", "uku"] * 12)
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\nlanguage: {tag}\n---\n\n{long}.\n", "utf-8")
    assert ("W08" in {d.rule for d in check(course_folder).report.diagnostics}) is (tag == "en-GB")
