"""The glossary: which words of a module lead to it, and what stands on its page."""

from pathlib import Path

import pytest

from builder.check import check_course
from builder.kinds import KINDS
from builder.model.course import Course
from builder.model.diagnostics import Span
from builder.model.glossary import Term
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.unit.content_factory import as_html
from tests.unit.course_factory import words

TERMS = "Trust | trusting\n: Relying on *somebody*.\n\nAIDS\n: An illness.\n\nTeam meeting\n: A meeting of the team.\n"


def course_of(folder: Path, text: str, terms: str = TERMS) -> Course:
    """The small course with a glossary and a module of this text."""
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{text}\n")
    (folder / "glossary.md").write_text(terms)
    course, report = read_course(folder, KINDS)
    assert not report.diagnostics
    return course


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Trust is good, and trust is rare.", "Trust"),
        ("A **trusting** team.", "trusting"),
        ("Team meetings every week.", "Team meetings"),
        ("Two trustes, as it were.", "trustes"),
        ("He has AIDS.", "AIDS"),
        ("- Some team meeting", "team meeting"),
        ("> We trust you.", "trust"),
    ],
)
def test_the_first_use_of_a_term_leads_to_it(text: str, linked: str, course_folder: Path) -> None:
    """In whatever form, and once only."""
    course = course_of(course_folder, text)
    (prose,) = course.modules[0].blocks
    assert as_html(prose.content).count('class="term"') == 1  # type: ignore[union-attr]
    assert f">{linked}</a>" in as_html(prose.content)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "Trusted and distrust.",
        "It aids the team.",
        "See `trust`.",
        "See [a study of trust](https://www.example.org/).",
        "## Trust",
        "| Trust | Haste |\n| --- | --- |\n| trust | haste |",
        "## Quiz: Which is right?\n\nTrust comes first.\n\n- [x] Trust\n- [ ] Haste\n\n> Trust, as the film says.",
    ],
)
def test_other_words_are_left_alone(text: str, course_folder: Path) -> None:
    """Parts of words, code, links, headings, tables and questions."""
    course = course_of(course_folder, text)
    assert course.modules[0].terms == ()


def test_the_page_of_terms_is_in_order_and_leads_back(course_folder: Path) -> None:
    """Each definition with a link to the place in the text, and the page in the list of contents."""
    course = course_of(course_folder, "We trust the team meeting.")
    page = render_page(course, templates_folder())
    assert [term.words.text for term in course.glossary.terms] == ["AIDS", "Team meeting", "Trust"]  # type: ignore[union-attr]
    assert '<dt id="glossary-trust"><dfn>Trust</dfn>, trusting</dt>' in page
    assert '<a href="#welcome--glossary-trust">' in page and 'id="welcome--glossary-trust"' in page
    assert 'data-contents="glossary">Glossary</a>' in page


def test_a_term_said_in_a_question_alone_is_used(course_folder: Path) -> None:
    """It is not linked there, and is not reported as unused."""
    course = course_of(course_folder, "## Reflect: Whom do you trust?", "Trust\n: Relying on somebody.\n")
    assert check_course(*read_course(course_folder, KINDS))[1].diagnostics == ()
    assert course.modules[0].terms == ()


IN_OTHER_SCRIPTS = {
    "Rhaid i deulu siarad, a theulu arall.": ("cy", "Teulu | deulu | theulu | nheulu", "deulu"),
    "Fy nheulu i.": ("cy", "Teulu | deulu | theulu | nheulu", "nheulu"),
    "Mówimy z rodzinami.": ("pl", "Rodzina | rodziny | rodzinami", "rodzinami"),
    "To jest sad.": ("pl", "Sąd", ""),
    "Про родину.": ("uk", "Родина | родину", "родину"),
    "مع الأسرة ثم أسرة": ("ar", "أسرة | الأسرة", "الأسرة"),
    "เราพูดกับครอบครัวทุกวัน": ("th", "ครอบครัว", "ครอบครัว"),
    "我们和家庭谈话。": ("zh", "家庭", "家庭"),
    "私たちは家族と話す。": ("ja", "家族", "家族"),
    "यह घर है।": ("hi", "घर", "घर"),
    "ये घरों में हैं।": ("hi", "घर", ""),
    "यह स्घर है।": ("hi", "घर", ""),
}
"""A text, its language, a term with its forms, and what of the text leads to it."""


@pytest.mark.parametrize("text", IN_OTHER_SCRIPTS)
def test_terms_of_every_script_are_whole_words_of_it(text: str) -> None:
    """By the forms that are listed; where no spaces are set, wherever they stand; never without a sign that belongs to them."""
    language, forms, linked = IN_OTHER_SCRIPTS[text]
    term = Term("t", words(""), tuple(forms.split(" | ")), language == "en", (), Span("glossary.md"), "")
    found = term.find(text, text.lower())
    assert (found[0] if found else "") == linked
