"""A translation that is stale in places: what learners read of the source says that it is the source's, titles and settings too."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from builder.check import check_course
from builder.kinds import KINDS
from builder.pipeline import renewed
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from builder.translate.segment import Tokens
from tests.cases import for_each
from tests.languages.course import WORDS, Sample, write_course
from tests.languages.test_twenty import false_languages
from tests.translate.pretend import translate

SOURCE = "en-GB"
NUMBERED = re.compile(rf"\b{WORDS[SOURCE]} (\d+)")
MORE = (
    "owner: zengz 1\ncontact: zengz 2\nenforcement: zengz 3\nvariables:\n  office: zengz 4\n  whole: zengz 5\n"
    "theme:\n  name: zengz 6\n  logo: images/team.png\n  logo-text: zengz 7\n"
    "cover:\n  picture: images/team.png\n  picture-text: zengz 19\n"
)
"""Settings that the course of the other tests has not."""


def made(folder: Path, tag: str, every: int = 1, rest: int = 0) -> Path:
    """A course with one of everything in another language: whole, or one in so many segments."""
    write_course(folder, Sample(SOURCE, SOURCE, "fr"))
    settings = folder / "course.yml"
    settings.write_text(settings.read_text("utf-8") + f"languages: [{SOURCE}, {tag}]\n{MORE}", "utf-8")
    (folder / "03-test.md").rename(folder / "04-test.md")
    (folder / "03-names.md").write_text(
        "# zengz 8\n\nzengz 9 {{office}}, ![zengz 10](images/team.png) zengz 11.\n\nzengz 12 <abbr title='zengz 13'>zengz 14</abbr>.\n\n"
        '![zengz 15](images/team.png "zengz 16")\n\n## zengz 17\n\n{{whole}}: zengz 18\n',
        "utf-8",
    )

    def words(tokens: Tokens) -> Tokens:
        return tuple(token._replace(words=token.words.replace(WORDS[SOURCE], WORDS[tag])) for token in tokens)

    done = translate(folder, words, tag, lambda place, _: place % every == rest)
    assert done.sound, (done.faults, done.other_ids, done.report.errors)
    return folder


def outdate(folder: Path, every: int, rest: int) -> int:
    """Change one in so many sentences of the source; gives how many."""
    count = 0
    for path in (*folder.glob("*.md"), *folder.glob("*.yml"), *folder.glob("media/*.vtt")):
        text = path.read_bytes().decode()

        def changed(found: re.Match[str]) -> str:
            nonlocal count
            stale = int(found[1]) % every == rest and not found.string[: found.start()].endswith(("{#", "[["))
            count += stale
            return f"{found[0]} {WORDS[SOURCE]}" if stale else found[0]

        path.write_bytes(NUMBERED.sub(changed, text).encode())
    return count


def pages(folder: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """The page of the second language as it stands below the first, and the data of its script."""
    course, found = read_course(folder, KINDS, renew=renewed)
    report = check_course(course, found)[1]
    assert report.errors == ()
    page = render_page(course, templates_folder())
    below = page[page.index("data-other-languages>") :]
    (tag,) = course.languages[1:]
    facing = "rtl" if tag == "ar" else "ltr"
    yield tag, html.fromstring(f'<html lang="{tag}" dir="{facing}"><body><div {below}</body></html>')


def assert_true(folder: Path) -> None:
    """Each text is in the language that the nearest `lang` names, and much of it is the source's."""
    for own, page in pages(folder):
        for unseen in page.xpath("//*[@data-accepted][@hidden]"):
            unseen.drop_tree()
        for table in page.xpath("//*[@role='region'][@tabindex][@aria-label]"):
            del table.attrib["aria-label"]  # the heads of its columns, of which each says its language itself
        wrong, seen = false_languages(page, own)
        assert wrong == [] and seen > 300
        english = [one for one in page.xpath("//*[@lang='en-GB']") if WORDS[SOURCE] in one.text_content()]
        assert len(english) > 40


@for_each(("tag", "every", "rest"), [("cy", 3, 0), ("ar", 3, 1), ("pl", 1, 0)], one_in=2)
def test_no_text_is_in_another_language_than_is_named(tag: str, every: int, rest: int, tmp_path: Path) -> None:
    """A third of the sentences has changed, or each of them: in titles, settings, questions, films and forms."""
    folder = made(tmp_path / "course", tag)
    assert outdate(folder, every, rest) > 60
    assert_true(folder)


@for_each(("tag", "every", "rest"), [("cy", 2, 0), ("ar", 3, 1), ("uk", 5, 4)])
def test_a_translation_that_is_done_in_part_is_read_and_says_what_is_left(
    tag: str, every: int, rest: int, tmp_path: Path
) -> None:
    """Whichever segments a translator has done, the file can be read back, and the rest is the source's."""
    assert_true(made(tmp_path / "course", tag, every, rest))
