"""Variables: what a learner gets in their place."""

from pathlib import Path

import pytest

from builder.kinds import KINDS
from builder.pipeline import build
from builder.read import read_course

SETTINGS = 'variables:\n  team: Ann\'s "Ideas" & *Plans*\n  year: 2026\n'


def page_of(folder: Path, text: str) -> str:
    """The page of the small course with variables and a module of this text."""
    with (folder / "course.yml").open("a") as file:
        file.write(SETTINGS + "summary: In {{year}}, by {{team}}\n")
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome to {{{{year}}}}\n---\n\n{text}\n")
    outcome = build(folder, folder / "out", ["web"])
    assert not outcome.report.diagnostics, outcome.report.diagnostics
    return outcome.written[0].read_text()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("By {{team}}.", "<p>By Ann’s “Ideas” &amp; *Plans*.</p>"),
        ("By **{{ year }}**.", "<strong>2026</strong>"),
        ("As `{{team}}` or \\{{team}}.", "<p>As <code>{{team}}</code> or {{team}}.</p>"),
        ("```\n{{team}}\n```", "<pre><code>{{team}}\n</code></pre>"),
        (
            "See [the plan of {{year}}](https://www.example.org/{{year}}/plan).",
            'href="https://www.example.org/2026/plan"',
        ),
        ("![A table in {{year}}](images/team.png)", 'alt="A table in 2026"'),
        ("| In {{year}} |\n| --- |\n| {{team}} |", "<td>Ann’s “Ideas” &amp; *Plans*</td>"),
        ("## Fill: Which year?\n\nIt is [[{{year}}|this year]].", "<strong data-accepted>2026</strong>"),
        ("## Quiz: Which year?\n\n- [x] {{year}}\n- [ ] 1926", "<span>2026</span>"),
    ],
)
def test_its_words_stand_in_its_place(text: str, shown: str, course_folder: Path) -> None:
    """As words: quotes are set, signs do nothing; code is left alone."""
    page = page_of(course_folder, text)
    assert shown in page
    assert "Welcome to 2026</h1>" in page and "In 2026, by Ann’s “Ideas” &amp; *Plans*</p>" in page


def test_a_film_and_a_glossary_name_them_too(course_folder: Path) -> None:
    """The words of its link, its original length, the reason that it gives; a definition."""
    (course_folder / "glossary.md").write_text("Plan\n: What {{team}} made.\n")
    text = (
        "A plan.\n\n## Watch: In {{year}}\n\n[The film of {{year}}](media/film.mp4)\n- captions: media/film.en.vtt\n"
        "- descriptions: not needed ({{year}} is said)\n- original: {{year}} minutes\n"
    )
    page = page_of(course_folder, text)
    assert "{{" not in page
    assert "Original film: 2026 minutes." in page and "2026 is said" in page and "<dd>What Ann’s" in page


def test_a_variable_used_in_settings_alone_is_used(course_folder: Path) -> None:
    """It is not reported as unused."""
    with (course_folder / "course.yml").open("a") as file:
        file.write("publisher: By {{team}}\nvariables:\n  team: Ann\n")
    course, report = read_course(course_folder, KINDS)
    assert course.publisher == "By Ann" and not report.diagnostics
