"""A course in another script, from any computer: read, packed and numbered as an English one is."""

import json
import re
import shutil
import unicodedata
import zipfile
from pathlib import Path

import pytest

from builder.authoring.ids import fix_ids
from builder.kinds import KINDS
from builder.pipeline import Outcome, build, check
from builder.read import read_course
from tests.conftest import ROOT

BASE = ROOT / "tests" / "courses" / "base"
FILES = {
    "course.yml": "id: dovira\ntitle: Довіра\nlanguage: uk\n",
    "01-вступ.md": """---
title: Вступ
---

Це перший модуль. Далі [підсумок](02-підсумок.md), [довідка](файли/план%20дій.pdf) і [слова](glossary.md#довіра).

## Навіщо це нам

![Команда за столом](фото/команда.png)

## Watch: Фільм про їжу
[Фільм про їжу](фото/їжа й ґрунт.mp4)
- captions: фото/їжа.uk.vtt
- descriptions: not needed (усе, що видно, сказано)

---

[Де шукати допомогу](_допомога.md)
""",
    "02-підсумок.md": """---
title: Підсумок
---

Назад до [вступу](01-вступ.md).

## Quiz: Що допомагає?

- [x] Довіра
- [ ] Страх
- [ ] Поспіх

## Order: Що за чим іде?

1. Почути
2. Зрозуміти
3. Діяти

## Reflect: Що далі?

Запишіть.
""",
    "_допомога.md": "Зверніться по допомогу сьогодні.\n",
    "glossary.md": "---\ntitle: Слова\n---\n\nДовіра | довіру\n: Це добре.\n",
}
"""Each text has letters that a Mac takes apart (ї, й, ґ is one that it does not)."""


def made(folder: Path, form: str = "NFC") -> Path:
    """The course, with its names on disk in a form of Unicode."""
    folder.mkdir()
    for name, text in FILES.items():
        (folder / unicodedata.normalize(form, name)).write_text(text, encoding="utf-8")
    copies = {"команда.png": "images/team.png", "їжа й ґрунт.mp4": "media/film.mp4", "їжа.uk.vtt": "media/film.en.vtt"}
    for name, source in {
        **{f"фото/{one}": other for one, other in copies.items()},
        "файли/план дій.pdf": "course.yml",
    }.items():
        target = folder / unicodedata.normalize(form, name)
        target.parent.mkdir(exist_ok=True)
        shutil.copy(BASE / source, target)
    return folder


@pytest.fixture(params=["NFC", "NFD"])
def outcome(request: pytest.FixtureRequest, tmp_path: Path) -> Outcome:
    """It, built for every destination, from a folder of either form."""
    return build(made(tmp_path / "course", request.param), tmp_path / "dist")


def test_it_builds_without_a_finding(outcome: Outcome) -> None:
    """Modules, links between them, fragments, captions, pictures, a film and terms are found."""
    assert outcome.packages and not outcome.report.errors, outcome.report.diagnostics
    assert not [found for found in outcome.report.diagnostics if found.rule.startswith(("STR", "INC", "LNK"))]


def test_a_film_keeps_its_ending_and_its_type(outcome: Outcome) -> None:
    """It would not play as an octet stream; its name is one that every system takes."""
    for package in outcome.packages:
        with zipfile.ZipFile(package.path) as opened:
            names = opened.namelist()
            manifest = opened.read("imsmanifest.xml").decode() if package.destination != "web" else "video/mp4"
            page = opened.read("index.html").decode()
        assert all(re.fullmatch(r"[A-Za-z0-9._/-]+", name) for name in names), names
        (film,) = [name for name in names if name.endswith(".mp4")]
        assert re.fullmatch(r"folder-[b-z2-9]{8}/film-[b-z2-9]{8}\.mp4", film)
        assert f'"{film}"' in page and "video/mp4" in manifest and "octet-stream" not in manifest
        assert {Path(name).suffix for name in names} >= {".png", ".mp4", ".vtt", ".pdf"}


def test_both_forms_make_the_same_course(tmp_path: Path) -> None:
    """Whoever builds it: what learners did under one package is found under the other."""
    pages = []
    for form in ("NFC", "NFD"):
        built = build(made(tmp_path / form, form), tmp_path / f"dist-{form}", ["web"])
        with zipfile.ZipFile(built.packages[0].path) as opened:
            pages.append((opened.namelist(), opened.read("index.html"), opened.read("satchel.json")))
    assert pages[0] == pages[1]


def test_no_id_comes_from_a_place(tmp_path: Path) -> None:
    """Lines above, and modules and options in another order, change none."""
    one = ids_in(build(made(tmp_path / "one"), tmp_path / "dist-one", ["web"]))
    folder = made(tmp_path / "two")
    (folder / "01-вступ.md").rename(folder / "07-вступ.md")
    first, second = folder / "07-вступ.md", folder / "02-підсумок.md"
    first.write_text(first.read_text().replace("Це перший", "Рядок.\n\nЩе рядок.\n\nЦе перший"))
    shuffled = (
        second.read_text()
        .replace("01-вступ", "07-вступ")
        .replace("- [x] Довіра\n- [ ] Страх", "- [ ] Страх\n- [x] Довіра")
    )
    second.write_text(shuffled.replace("## Quiz", "\n\nСпершу слово.\n\n## Quiz"))
    two = ids_in(build(folder, tmp_path / "dist-two", ["web"]))
    assert one == two and len(one) == 13


def ids_in(outcome: Outcome) -> dict[str, str]:
    """What a module, question, option or heading says -> its id."""
    assert outcome.packages, outcome.report.diagnostics
    course = outcome.course
    ids = {module.title: module.id for module in course.modules}
    for item in course.items:
        ids[item.title.text] = item.id
        ids |= {f"{item.title.text}/{choice.content.text}": choice.id for choice in item.choices}
    anchors = {anchor for module in course.modules for anchor in module.facts.anchors if "-навіщо-" in anchor}
    return ids | dict.fromkeys(anchors, "") | {film.title.text: film.id for film in course.films}


def test_its_ids_are_written_down_and_stay(tmp_path: Path) -> None:
    """`satchel ids --write` writes those that the packages had, so that the words may change from then on."""
    folder = made(tmp_path / "course")
    before = ids_in(build(folder, tmp_path / "dist", ["web"]))
    written = fix_ids(folder, write=True)
    assert written.written and len(written.fixable) == 6
    assert all(re.search(r"[a-z]+-[b-z2-9]{8}", made.words) for made in written.fixable)
    assert read_course(folder, KINDS)[0].generated_ids == ()
    text = (folder / "02-підсумок.md").read_text(encoding="utf-8")
    (folder / "02-підсумок.md").write_text(text.replace("Що допомагає?", "Що допомагає нам?"), encoding="utf-8")
    after = ids_in(build(folder, tmp_path / "dist-later", ["web"]))
    assert after["Що допомагає нам?"] == before["Що допомагає?"]
    assert after["Вступ"] == before["Вступ"] and after["Фільм про їжу"] == before["Фільм про їжу"]


def test_a_package_tells_compare_the_words_behind_each_id(tmp_path: Path) -> None:
    """In the author's own letters: people read them."""
    built = build(made(tmp_path / "course"), tmp_path / "dist", ["scorm12"])
    with zipfile.ZipFile(built.packages[0].path) as opened:
        data = json.loads(opened.read("satchel.json"))
    quiz = data["modules"][1]["questions"][0]
    assert [option["words"] for option in quiz["options"]] == ["Довіра", "Страх", "Поспіх"]
    assert all(re.fullmatch(r"option-[b-z2-9]{8}", option["id"]) for option in quiz["options"])
    assert data["keepsWordings"] is True


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_place_that_is_not_there_is_told_with_those_that_are(tmp_path: Path, form: str) -> None:
    """Of the module that the link names, in its own letters."""
    folder = made(tmp_path / "course", form)
    first = folder / unicodedata.normalize(form, "01-вступ.md")
    first.write_text(first.read_text().replace("(02-підсумок.md)", "(02-підсумок.md#далеко)"), encoding="utf-8")
    (fault,) = check(folder).report.errors
    assert fault.rule == "A15" and fault.message == "nothing in the course has the id далеко"
    assert "use one that" in fault.hint and "#quiz-" in fault.hint
    assert fault.hint.rpartition(" has: ")[0].endswith(unicodedata.normalize(form, "02-підсумок.md"))


def test_a_link_to_a_module_stays_in_it_when_a_term_has_the_same_name(tmp_path: Path) -> None:
    """Only a link to the glossary leads to a term by its words alone."""
    folder = made(tmp_path / "course")
    first = folder / "01-вступ.md"
    first.write_text(first.read_text().replace("(02-підсумок.md)", "(02-підсумок.md#довіра)"), encoding="utf-8")
    second = folder / "02-підсумок.md"
    second.write_text(second.read_text().replace("Назад", "## Сенс {#trust}\n\nНазад"), encoding="utf-8")
    (fault,) = check(folder).report.errors
    assert fault.rule == "A15" and fault.message == "nothing in the course has the id довіра"
