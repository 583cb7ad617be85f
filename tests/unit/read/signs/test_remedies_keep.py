"""A remedy keeps what an author said: bold words, the question around a bold line, and an important box."""

from builder.model.blocks import Prose
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.limits.pairs import module, read_files, report_of
from tests.rules.corpus import HEAD, applied

STRINGS = load_strings(templates_folder(), "en")

BOLD = [
    ("- [x] **Ring first** ✓\n- [ ] Write", "**Ring first**"),
    ("- [ ] Write\n- [x] __Ring first__ (correct)", "__Ring first__"),
    ("- [x] ✔ **Ring first**\n- [ ] **Write**", "**Ring first**"),
    ("- [x] <u>Ring first</u> #right\n- [ ] Write", "<u>Ring first</u>"),
]
JUDGED = [
    ("- [x] Ring first (correct!)\n- [ ] Write", "(correct!)"),
    ("- [x] Ring first (Correct! She hears you.)\n- [ ] Write", "(Correct! She hears you.)"),
    ("- [x] Ring first\n- [ ] Write (incorrect - too slow)", "(incorrect - too slow)"),
    ("- [x] Ring first\n- [ ] Write – Wrong: nobody reads it.", "– Wrong: nobody reads it."),
    ("- [x] Ring first: Correct, well done\n- [ ] Write", ": Correct, well done"),
    ("- [x] Ring first\n- [ ] Write → incorrect", "→ incorrect"),
    ("- [x] Ring first\n- [ ] Write (false!)\n- [ ] Go", "(false!)"),
    ("- [x] Ring first\n- [ ] Write – Faux : trop tard.", "– Faux : trop tard."),
    ("- [x] Ring first\n- [ ] Write (Неправильно, бо це пізно.)", "(Неправильно, бо це пізно.)"),
    ("- [x] Ring first\n- [ ] Write (wrong)\n- [ ] Go", "(wrong)"),
]
ABOUT = [
    *("- [x] Records that are: correct, current and complete\n- [ ] Records in ink", "- [x] A: correct\n- [ ] A: incorrect"),
    *("- [x] Look left (right, then left)\n- [ ] Run", "- [ ] It is wrong - correct it\n- [x] Leave it", "- [x] Correct\n- [ ] Wrong"),
    *("- [x] Write (correct - to a degree)\n- [ ] Go (correct - but rude)", "- [x] The true story (false start)\n- [ ] Go"),
    *("- [x] Say when it is wrong.\n- [ ] Say that all is correct.", "- [x] Notes must be true – and short\n- [ ] Long"),
]  # fmt: skip


def found(text: str, rule: str) -> list[tuple[str, str, str]]:
    """What is reported of a rule: the words at its place, what to write, and the module once its remedy is applied."""
    source = f"{HEAD}{text}\n"
    told = []
    for one in report_of(module(text)):
        if one.rule == rule:
            words = source.split("\n")[one.span.line - 1][one.span.column - 1 :]
            told.append((words, one.hint, applied(source, one.fix).removeprefix(HEAD) if one.fix else ""))
    return told


@for_each("case", BOLD, ids=lambda case: case[1])
def test_a_sign_is_taken_from_bold_words_alone(case: tuple[str, str]) -> None:
    """The stars stay where they are, and nothing is found any more."""
    options, kept = case
    ((_, hint, mended),) = found(f"## Quiz: What is first?\n\n{options}", "QUE-018")
    assert hint == f"Write - [x] {kept}" and f"- [x] {kept}\n" in mended
    assert report_of(module(mended)) == ()


@for_each("case", JUDGED, ids=lambda case: case[1])
def test_an_option_that_says_whether_it_is_right_is_reported(case: tuple[str, str]) -> None:
    """Learners would read it before they choose. A reason becomes feedback."""
    options, words = case
    ((told, hint, mended),) = found(f"## Quiz: What is first?\n\n{options}", "QUE-018")
    assert told.strip() == words and hint.startswith("Write - [")
    assert words not in mended and ("feedback: >" in hint) == (not mended)


@for_each("options", ABOUT)
def test_an_option_about_what_is_right_is_not_reported(options: str) -> None:
    """Nor one that says something else than the ticks, or differs from another one in nothing else."""
    assert report_of(module(f"## Quiz: What is said of it?\n\n{options}")) == ()


BLOCKS = [
    "## Number: How many tablets?\n\n{}\n\n5 mg twice a day\n\n= 2",
    "## Quiz: What is right?\n\n{}\n\nA visit.\n\n- [x] Ring\n- [ ] Go",
    "## Reflect: What would you do?\n\n{}\n\nA visit.",
    "## Scene: At the door {{#door}}\n\n{}\n\nA visit.\n\n- [Ring](#ring)\n\n## Scene: You ring {{#ring}}\n\nDana opens.",
    "## Order: What comes first?\n\n{}\n\nA visit.\n\n1. Ring\n2. Go",
]


@for_each("block", BLOCKS)
def test_a_bold_line_inside_of_a_block_is_no_heading(block: str) -> None:
    """A heading there would end the block. Behind a line of dashes or an ordinary heading it is reported."""
    assert report_of(module(block.format("**The prescription**"))) == ()
    below = f"{block.format('Read this.')}\n\n---\n\n**The prescription**\n\nA visit."
    assert [one.rule for one in report_of(module(below))] == ["W01"]
    ordinary = "## Monday: the visit\n\n**The prescription**\n\nA visit."
    assert [one.rule for one in report_of(module(ordinary))] == ["W01"]


BOXES = [
    '::: {#first-visit .callout-important appearance="simple" icon=false}\nNever go alone.\n:::',
    "::: {.callout-important #first-visit}\nNever go alone.\n:::",
    ":::: {icon=false .important}\nNever go alone.\n::::",
    "::: {#a:b.c .important title='So'}\nNever go alone.\n:::",
]
NO_BOXES = [
    ("::: {#first-visit}\nNever go alone.\n:::", "An id stands at the end of a heading"),
    ("::: {#first .panel-tabset}\nNever go alone.\n:::", "Parts side by side are"),
    ("::: {#first .callout-tip .wide}\nNever go alone.\n:::", "> [!NOTE]"),
    ("::: {#first .callout-tip}\nNever go alone.", "> [!NOTE]"),
]


@for_each("box", BOXES)
def test_a_box_whose_id_stands_first_is_a_box(box: str) -> None:
    """An id and settings stand in any order around the word that says what the box is."""
    course, report = read_files(module(box))
    (prose,) = course.modules[0].blocks
    assert report.diagnostics == () and isinstance(prose, Prose)
    assert "callout--important" in HtmlWriter(STRINGS).blocks(prose.content)


@for_each("case", NO_BOXES, ids=lambda case: case[0])
def test_what_begins_a_part_is_not_called_its_end(case: tuple[str, str]) -> None:
    """What is to be written keeps the box."""
    text, hint = case
    first = report_of(module(text))[0]
    assert first.span.line == 5 and " begins " in first.message and hint in first.hint


LOST_STARS = [
    ("It is 2*3*4 = 24.", "2*3*4", "2 × 3 × 4"),
    ("Give 5*6 or 7*8 of them.", "5*6 or 7*8", "5 × 6 or 7 × 8"),
    ("- They had 2.5*x*10 days.", "2.5*x*10", "2.5 × x × 10"),
    ("| 10*20*30 | so |\n| --- | --- |\n| 1 | 2 |", "10*20*30", "10 × 20 × 30"),
]
KEPT_STARS = [
    *("It is 2 * 3 * 4.", "It is 2*3.", "It is `2*3*4` and $2*3*4$.", "It is 2\\*3\\*4.", "It is *3* of 4.", "Take **2**, **3**."),
    *("Rooms 2* and 3* are here.", "un*frigging*believable", "```\n2*3*4\n```", "It is 5 *and* 6."),
]  # fmt: skip


@for_each("case", LOST_STARS, ids=lambda case: case[1])
def test_stars_between_figures_that_learners_would_not_see_are_reported(case: tuple[str, str, str]) -> None:
    """Without them it is another number. What is to be written has no fault."""
    text, words, written = case
    ((told, hint, mended),) = found(text, "STR-031")
    assert told.startswith(words) and hint.startswith(f"Write {written} ,")
    assert mended == text.replace(words, written) + "\n" and report_of(module(mended)) == ()


@for_each("text", KEPT_STARS)
def test_other_stars_are_left_alone(text: str) -> None:
    """Those that are shown, those in code and formulas, and those around words."""
    assert found(text, "STR-031") == []
