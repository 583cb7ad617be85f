"""One package in several languages: what the builder makes of `tests/courses/three-languages`, and of what is not there."""

import json
import re
import shutil
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from html import unescape
from pathlib import Path

from lxml import html

from builder.check import check_course
from builder.check.state_size.longest_state import room_of
from builder.kinds import KINDS
from builder.model.course import CheckedCourse, Course
from builder.model.diagnostics import Report
from builder.model.package import PackageFile
from builder.read import read_course
from builder.render.answer_key.key import key_of
from builder.render.course import render_course, render_page
from builder.render.handover import render_handover
from builder.render.page.environment import templates_folder
from builder.render.page.other_languages import language_name, languages_in
from builder.report import plain
from builder.translate.telling import read_text
from builder.translate.work import export, take_in
from tests.conftest import ROOT

SAMPLE = ROOT / "tests" / "courses" / "three-languages"


FILM = """## Watch: The street {#street}

[The street](media/film.mp4)

- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
"""


def checked(folder: Path) -> tuple[Course, Report]:
    """A course that has no error."""
    found, report = check_course(*read_course(folder, KINDS))
    assert found, report.errors
    return found.course, report


@lru_cache(maxsize=1)
def sample() -> Course:
    """The sample, read once."""
    return checked(SAMPLE)[0]


@lru_cache(maxsize=1)
def page() -> str:
    """Its page."""
    return render_page(sample(), templates_folder())


def parts(text: str) -> list[str]:
    """The page of each language, with the ids that the run-time gives it."""
    own, *others = re.split(r'<div [^<>]*data-language="([^"]*)">', text)
    return [own, *(body.replace(mark, "") for mark, body in zip(others[::2], others[1::2], strict=True))]


def copy(tmp_path: Path) -> Path:
    """A copy of the sample, to be changed."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "course"))


def hooks(part: str) -> Counter[str]:
    """What a learner's state is kept by: ids of modules, questions and options, what is right, what counts how often."""
    return Counter(re.findall(r' data-(?:module|item|kind|basis|wording|attempts|weight|draw|shuffle)="[^"]*"', part))


def test_every_language_has_the_same_ids_and_terms() -> None:
    """A draw, attempts, weights and fingerprints stand in the source alone; the other languages have them too."""
    first, *others = map(hooks, parts(page()))
    assert len(first) > 20
    assert [other - first for other in others] == [Counter()] * 2 == [first - other for other in others]


def test_no_id_stands_twice_without_script() -> None:
    """Without script all languages are one document: each link leads to its own, and there is one `main`."""
    tree = html.fromstring(page())
    ids = Counter(tree.xpath("//@id"))
    assert [id for id, count in ids.items() if count > 1] == []
    assert len(tree.xpath("//main")) == 1
    for link in tree.xpath("//*[starts-with(@href, '#')]/@href"):
        assert link[1:] in ids, link
    labels = " ".join(tree.xpath("//@aria-labelledby | //@aria-describedby | //@for")).split()
    assert {label for label in labels if label not in ids and not label.startswith("record-")} == set()
    welsh = tree.xpath("//*[@data-language][@lang='cy']")[0]
    assert all(link.startswith("#l1-.") for link in welsh.xpath(".//section//a[starts-with(@href, '#')]/@href"))


def test_the_masthead_offers_each_language_in_its_own_words() -> None:
    """With `lang` and `hreflang`; the one that is shown is marked; without script it leads to a place in the page."""
    tree = html.fromstring(page())
    for place, nav in enumerate(tree.xpath("//nav[@data-languages]")):
        links = nav.xpath("a")
        assert [link.text for link in links] == ["English", "Cymraeg", "العربية"]
        assert [link.get("hreflang") for link in links] == [link.get("lang") for link in links] == ["en-GB", "cy", "ar"]
        assert [link.get("dir") for link in links] == ["ltr", "ltr", "rtl"]
        assert [link.get("aria-current") for link in links].index("true") == place
        for link in links:
            assert tree.get_element_by_id(link.get("href").split("#")[1]) is not None


def test_languages_that_no_list_of_ours_has_are_called_by_their_own_names() -> None:
    """And two kinds of one language by their countries."""
    assert [language_name(tag) for tag in ("pa", "pa-Arab", "zh-Hant")] == ["ਪੰਜਾਬੀ", "پنجابی", "中文"]
    assert [language_name(tag) for tag in ("gu", "ckb", "so", "zxx")] == ["ગુજરાતી", "کوردیی ناوەندی", "Soomaali", "zxx"]
    british = replace(sample(), language="en-GB", translations=(replace(sample().translations[0], folder="en-US"),))
    names = [one.name for one in languages_in(british, 0)]
    assert names == ["English (United Kingdom)", "English (United States)"]


def test_a_course_in_one_language_has_nothing_of_it(tmp_path: Path) -> None:
    """Neither a switch nor its words."""
    folder = copy(tmp_path)
    settings = folder / "course.yml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [en-GB, cy, ar]\n", ""), encoding="utf-8")
    text = render_page(checked(folder)[0], templates_folder())
    assert "data-languages" not in text and "languages." not in text and "noscript" not in text


def test_a_module_that_is_missing_is_that_of_the_source_and_says_so(tmp_path: Path) -> None:
    """Marked for screen readers, with a sentence in the language that the learner reads."""
    folder = copy(tmp_path)
    (folder / "cy" / "02-the-talk.md").unlink()
    course, report = checked(folder)
    assert [(found.rule, found.span.path, found.span.line) for found in report.diagnostics] == [
        ("LNG-008", "02-the-talk.md", 1)
    ]
    _, welsh, _ = parts(render_page(course, templates_folder()))
    tree = html.fromstring(welsh)
    module = tree.xpath("//section[@data-module='the-talk']")[0]
    note = module.xpath(".//p[contains(., 'Nid yw wedi')]")[0]
    assert note.xpath("span[@lang='en-GB']")[0].text == "English"
    assert module.xpath(".//h1")[0].get("lang") == "en-GB"
    assert module.xpath(".//form[@data-item='minutes']//h2")[0].get("lang") == "en-GB"
    assert hooks(welsh) == hooks(parts(page())[0])


def test_what_is_written_in_a_gap_is_right_in_every_language() -> None:
    """And shown in its own alone."""
    for part, own in zip(parts(page()), ("permission", "ganiatâd", "الإذن"), strict=True):
        answer = html.fromstring(part).xpath("//*[@data-answer='one-word']//*[@data-gap]")[0]
        said = answer.xpath(".//*[@data-accepted]")
        words = {"permission", "consent", "ganiatâd", "gydsyniad", "الإذن", "الموافقة"}
        assert {one.text for one in said} == words
        assert said[0].text == own
        assert all(one.get("lang") for one in said if one.get("hidden") is not None)
        assert sum(one.get("hidden") is None for one in said) == 2


def test_terms_of_a_translation_are_those_of_the_source(tmp_path: Path) -> None:
    """Whatever its own settings say: one record cannot be kept by two rules."""
    folder = copy(tmp_path)
    settings = folder / "cy" / "course.yml"
    settings.write_text(settings.read_text("utf-8") + "attempts: 1\nshuffle: no\ncompletion: all-modules\n", "utf-8")
    module = folder / "cy" / "02-the-talk.md"
    module.write_text(module.read_text("utf-8").replace("{#minutes}", "{#minutes weight=3 attempts=2}"), "utf-8")
    assert hooks(parts(render_page(checked(folder)[0], templates_folder()))[1]) == hooks(parts(page())[0])


FORM = """title: {0} 1
questions:
  - {{id: mood, ask: {0} 2, kind: one, options: [{0} 3, {0} 4]}}
  - {{id: aims, ask: {0} 5, kind: several, framework: PCF}}
"""


def with_form(folder: Path, tag: str = "", word: str = "Words") -> None:
    """Give the course in one language a form, and standards."""
    settings = folder / tag / "course.yml"
    text = settings.read_text("utf-8").replace("record: plain\n", "")
    settings.write_text(f"{text}record: record.yml\nstandards:\n  PCF: [{word} 6, {word} 7]\n", "utf-8")
    (folder / tag / "record.yml").write_text(FORM.format(word), "utf-8")


def test_what_is_chosen_in_the_form_is_kept_as_the_source_words_it(tmp_path: Path) -> None:
    """So it is ticked in every language; a language without a form has that of the source, which says its language."""
    folder = copy(tmp_path)
    with_form(folder)
    with_form(folder, "cy", "Geiriau")
    pages = parts(render_page(checked(folder)[0], templates_folder()))
    found = [re.findall(r'name="record--asked-\w+" value="([^"]*)"> <span([^>]*)>([^<]*)<', one) for one in pages]
    words, welsh = [[f"{word} {at}" for at in (3, 4, 6, 7)] for word in ("Words", "Geiriau")]
    foreign = ' lang="en-GB" dir="ltr"'
    assert found[0] == [(one, "", one) for one in words]
    assert found[1] == [(one, "", other) for one, other in zip(words, welsh, strict=True)]
    assert found[2] == [(one, foreign, one) for one in words]


def test_options_come_in_the_order_of_the_source(tmp_path: Path) -> None:
    """Reports of SCORM 1.2 name an option by the letter of its place."""
    folder = copy(tmp_path)
    module = folder / "cy" / "01-the-door.md"
    lines = module.read_text("utf-8").splitlines()
    first = next(place for place, line in enumerate(lines) if "{#card}" in line)
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    module.write_text("\n".join(lines), "utf-8")
    course = checked(folder)[0]
    ids = [[choice.id for choice in item.choices] for item in course.translations[0].course.items]
    assert ids == [[choice.id for choice in item.choices] for item in course.items]


def test_files_are_those_of_the_source_where_a_language_has_none(tmp_path: Path) -> None:
    """A picture that is the same is in the package once; one of its own has a name of its own; one that is missing is lent."""
    folder = copy(tmp_path)
    base = ROOT / "tests" / "courses" / "base" / "images" / "team.png"
    for name in ("same", "own", "lent"):
        (folder / "images").mkdir(exist_ok=True)
        shutil.copy(base, folder / "images" / f"{name}.png")
    (folder / "cy" / "images").mkdir()
    shutil.copy(base, folder / "cy" / "images" / "same.png")
    (folder / "cy" / "images" / "own.png").write_bytes(base.read_bytes() + b"\0")
    for module in folder.glob("**/01-the-door.md"):
        pictures = "\n\n".join(f"![A {name} team](images/{name}.png)" for name in ("same", "own", "lent"))
        module.write_text(module.read_text("utf-8") + f"\n---\n\n{pictures}\n\n{FILM}", "utf-8")
    (folder / "media").mkdir()
    for name in ("film.mp4", "film.en.vtt"):
        shutil.copy(base.parents[1] / "media" / name, folder / "media")
    course = checked(folder)[0]
    rendered = rendered_files(course)
    found = {name for name in rendered if name.endswith(".png")}
    assert found == {"images/same.png", "images/own.png", "images/lent.png", "cy/images/own.png"}
    english, welsh, _ = parts(rendered["index.html"].decode())
    assert re.findall(r'src="([^"]*png)"', english) == ["images/same.png", "images/own.png", "images/lent.png"]
    assert "media/film.mp4" in rendered and "cy/media/film.mp4" not in rendered
    assert 'film__note">Iaith lafar: <span lang="en-GB"' in welsh and 'film__note">Spoken language' not in english
    assert re.findall(r'src="([^"]*png)"', welsh) == ["images/same.png", "cy/images/own.png", "images/lent.png"]


def rendered_files(course: Course) -> dict[str, bytes]:
    """Every file of a package by its name."""
    made = render_course(CheckedCourse(course))
    return {
        file.name: file.content if isinstance(file.content, bytes) else file.content.read_bytes() for file in made.files
    }


def test_reports_in_words_are_those_of_the_source() -> None:
    """Whatever language an answer was given in."""
    course = replace(
        sample(),
        reports="words",
        translations=tuple(replace(one, course=replace(one.course, reports="words")) for one in sample().translations),
    )
    data = re.findall(r'id="satchel-course">(.*?)</script>', "".join(parts(render_page(course, templates_folder()))))
    words = [json.loads(one)["words"] for one in data]
    assert words[0]["first-words"]["name"] == "Your name, and where you are from"
    assert words == [words[0]] * 3


def test_a_translation_is_written_while_its_language_is_in_the_list_already(tmp_path: Path) -> None:
    """And the folder that `satchel translate` writes is one of the languages of the package as it is."""
    folder = copy(tmp_path)
    shutil.rmtree(folder / "cy")
    assert export(folder, "cy").sound
    outcome = take_in(folder, folder / "cy.xlf")
    assert outcome.sound and read_text(outcome, folder, plain).endswith(f"Next: satchel build {folder.as_posix()}")
    assert "languages" not in (folder / "cy" / "course.yml").read_text("utf-8")
    course, _ = checked(folder)
    assert [one.folder for one in course.translations] == ["cy", "ar"]
    assert checked(folder / "cy")[0].id == course.id


def test_paper_and_the_key_for_tutors_know_every_language() -> None:
    """Title and number in the margins of a sheet are those of the language shown, and mirrored; a tutor sees each word that is right in a gap."""
    styles = rendered_files(sample())["satchel.css"].decode()
    # The title where reading begins, the number of the sheet where it ends, and nothing of the English sheets.
    for tag, title, begin, end in (
        ("cy", "Yr ymweliad cyntaf", "left", "right"),
        ("ar", "الزيارة الأولى", "right", "left"),
    ):
        boxes = (
            f'@top-{begin} {{ content: "{title}"; }} @bottom-{end} {{ content: counter(page); }} '
            f"@bottom-{begin} {{ content: none; }} @top-{end} {{ content: none; }}"
        )
        assert f"@page in-{tag} {{ {boxes} }}" in styles
        assert f'[lang="{tag}"] > body {{ page: in-{tag}; }}' in styles
    right = next(entry.right for entry in key_of(sample()) if entry.interaction == "one_word")
    assert right == "permission or consent or ganiatâd or gydsyniad or الإذن or الموافقة"


def test_films_of_every_language_may_be_loaded(tmp_path: Path) -> None:
    """From the hosts of all of them, and from no other."""
    folder = copy(tmp_path)
    shutil.rmtree(folder / "ar")
    settings = folder / "course.yml"
    settings.write_text(settings.read_text("utf-8").replace(", ar]", "]"), "utf-8")
    for path, host in (("", "en.example.org"), ("cy", "cy.example.org")):
        module = folder / path / "01-the-door.md"
        film = FILM.replace("media/film.mp4", f"https://{host}/film.mp4")
        module.write_text(f"{module.read_text('utf-8')}\n{film}", "utf-8")
    (folder / "media").mkdir()
    shutil.copy(ROOT / "tests" / "courses" / "base" / "media" / "film.en.vtt", folder / "media")
    course, _ = checked(folder)
    assert course.film_hosts == ("cy.example.org", "en.example.org")
    text = render_page(course, templates_folder())
    assert "media-src 'self' blob: data: https://cy.example.org https://en.example.org;" in unescape(text)


def test_a_language_takes_no_room_in_the_state() -> None:
    """What an LMS has to hold is as long with three languages as with one."""
    alone = replace(sample(), translations=())
    assert room_of(sample()) == room_of(alone)


def test_administrators_read_of_the_choice_of_language() -> None:
    """Only where there is one."""
    for course, told in ((sample(), True), (replace(sample(), translations=()), False)):
        text = render_handover(course, [PackageFile("scorm12", Path("course.zip"), 1, "0")], None, ())
        assert ("Language of the learner" in text) is told
        assert ("en-GB, cy, ar" in text) is told
