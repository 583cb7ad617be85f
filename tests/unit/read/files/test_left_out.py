"""Files whose names keep them from being read: which are reported, as what, and which are not."""

from pathlib import Path

import pytest

from builder.read.files.ignored_files import likely_modules, note_left_out, settings_by_another_name
from builder.read.files.source import Source
from tests.cases import for_each

ENDINGS = (
    "md.txt",
    "md.text",
    "md.md",
    "md.markdown",
    "markdown",
    "mdown",
    "mkd",
    "mkdn",
    "mdwn",
    "mdtxt",
    "MD.TXT",
    "markdown.txt",
    "md.mdown",
    "md.mkd",
)
OTHERS = ("rst", "mdx", "mkdnn", "mk", "mdow", "md.html", "html", "txt.md.bak", "text", "txt")
OF_OTHER_PROGRAMS = (
    *("doc", "docx", "odt", "rtf", "pages", "htm", "html", "md.docx", "md.rtf", "MDX", "rmd", "qmd", "rst", "adoc"),
    *("asciidoc", "org", "typ"),
)
SETTINGS = "---\ntitle: Welcome\n---\n"


def lay(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def wanted(folder: Path, *names: str, text: str = "Words.\n") -> list[tuple[str, str]]:
    lay(folder, dict.fromkeys(names, text))
    return likely_modules(folder)


@for_each("ending", ENDINGS)
def test_an_ending_that_means_markdown_is_reported(tmp_path: Path, ending: str) -> None:
    """With the name that it needs; what stands before a second point belongs to the name."""
    assert wanted(tmp_path, f"welcome.{ending}") == [(f"welcome.{ending}", "welcome.md")]
    assert (f"a.b.{ending}", "a.b.md") in wanted(tmp_path, f"a.b.{ending}")


@for_each("ending", OTHERS)
def test_another_ending_is_not(tmp_path: Path, ending: str) -> None:
    assert wanted(tmp_path, f"welcome.{ending}") == []


@for_each(
    ("name", "meant"),
    [
        ("01-welcome", "01-welcome.md"),
        ("1 welcome.txt", "1 welcome.md"),
        ("001_welcome.TEXT", "001_welcome.md"),
        ("12. welcome", "12. welcome.md"),
        ("1-w", "1-w.md"),
        ("1-é", "1-é.md"),
        ("1000-welcome", ""),
        ("1welcome", ""),
        ("1-2", ""),
        ("1-_a", "1-_a.md"),
        ("-welcome", ""),
        ("01-welcome.pdf", ""),
        *((f"01-welcome.{other}", "01-welcome.md") for other in OF_OTHER_PROGRAMS),
        *((f"01-welcome.{other}", "") for other in ("docs", "od", "htm5", "rmdx", "adocs", "typ2", "md.pdf", "zip")),
        ("welcome.docx", ""),
        ("01-welcome,md", "01-welcome.md"),
        ("01-welcomemd", "01-welcome.md"),
        ("01-cmd", "01-c.md"),
        ("01-", ""),
    ],
)
def test_a_number_at_the_beginning_means_a_module(tmp_path: Path, name: str, meant: str) -> None:
    """Without an ending, or as plain text."""
    assert wanted(tmp_path, name) == ([(name, meant)] if meant else [])


@for_each(
    ("text", "is_module"),
    [
        (SETTINGS, True),
        ("---\n\n  id: welcome\n", True),
        ("---  \ntitle: A\n", True),
        ("---\r\ntitle: A\r\n", True),
        ("\n\n" + SETTINGS, True),
        ("\ufeff" + SETTINGS, True),
        ("---\nWords: so\n", False),
        ("---\n: so\n", False),
        ("--- title: A\n", False),
        ("Words.\n" + SETTINGS, False),
        ("", False),
    ],
)
def test_plain_text_is_meant_as_a_module_by_the_settings_at_its_head(
    tmp_path: Path, text: str, is_module: bool
) -> None:
    assert wanted(tmp_path, "welcome.txt", text=text) == ([("welcome.txt", "welcome.md")] if is_module else [])


@for_each("name", ["readme", "licence", "license", "changelog", "README", "Licence"])
def test_what_goes_with_any_folder_is_no_module(tmp_path: Path, name: str) -> None:
    assert wanted(tmp_path, f"{name}.markdown", f"{name}.txt", text=SETTINGS) == []
    assert wanted(tmp_path, f"{name}s.markdown") == [(f"{name}s.markdown", f"{name}s.md")]


def test_the_glossary_is_known_by_its_name(tmp_path: Path) -> None:
    """Whatever stands in it, and in small letters."""
    assert wanted(tmp_path, "Glossary.txt", "glossaries.txt") == [("Glossary.txt", "glossary.md")]
    assert wanted(tmp_path, "GLOSSARY.markdown")[0] == ("GLOSSARY.markdown", "glossary.md")


def test_what_is_hidden_or_there_already_or_no_file_is_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": "", "b.markdown/x": ""})
    assert wanted(tmp_path, ".welcome.markdown", "a.markdown", ".markdown") == []


def told(folder: Path, *, text: str = "", modules: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """File, message and hint of what is reported of a folder whose modules say this."""
    source = Source("01-a.md", tuple(text.split("\n")))
    return [(one.span.path, one.message, one.hint) for one in note_left_out(folder, modules, [source, None])]


@for_each(
    ("name", "what"),
    [
        ("01-welcome.txt", "a module ends in .md"),
        ("_part.markdown", "a fragment ends in .md"),
        ("glossary.txt", "the glossary is glossary.md"),
    ],
)
def test_the_message_says_what_it_would_be(tmp_path: Path, name: str, what: str) -> None:
    lay(tmp_path, {name: "Words."})
    ((path, message, hint),) = told(tmp_path)
    assert (path, message) == (name, f"this file is not read: the name of {what}")
    meant = name.rpartition(".")[0] + ".md"
    assert hint == f"Rename it to {meant}, or move it into a folder if it is not part of the course."


@for_each(
    ("text", "is_known"),
    [
        ("[It](my%20film.markdown)", True),
        ("- transcript: my film.markdown", True),
        ("(my film.markdown)", True),
        ("my film.markdown.", True),
        ("my film.markdown-2", False),
        ("my film.markdowns", False),
        ("my film.markdown.txt", False),
        ("my film", False),
    ],
)
def test_a_file_that_the_text_points_to_is_somebodys(tmp_path: Path, text: str, is_known: bool) -> None:
    """A transcript, a download."""
    lay(tmp_path, {"my film.markdown": "Words."})
    assert (told(tmp_path, text=text) == []) is is_known


TITLED = {below: "---\n" + "a: b\n" * below + "title: A\n---\n" for below in (0, 10, 11)}


@for_each(
    ("path", "text", "is_reported"),
    [
        ("part/01-a.md", TITLED[0], True),
        ("part/two/01-a.md", TITLED[10], True),
        ("part/01-a.md", TITLED[11], False),
        ("part/01-a.md", "Words.", False),
        ("part/a.md", TITLED[0], False),
        ("part/1000-a.md", TITLED[0], False),
        (".part/01-a.md", TITLED[0], False),
        ("_part/01-a.md", TITLED[0], False),
        ("part/_two/01-a.md", TITLED[0], False),
        ("part/two/three/01-a.md", TITLED[0], False),
        ("part/01-a.txt", TITLED[0], False),
    ],
)
def test_a_module_in_a_folder_is_reported(tmp_path: Path, path: str, text: str, is_reported: bool) -> None:
    """By its number and its title, up to two folders deep."""
    lay(tmp_path, {path: text})
    hint = "Move it beside course.yml, as 01-a.md. If it is not part of the course, delete the settings at its head."
    message = "this file is not read: modules lie beside course.yml, not in a folder"
    assert told(tmp_path) == ([(path, message, hint)] if is_reported else [])
    assert told(tmp_path, text=f"[It]({path})") == []


@for_each(
    ("name", "text", "is_reported"),
    [
        ("glosary.md", "Trust\n: It grows.\n", True),
        ("03-glossary.md", "Trust\n:  It grows.\n", True),
        ("3. Glossery.md", "Trust\n: It grows.\n", True),
        ("glosary.md", "Trust grows.\n", False),
        ("glosary.md", "Trust\n:It grows.\n", False),
        ("gallery.md", "Trust\n: It grows.\n", False),
    ],
)
def test_a_module_that_is_the_glossary_is_reported(tmp_path: Path, name: str, text: str, is_reported: bool) -> None:
    """Nearly its name, and what a glossary has in it; unless there is one."""
    lay(tmp_path, {name: text})
    message = "this file is read as a module, not as the glossary: the name of the glossary is glossary.md"
    assert told(tmp_path, modules=(name,)) == ([(name, message, "Rename it to glossary.md.")] if is_reported else [])
    lay(tmp_path, {"Glossary.md": text})
    assert told(tmp_path, modules=(name,)) == []


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["course.yaml"], "course.yaml"),
        (["Course.YML.txt"], "Course.YML.txt"),
        (["course.txt"], "course.txt"),
        (["course.yml.yaml", "config.yml"], "course.yml.yaml"),
        (["_config.yml", "settings.yaml"], "_config.yml"),
        (["config.yaml", "settings.txt"], "config.yaml"),
        (["course.yml.bak", "courses.yml", "course.json", "__config.yml", "course.yml.md"], ""),
    ],
)
def test_settings_by_another_name_are_found(tmp_path: Path, names: list[str], meant: str) -> None:
    """Of several the one that is called course."""
    lay(tmp_path, dict.fromkeys(names, ""))
    (tmp_path / "settings.yml").mkdir()
    assert settings_by_another_name(tmp_path) == meant
