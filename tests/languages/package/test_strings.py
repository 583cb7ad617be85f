"""Words of the interface that a course brings for the other languages of its package."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner
from lxml import html

from builder.cli import main
from builder.model.diagnostics import Diagnostic
from builder.pipeline import build, check
from tests.cases import for_each


def course(folder: Path, languages: str, texts: Mapping[str, Mapping[str, str]]) -> Path:
    """A course in some languages; `texts`: path of a file of texts, without its ending -> the texts."""
    tags = languages.split(", ")
    for tag in tags:
        below = folder if tag == tags[0] else folder / tag
        below.mkdir(parents=True)
        more = f"languages: [{languages}]\n" if tag == tags[0] else ""
        settings = f"id: more\ntitle: More\nlanguage: {tag}\nversion: 1.0.0\n{more}completion: all-modules\n"
        (below / "course.yml").write_text(settings + "privacy: device\n", encoding="utf-8")
        (below / "01-one.md").write_text("---\ntitle: One\n---\n\nالف 一 1.\n{lang=zxx}\n", encoding="utf-8")
    for path, own in texts.items():
        file = folder / f"{path}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(own, ensure_ascii=False), encoding="utf-8")
    return folder


def headings(folder: Path) -> dict[str, str]:
    """What the list of modules is called in each language of the page."""
    outcome = build(folder, folder / "dist", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    page = next(path for path in outcome.written if path.name == "index.html").read_text(encoding="utf-8")
    own, *others = re.split(r'<div [^<>]*data-language="[^"]*">', page)
    tags = [one.folder for one in outcome.course.translations]
    parts = {"": own, **dict(zip(tags, others, strict=True))}
    found = {}
    for tag, part in parts.items():
        words = html.fromstring(f"<div>{part}</div>").xpath("//*[contains(@id, 'contents-title')]")
        found[tag] = words[0].text_content() if words else ""
    return found


def told(folder: Path, rule: str) -> list[Diagnostic]:
    return [found for found in check(folder).report.diagnostics if found.rule == rule]


def test_a_file_beside_the_source_serves_the_other_languages(tmp_path: Path) -> None:
    """It is the one that `satchel strings` writes; a text in the folder of a language comes before, however near its tag."""
    title, start = "contents.title", "cover.start"
    folder = course(
        tmp_path / "more",
        "en-GB, ckb, zh-Hant-TW",
        {
            "strings/ckb": {title: "ناوەڕۆک", start: "دەستپێکردن"},
            "strings/zh-Hant": {title: "目錄", start: "開始"},
            "strings/zh-Hant-TW": {title: "章節目錄"},
            "zh-Hant-TW/strings/zh-Hant": {title: "本課目錄"},
        },
    )
    assert headings(folder) == {"": "Contents", "ckb": "ناوەڕۆک", "zh-Hant-TW": "本課目錄"}
    assert told(folder, "LNG-004") == []


def test_a_language_without_words_is_named_where_the_settings_name_it(tmp_path: Path) -> None:
    """The hint does what it says: the file that it names, filled in, serves that language, and the warning is gone."""
    folder = course(tmp_path / "more", "en-GB, yi, ti", {"strings/yi": {"cover.start": "אָנהייבן"}})
    first, second = told(folder, "LNG-002")
    line = (folder / "course.yml").read_text("utf-8").splitlines()[first.span.line - 1]
    named = [line[one.span.column - 1 :][: one.span.length] for one in (first, second)]
    assert named == ["yi", "ti"] and first.span.path == second.span.path == "course.yml"
    assert "not in yi yet" in first.message and "no buttons and messages in ti yet" in second.message
    for found in (first, second):
        tag = re.findall(r"`satchel strings (\w+)`", found.hint)[0]
        assert CliRunner().invoke(main, ["strings", tag, str(folder)]).exit_code == 0
        path = folder / "strings" / f"{tag}.json"
        path.write_text(re.sub(r'("english": "(.*)",(?s:.*?)"text": )""', r'\1"ß\2"', path.read_text("utf-8")), "utf-8")
    assert [found for rule in ("LNG-002", "LNG-003", "LNG-004") for found in told(folder, rule)] == []
    assert headings(folder) == {"": "Contents", "yi": "ßContents", "ti": "ßContents"}


def test_a_file_is_unused_only_when_no_language_can_use_it(tmp_path: Path) -> None:
    """The hint names the files that the languages of the package would take; one in a folder, those of that language."""
    words = {"cover.start": "Fa’amata"}
    folder = course(tmp_path / "more", "en-GB, mi", {"strings/sm": words, "mi/strings/sm": words, "strings/mi": words})
    found = {one.span.path: one for one in told(folder, "LNG-004")}
    assert set(found) == {"strings/sm.json", "mi/strings/sm.json"}
    assert "in en-GB, mi" in found["strings/sm.json"].message
    assert "strings/en.json or strings/mi.json" in found["strings/sm.json"].hint
    assert "Call it mi/strings/mi.json" in found["mi/strings/sm.json"].hint


def test_a_fault_in_a_file_is_reported_once_in_its_own_folder(tmp_path: Path) -> None:
    """Also where several languages take the file."""
    wrong = {"cover.strat": "x"}
    folder = course(tmp_path / "more", "pt-BR, pt-PT, gl", {"strings/pt": wrong, "gl/strings/gl": wrong})
    assert [found.span.path for found in told(folder, "LNG-003")] == ["gl/strings/gl.json", "strings/pt.json"]


def test_what_a_folder_has_already_is_not_asked_of_a_translator_again(tmp_path: Path) -> None:
    """`satchel strings` knows the words that lie in the folder of a language."""
    folder = course(tmp_path / "more", "en-GB, mi", {"mi/strings/mi": {"cover.start": "Tīmata"}})
    said = CliRunner().invoke(main, ["strings", "mi", str(folder)]).output
    assert "contents.title: Contents" in said and "cover.start: Start" not in said


@for_each("name", ("KA", "ka-ge", "ka_GE"))
def test_a_slip_of_case_in_the_name_of_a_file_takes_nothing_away(tmp_path: Path, name: str) -> None:
    """Tags of languages are the same in capitals (RFC 5646, 2.1.1)."""
    folder = course(tmp_path / "more", "en-GB, ka-GE", {f"strings/{name}": {"contents.title": "სარჩევი"}})
    assert headings(folder)["ka-GE"] == "სარჩევი" and told(folder, "LNG-004") == []


@for_each(
    ("text", "sign"),
    [
        ("<b>ابدأ</b>", "<b>"),
        ("Почати &amp; далі", "&amp;"),
        ("**Почати**", "**"),
        ("[Почати](#one)", "]("),
        ("`Почати`", "`"),
        ("Почати & далі", ""),
        ("5 < 6", ""),
        ("№ 3 – *)", ""),
        ("L’avvio di A_b", ""),
        ("<< Почати >>", ""),
    ],
)
def test_a_sign_of_markup_in_a_button_is_reported(tmp_path: Path, text: str, sign: str) -> None:
    """Learners would read the sign itself; ordinary words and signs are left alone."""
    folder = course(tmp_path / "more", "uk", {"strings/uk": {"cover.start": text}})
    found = told(folder, "STR-031")
    assert [one.message.partition(" would")[0] for one in found] == ([sign] if sign else [])
