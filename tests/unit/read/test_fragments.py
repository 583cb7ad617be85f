"""Fragments: what a learner gets of them, and what Satchel reports to the author."""

from pathlib import Path

from builder.check import check_course
from builder.kinds import KINDS
from builder.pipeline import build
from builder.read import read_course
from builder.read.markdown.includes import MOST


def module(folder: Path, name: str, text: str) -> None:
    """A module of this text."""
    (folder / name).write_text(f"---\ntitle: {name}\n---\n\n{text}\n")


def test_its_text_stands_where_the_line_was(course_folder: Path) -> None:
    """Between the words before and after, in each module; the words of the link are nowhere."""
    module(course_folder, "01-welcome.md", "Before.\n\n[For the author](_help.md)\n\nAfter.")
    module(course_folder, "02-more.md", "[For the author](_help.md)")
    (course_folder / "_help.md").write_text("Ask for *help*.\n")
    outcome = build(course_folder, course_folder / "out", ["web"])
    page = outcome.written[0].read_text()
    assert not outcome.report.diagnostics
    assert page.count("Ask for <em>help</em>.") == 2
    assert "<p>Before.</p>\n<p>Ask for <em>help</em>.</p>\n<p>After.</p>" in page
    assert "For the author" not in page


def test_a_question_goes_on_in_a_fragment(course_folder: Path) -> None:
    """As if its lines stood there: options that two questions share."""
    module(
        course_folder,
        "01-welcome.md",
        "## Quiz: First?\n\n[Answers](_answers.md)\n\n## Quiz: Second?\n\n[Answers](_answers.md)",
    )
    (course_folder / "_answers.md").write_text("- [x] Yes\n- [ ] No\n")
    course, report = read_course(course_folder, KINDS)
    assert not report.diagnostics
    assert [len(item.interaction.choices) for item in course.items] == [2, 2]  # type: ignore[union-attr]


def test_a_fault_is_told_once_and_names_every_module(course_folder: Path) -> None:
    """At the fragment's own line, though two modules include it."""
    module(course_folder, "01-welcome.md", "[Help](_help.md)")
    module(course_folder, "02-more.md", "Hello.\n\n[Help](_help.md)")
    (course_folder / "_help.md").write_text("Ask.\n\n[click here](https://www.example.org/)\n")
    (fault,) = check_course(*read_course(course_folder, KINDS))[1].diagnostics
    assert (fault.span.path, fault.span.line, fault.span.column) == ("_help.md", 3, 14)
    assert fault.excerpt == "[click here](https://www.example.org/)"
    assert fault.hint.endswith("(Included by 01-welcome.md:5, 02-more.md:7.)")


def test_a_reason_in_a_fragment_takes_its_warning_back(course_folder: Path) -> None:
    """Beside its place, as in a module."""
    module(course_folder, "01-welcome.md", "[Help](_help.md)")
    (course_folder / "_help.md").write_text(
        "<!-- a11y-ok W20: the table follows -->\nSee the table below.\n\n| Who | What |\n| --- | --- |\n| She | Helps |\n"
    )
    report = check_course(*read_course(course_folder, KINDS))[1]
    assert not report.diagnostics
    assert [s.diagnostic.span.path for s in report.suppressed] == ["_help.md"]


def test_an_id_is_written_into_the_fragment(course_folder: Path) -> None:
    """`satchel ids` names the file that holds the question."""
    module(course_folder, "01-welcome.md", "Hello.\n\n[A question](_question.md)")
    (course_folder / "_question.md").write_text("## Reflect: What helps?\n")
    course, report = read_course(course_folder, KINDS)
    assert not report.diagnostics
    (block,) = [one for one in course.generated_ids if one.kind == "Reflect"]
    assert (block.path, block.line, block.words) == ("_question.md", 1, " {#what-helps}")


def test_fragments_that_double_come_to_an_end(course_folder: Path) -> None:
    """Ten that include the next one twice would be a thousand."""
    module(course_folder, "01-welcome.md", "[One](_f0.md)")
    for number in range(10):
        again = f"[More](_f{number + 1}.md)\n\n[More](_f{number + 1}.md)"
        (course_folder / f"_f{number}.md").write_text(f"Words.\n\n{again if number < 9 else ''}\n")
    rules = {d.rule for d in read_course(course_folder, KINDS)[1].diagnostics}
    assert rules == {"INC-002"}
    assert MOST < 2**10
