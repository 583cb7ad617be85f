"""Styles of a course's own, which may come from anybody: none loads a file, however the name of what does is written."""

import pytest

from builder.model.look.theme import OwnFile
from builder.render.theme.own_styles import faults_of_style

LOADS = (
    r"a { background: u\72l(https://other.example/x) }",
    r"a { background: u\000072 l(https://other.example/x) }",
    r"a { background: \u\72\6C(//other.example/x) }",
    r"@\69mport 'https://other.example/x';",
    r"a { background: \69mage-set('https://other.example/x' 1x) }",
    r"@font\2d face { src: local(x) }",
    "a { background: URL( 'https://other.example/x') }",
    "@IMPORT//**/'x';",
)
LOADS_NOTHING = (
    r".half\:wide { margin: 0 }",
    r"a::before { content: '\72 \201c' }",
    r".a\.b { margin: 0 } /* \72 */",
)


@pytest.mark.parametrize("text", LOADS)
def test_no_style_loads_a_file(text: str) -> None:
    """Also where letters are written as escapes."""
    found = list(faults_of_style(OwnFile("theme/prose.css", text)))
    assert {one.rule for one in found} == {"THM-007"}


@pytest.mark.parametrize("text", LOADS_NOTHING)
def test_a_sign_of_a_name_or_of_a_text_may_be_an_escape(text: str) -> None:
    """As class names of other tools, quotation marks and comments have it."""
    assert list(faults_of_style(OwnFile("theme/prose.css", text))) == []


FAULTS = {
    "a { margin: 0 } /* so": ("1:17", "this comment is never closed", "Write */ behind it."),
    "a { margin: 0 }\n/*/": ("2:1", "this comment is never closed", "Write */ behind it."),
    "a::before { content: 'so\n}": ("1:22", "this quotation mark is never closed", "Write ' behind the words."),
    'a::before {\n  content: "so\n}': ("2:12", "this quotation mark is never closed", 'Write " behind the words.'),
    "'": ("1:1", "this quotation mark is never closed", "Write ' behind the words."),
    "a { margin: 0 }\n}\nb { margin: 0 }": ("2:1", "this } closes nothing", "Delete it."),
    "a {\n  b { margin: 0 }": ("1:3", "this { is never closed", "Write } behind its last line."),
    "@font-face { }": ("1:1", "fonts are named in course.yml", "Take it out."),
    "@import 'x';": ("1:1", "a style loads nothing", "Take it out."),
    "a { background: url(x.png) }": ("1:17", "this style loads a file", "Put the picture into the page"),
    "a { --accent: red }": ("1:5", "the colour --accent is worked out", "Choose `accent`"),
    "a { opacity: 0.5 }": ("1:5", "opacity changes colours", "Take it out"),
    "a { outline: none }": ("1:5", "without an outline", "Take it out."),
    "a { outline-width: 0 }": ("1:5", "without an outline", "Take it out."),
    "a { color: red }": ("1:12", "red is a colour", "Write one of the page's own"),
    "a { margin: 0; color: rgb(1 2 3) }": ("1:23", "rgb is a colour", "Write one of the page's own"),
    "a { --mine: #abc }": ("1:13", "#abc is a colour", "Write one of the page's own"),
}
SOUND = (
    "/**/ a { margin: 0 }",
    "a::before { content: '' }",
    'a::before { content: "it\'s" }',
    "a { opacity: 1; filter: none; outline: 2px solid var(--ring) }",
    "a { b { margin: 0 } }",
    "a { background: url(#so) }",
)


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_wrong_with_a_style_is_reported_where_it_is(text: str) -> None:
    """Once, with what to do."""
    place, message, hint = FAULTS[text]
    (found,) = faults_of_style(OwnFile("theme/prose.css", text))
    assert f"{found.span.line}:{found.span.column}" == place
    assert message in found.message and found.hint.startswith(hint)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_style_stays_as_it_is(text: str) -> None:
    """Nothing is reported that is near a fault."""
    assert list(faults_of_style(OwnFile("theme/prose.css", text))) == []
