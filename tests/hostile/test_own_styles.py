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
