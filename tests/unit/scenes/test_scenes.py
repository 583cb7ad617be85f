"""Stories of scenes: what is read, what is proved of them, and how they stand on the page and in the map."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from lxml import etree, html

from builder.authoring.story_map import story_svg, story_text
from builder.cli import main
from builder.kinds import KINDS
from builder.kinds.scene import longest_way
from builder.model.assessment import AssessmentItem
from builder.model.diagnostics import Diagnostic
from builder.read import read_course
from builder.render.course import render_page
from builder.render.handover import render_handover
from builder.render.interface.catalogues import interface_of
from builder.render.interface.words import Words
from builder.render.page.environment import templates_folder
from builder.render.page.expectation import what_to_expect
from tests.conftest import ROOT

EXAMPLE = (ROOT / "templates" / "components" / "scene" / "examples" / "scene.md").read_text(encoding="utf-8")
HEAD = "---\ntitle: At the door\n---\n"


def read(folder: Path, text: str) -> tuple[tuple[AssessmentItem, ...], tuple[Diagnostic, ...]]:
    """The stories of a module, and what is reported."""
    (folder / "01-welcome.md").write_text(HEAD + text, encoding="utf-8")
    course, report = read_course(folder, KINDS)
    return course.items, report.diagnostics


def test_scenes_that_follow_each_other_are_one_story(course_folder: Path) -> None:
    """Also with a line of dashes between them; other text parts two stories."""
    (story,), faults = read(course_folder, EXAMPLE.replace("\n## Scene: The door is", "\n---\n\n## Scene: The door is"))
    assert faults == ()
    assert story.id == "nobody-opens" and not story.scored
    assert story.interaction.ways == {
        "nobody-opens": ("door-opens", "back-at-office"),
        "door-opens": ("help-today", "door-shut"),
        "door-shut": ("help-today", "back-at-office"),
        "help-today": (),
        "back-at-office": (),
    }
    second = EXAMPLE
    for id in story.interaction.ways:
        second = second.replace(id, f"{id}-2")
    stories, faults = read(course_folder, f"{EXAMPLE}\n---\n\nAnother day.\n\n{second}")
    assert faults == () and [one.id for one in stories] == ["nobody-opens", "nobody-opens-2"]


def test_the_shape_of_a_story_is_where_its_choices_lead(course_folder: Path) -> None:
    """Other words keep a learner's way; another order of the choices, or another scene behind one, does not."""
    (story,), _ = read(course_folder, EXAMPLE)
    (reworded,), _ = read(course_folder, EXAMPLE.replace("You ring again", "Ring once more").replace("fever", "cough"))
    (turned,), _ = read(
        course_folder, EXAMPLE.replace("(#help-today)\n- [You write", "(#back-at-office)\n- [You write")
    )
    assert story.interaction.shape == reworded.interaction.shape != turned.interaction.shape
    assert len(story.interaction.shape) == 4


FAULTS = {
    "nowhere": ("- [Go](#bb)\n- Wait", "8:3 this choice leads nowhere"),
    "itself": ("- [Go](#bb)\n- [Wait](#aa)", "8:1 this choice leads back to its own scene, so nothing happens"),
    "elsewhere": ("- [Go](#bb)\n- [Wait](#part)", "8:1 this choice leads to #part, which is no scene of this story"),
    "two links": ("- [Go](#bb) or [stay](#bb)", "7:3 a choice leads to one scene, by one link"),
    "text below": ("- [Go](#bb)\n\nDecide well.", "9:1 the choices of a scene are its end, and more stands below them"),
    "unreached": ("- [Go](#cc)", "9:1 no choice leads to this scene, so no learner meets it"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_no_learner_could_do_is_reported_at_its_line(course_folder: Path, fault: str) -> None:
    """One fault is one finding."""
    choices, wanted = FAULTS[fault]
    text = f"## Scene: A {{#aa}}\nHere.\n\n{choices}\n\n## Scene: B {{#bb}}\nOn.\n\n- [Go](#cc)\n\n## Scene: C {{#cc}}\nEnd.\n\n## Part {{#part}}\nText.\n"
    _, faults = read(course_folder, text)
    assert [f"{one.span.line}:{one.span.column} {one.message}" for one in faults if one.rule == "QUE-024"] == [wanted]


@pytest.mark.parametrize("label", ["Hint:", "HINT:", "Worked answer:", "hint:  "])
@pytest.mark.parametrize("place", [0, 1])
def test_help_in_a_scene_is_reported_and_stays_among_its_words(course_folder: Path, label: str, place: int) -> None:
    """A story has nothing to open. In no scene its words are lost, nor the choices below them."""
    texts = ["You wait.", "Dana smiles."]
    texts[place] += f"\n\n{label} Look at the boy."
    text = f"## Scene: A {{#aa}}\n{texts[0]}\n\n- [Go](#bb)\n\n## Scene: B {{#bb}}\n{texts[1]}\n"
    _, (fault,) = read(course_folder, text)
    assert fault.rule == "QUE-013" and fault.hint == "Write its words alone: Look at the boy."
    assert "a Scene has no" in fault.message
    (story,), faults = read(course_folder, text.replace(label, "").replace(" Look", "Look"))
    assert faults == () and "Look at the boy." in str(story.interaction.scenes[place].text)
    assert [len(scene.decisions) for scene in story.interaction.scenes] == [1, 0]


@pytest.mark.parametrize("words", ["Example: a mother waits.", "Her hint: stay calm.", "“Hint,” says Dana: “wait.”"])
def test_other_words_with_a_colon_are_the_words_of_a_scene(course_folder: Path, words: str) -> None:
    """What no learner would take for help is not reported."""
    (story,), faults = read(course_folder, f"## Scene: A {{#aa}}\n{words}\n\n- [Go](#bb)\n\n## Scene: B {{#bb}}\nOn.\n")
    assert faults == () and len(story.interaction.scenes) == 2


def test_choices_with_different_signs_are_the_choices_of_one_scene(course_folder: Path) -> None:
    """Other tools begin some with * and some with +, which are two lists in markdown."""
    (story,), faults = read(
        course_folder,
        "## Scene: A {#aa}\nHere.\n\n* [Go](01-welcome.md#bb)\n+ [Stay][there]\n- [Leave](<#dd>)\n\n[there]: #cc\n\n"
        "## Scene: B {#bb}\nOn.\n\n## Scene: C {#cc}\nHere.\n\n## Scene: D {#dd}\nGone.\n",
    )
    assert faults == () and story.interaction.ways == {"aa": ("bb", "cc", "dd"), "bb": (), "cc": (), "dd": ()}


@pytest.mark.parametrize(("end", "told"), [("**Over.**", 0), ("**Sit down**\n\n**Stand up**", 2)])
def test_one_bold_line_may_end_a_story_and_two_look_like_choices(course_folder: Path, end: str, told: int) -> None:
    """Each of them is reported, with the link to write."""
    text = f"## Scene: A {{#aa}}\nHere.\n\n- [Go](#bb)\n\n## Scene: B {{#bb}}\nOn.\n\n{end}\n"
    _, faults = read(course_folder, text)
    assert [one.rule for one in faults] == ["QUE-024"] * told


def test_a_loop_without_a_way_out_is_reported_once(course_folder: Path) -> None:
    """It is where the loop begins, not each scene that leads into it."""
    text = "## Scene: A {#aa}\nHere.\n\n- [Go](#bb)\n\n## Scene: B {#bb}\nOn.\n\n- [Go](#cc)\n\n## Scene: C {#cc}\n\n- [Go](#bb)\n"
    _, (fault,) = read(course_folder, text)
    assert (fault.span.line, fault.message) == (
        9,
        "no way leads out of a loop that begins here, so the story never ends",
    )
    _, faults = read(
        course_folder,
        text.replace(
            "- [Go](#bb)\n\n## Scene: B", "- [Go](#bb)\n- [End](#dd)\n\n## Scene: D {#dd}\nEnd.\n\n## Scene: B"
        ),
    )
    assert [one.span.line for one in faults] == [13]
    _, faults = read(course_folder, text + "- [End](#dd)\n\n## Scene: D {#dd}\nEnd.\n")
    assert faults == ()


def test_scenes_that_lead_to_each_other_alone_are_never_met(course_folder: Path) -> None:
    """A circle of its own is reported at its first scene, though a way leads out of it; what follows from it is not."""
    text = (
        "## Scene: A {#aa}\nHere.\n\n- [Leave](#end)\n\n## Scene: X {#xx}\n\n- [On to Y](#yy)\n\n"
        "## Scene: Y {#yy}\n\n- [Back to X](#xx)\n- [On to Z](#zz)\n\n## Scene: Z {#zz}\n\n- [Out](#end)\n\n"
        "## Scene: End {#end}\nOver.\n"
    )
    _, (fault,) = read(course_folder, text)
    assert (fault.span.line, fault.message) == (
        9,
        "no way leads from the first scene to this one, so no learner meets it",
    )
    _, faults = read(course_folder, text.replace("- [Leave](#end)", "- [Leave](#end)\n- [Look at X](#xx)"))
    assert faults == ()


def test_each_story_of_a_module_is_proved_by_itself(course_folder: Path) -> None:
    """A scene of the other one is no scene of this one, and each has an end of its own."""
    story = "## Scene: A {{#a{0}}}\nHere.\n\n- [Walk on](#b{0})\n\n## Scene: B {{#b{0}}}\nOver.\n"
    both = f"{story.format(1)}\n---\n\nAnother day.\n\n{story.format(2)}"
    stories, faults = read(course_folder, both)
    assert faults == () and [one.interaction.ways for one in stories] == [
        {"a1": ("b1",), "b1": ()},
        {"a2": ("b2",), "b2": ()},
    ]
    _, faults = read(course_folder, both.replace("(#b2)", "(#b1)"))
    assert [one.message for one in faults] == ["this choice leads to #b1, which is no scene of this story"]


def test_a_way_of_forty_scenes_can_be_kept(course_folder: Path) -> None:
    """With one choice in each; the test below has two in each."""
    chain = [f"## Scene: S{n} {{#s-{n}}}\nOn.\n\n- [To {n + 1}](#s-{n + 1})\n" for n in range(40)]
    (story,), faults = read(course_folder, "\n".join([*chain, "## Scene: End {#s-40}\nEnd.\n"]))
    assert faults == () and len(story.interaction.scenes) == 41
    assert story_svg(story).count("marker-end") >= 40 and "41. " in story_text(story)


def test_a_story_that_cannot_be_kept_is_reported(course_folder: Path) -> None:
    """A way through it is one number that a browser can count."""

    def story(scenes: int) -> str:
        chain = [
            f"## Scene: S{n} {{#s-{n}}}\nOn.\n\n- [On](#s-{n + 1})\n- [Stop](#s-{scenes})\n" for n in range(scenes)
        ]
        return "\n".join([*chain, f"## Scene: End {{#s-{scenes}}}\nEnd.\n"])

    assert read(course_folder, story(33))[1] == ()
    (fault,) = read(course_folder, story(34))[1]
    assert fault.message == "a way through this story has more decisions than can be kept for a learner"
    assert fault.span.line == 4 and fault.hint.startswith("Make two stories of it, with a line --- and a few words")
    first = story(20)
    second = first.replace("s-", "t-").replace("Scene: S", "Scene: T").replace("Scene: End", "Scene: The end")
    stories, faults = read(course_folder, f"{first}\n---\n\nThe next day.\n\n{second}")
    assert faults == () and len(stories) == 2


def test_a_story_that_branches_may_have_far_more_scenes(course_folder: Path) -> None:
    """Only those on one way count: a learner meets 7 of these 127."""
    scenes = [
        f"## Scene: S{n} {{#s-{n}}}\nOn.\n\n- [Left](#s-{2 * n})\n- [Right](#s-{2 * n + 1})\n" for n in range(1, 64)
    ]
    ends = [f"## Scene: S{n} {{#s-{n}}}\nEnd.\n" for n in range(64, 128)]
    (story,), faults = read(course_folder, "\n".join([*scenes, *ends]))
    assert faults == () and len(story.interaction.scenes) == 127


def test_no_way_is_longer_than_what_is_counted() -> None:
    """Each way of random stories, loops among them, is a number below the largest; without loops the longest comes close to it."""
    chance = Random(5)
    for _ in range(300):
        ids = [str(one) for one in range(chance.randint(2, 7))]
        ways = {id: tuple(chance.choices(ids, k=chance.randint(0, 3))) for id in ids}
        longest = max(_ways_from(ids[0], ways, ()))
        assert longest <= longest_way(ways)
        onwards = {id: tuple(target for target in targets if target > id) for id, targets in ways.items()}
        assert max(worth for id in ids for worth in _ways_from(id, onwards, ())) == longest_way(onwards)


def _ways_from(id: str, ways: Mapping[str, tuple[str, ...]], met: tuple[str, ...]) -> Iterator[int]:
    """What each way comes to that meets no scene twice."""
    own = len(ways[id]) + 1
    yield own
    for target in ways[id]:
        if target not in (*met, id):
            yield from (own * beyond for beyond in _ways_from(target, ways, (*met, id)))


def test_without_script_it_is_a_book_with_numbered_turns(course_folder: Path) -> None:
    """Each scene has its number, and each choice says to which one to turn; nothing is hidden from it by markup."""
    (course_folder / "01-welcome.md").write_text(HEAD + EXAMPLE, encoding="utf-8")
    page = html.document_fromstring(render_page(read_course(course_folder, KINDS)[0], templates_folder()))
    story = page.get_element_by_id("nobody-opens")
    scenes = story.xpath(".//*[@data-scene]")
    assert [scene.xpath("normalize-space(.//h2)") for scene in scenes][:2] == [
        "Nobody opens the door",
        "The door opens",
    ]
    turns = [[link.xpath("normalize-space(ancestor::li)") for link in scene.xpath(".//a")] for scene in scenes]
    assert turns[0] == [
        "You ring again, and say who you are Turn to 2.",
        "You go back to the office and write a note Turn to 5.",
    ]
    assert [len(scene.xpath(".//p[normalize-space()='This way ends here.']")) for scene in scenes] == [0, 0, 0, 1, 1]
    assert all(page.get_element_by_id(link.get("href")[1:]) is not None for link in story.xpath(".//a"))
    assert not any(scene.get("hidden") is not None for scene in scenes)


def test_who_sees_a_choice_stands_before_the_first_one(course_folder: Path) -> None:
    """Also in a book on paper, and not below all ways to an end; it is heard with the title of the story."""
    (course_folder / "01-welcome.md").write_text(HEAD + EXAMPLE, encoding="utf-8")
    page = html.document_fromstring(render_page(read_course(course_folder, KINDS)[0], templates_folder()))
    story = page.get_element_by_id("nobody-opens")
    (note,) = story.xpath(".//*[@id='nobody-opens--note']")
    assert "your tutors can see what you choose" in note.text_content()
    assert story.get("aria-describedby") == note.get("id")
    before = list(story.iter())
    assert before.index(note) < before.index(story.xpath(".//a")[0])
    assert note.getparent().get("data-scene") == "nobody-opens"


def test_a_map_has_every_scene_and_every_choice_in_words(course_folder: Path) -> None:
    """The text says all that the picture shows; both are the same each time."""
    (story,), _ = read(course_folder, EXAMPLE)
    text = story_text(story)
    assert text == (ROOT / "tests" / "unit" / "scenes" / "story-map.txt").read_text(encoding="utf-8")
    picture = story_svg(story)
    assert picture == story_svg(story)
    root = etree.fromstring(picture.encode())
    names = {one.tag.rpartition("}")[2] for one in root.iter(etree.Element)}
    assert root.get("role") == "img" and root.get("aria-labelledby") == "title desc"
    assert "script" not in names and {"title", "desc"} <= names
    said = " ".join(" ".join(root.xpath("//*[local-name()='text']//text()")).split())
    for scene in story.interaction.scenes:
        assert scene.content.text in said
    lines = root.xpath("//*[local-name()='path'][@marker-end]")
    assert len(lines) == sum(len(scene.decisions) for scene in story.interaction.scenes)


def test_the_cover_counts_stories_apart_from_questions(course_folder: Path) -> None:
    """A story asks nothing that could be answered right or wrong."""
    quiz = "\n## Quiz: Who asked? {#who}\n\n- [x] Dana\n- [ ] Nobody\n"
    (course_folder / "01-welcome.md").write_text(HEAD + EXAMPLE + quiz, encoding="utf-8")
    course, _ = read_course(course_folder, KINDS)
    words = Words(interface_of(course, templates_folder()))
    assert what_to_expect(course, words) == "One short question, one story with decisions"


def test_administrators_read_that_an_end_is_asked_for(course_folder: Path) -> None:
    """It is so whatever `completion` says, so the page for them must not stop at its rule."""
    (course_folder / "01-welcome.md").write_text(HEAD + EXAMPLE, encoding="utf-8")
    said = render_handover(read_course(course_folder, KINDS)[0], [])
    assert "An end of each story must be reached: “Nobody opens the door”." in said


def test_the_command_prints_and_draws_each_story(course_folder: Path, tmp_path: Path) -> None:
    """In words on the terminal; as a picture and as text in a folder. A course without one says so."""
    (course_folder / "01-welcome.md").write_text(HEAD + EXAMPLE, encoding="utf-8")
    done = CliRunner().invoke(main, ["map", str(course_folder), "--out", str(tmp_path / "maps")])
    assert done.exit_code == 0 and "   - You ring again, and say who you are -> 2\n" in done.output
    assert sorted(path.name for path in (tmp_path / "maps").iterdir()) == ["nobody-opens.svg", "nobody-opens.txt"]
    (course_folder / "01-welcome.md").write_text(HEAD + "Text.\n", encoding="utf-8")
    assert "There is no story of scenes here." in CliRunner().invoke(main, ["map", str(course_folder)]).output
