"""How long formulas and code may be, what of MathML a formula may have, and which commands are offered."""

from builder.model.content.maths import formulas
from builder.read.markdown.inline_parser.tex import read_formula
from builder.read.markdown.inline_parser.tex_parts import Unread
from builder.render.html.code_colours import coloured
from tests.cases import for_each
from tests.limits.pairs import module, report_of
from tests.unit.read.signs.test_signs import page_of


def test_a_formula_has_two_thousand_characters_at_most() -> None:
    """The last one that is read, and the first that is not."""
    assert not isinstance(read_formula("x" * 2_000), Unread)
    assert isinstance(read_formula("x" * 2_001), Unread)


def test_the_parts_of_a_formula_stand_a_hundred_deep_in_each_other() -> None:
    """What is deeper is reported where it stands; the page would break at it, and name no file of the author's."""
    deep = [f"{'x^{' * depth}y{'}' * depth}" for depth in (48, 49)]
    assert [isinstance(read_formula(tex), Unread) for tex in deep] == [False, True]
    (found,) = report_of(module(f"So it is: ${'x^{' * 300}y{'}' * 300}$"))
    assert (found.rule, found.span.line) == ("STR-049", 5) and "too deep" in found.message


def test_a_formula_among_words_scrolls_from_seventeen_signs_on() -> None:
    """A shorter one fits in the narrowest box."""
    short, long = page_of(f"So ${{{'x' * 16}}}$ is."), page_of(f"So ${{{'x' * 17}}}$ is.")
    assert "<span" not in short and "<math" in short
    assert '<span aria-label="xxxxxxxxxxxxxxxxx" class="maths" role="group" tabindex="0"><math' in long


def test_a_block_of_code_has_colours_up_to_twenty_thousand_characters() -> None:
    """Longer ones are plain."""
    assert "<span" in coloured("if " + "x" * 19_997, "python")
    assert "<span" not in coloured("if " + "x" * 19_998, "python")


@for_each(
    "language", ["text", "txt", "plain", "plaintext", "output", "console", "none", "math", "", "no-such-language"]
)
def test_what_is_no_language_of_a_program_has_no_colours(language: str) -> None:
    """`if` and `"a"` are words there."""
    assert coloured('if "a" < 1', language) == 'if "a" &lt; 1'


@for_each(
    ("code", "language", "kind"),
    [
        ("# so", "python", "c"),
        ('"a"', "python", "s"),
        ("12", "python", "n"),
        ("if", "python", "k"),
        ("<b>", "html", "k"),
    ],
)
def test_four_kinds_of_words_have_colours(code: str, language: str, kind: str) -> None:
    """Comments, texts, numbers, and keywords or tags."""
    assert f'<span class="code-{kind}">' in coloured(code, language)


@for_each(
    ("command", "offered"),
    [
        *[("\\alpho", "\\alpha"), ("\\sqrtt", "\\sqrt"), ("\\alhpa", "\\alpha"), ("\\thta", "\\theta")],
        *[("\\zzzz", ""), ("\\blurb", ""), ("\\label", ""), ("\\foo", ""), ("\\bmu", ""), ("\\ug", "")],
    ],
)
def test_a_command_is_offered_where_it_is_another_but_for_a_slip(command: str, offered: str) -> None:
    """It begins with the same letter, and one or two letters differ."""
    unread = read_formula(f"{command} x")
    assert isinstance(unread, Unread) and unread.raw == command
    assert (f"Write {offered}, if" in unread.hint) if offered else ("Write it in other signs" in unread.hint)


@for_each(
    ("command", "written"),
    [
        *[("\\micro", "\\text{µ}"), ("\\mirco", "\\text{µ}"), ("\\micron", "\\text{µm}"), ("\\ohm", "\\Omega")],
        *[("\\celsius", "\\text{°C}"), ("\\gramm", "\\text{g}")],
    ],
)
def test_a_unit_stays_the_unit_that_it_is(command: str, written: str) -> None:
    """In a dose another letter would be another quantity. What is offered is a formula."""
    unread = read_formula(f"5 {command}")
    assert isinstance(unread, Unread) and unread.hint == f"Write {written}"
    assert not isinstance(read_formula(f"5 {written}"), Unread)


@for_each(
    "broken", ["\\frac{1}", "x^", "x_", "\\sqrt[3]", "\\binom{n}", "\\frac{1}{", "}", "\\color{red}{x}", "\\href{a}{b}"]
)
def test_a_formula_that_lacks_a_part_is_not_read(broken: str) -> None:
    """Nor is one with a colour or a link."""
    assert isinstance(read_formula(broken), Unread)


@for_each(
    ("tex", "named"),
    [
        ("\\frac{1}{2}", "mfrac"),
        ("\\sqrt[3]{x}", "mroot"),
        ("\\sqrt{x}", "msqrt"),
        ("x^2", "msup"),
        ("x_1", "msub"),
        ("x_1^2", "msubsup"),
        ("\\overline{x}", "mover"),
        ("\\underline{x}", "munder"),
        ("\\sum_{i}^{n} x", "msubsup"),
        ("\\text{so}", "mtext"),
        ("a \\quad b", "mspace"),
        ("\\begin{matrix}1 & 2\\\\3 & 4\\end{matrix}", "mtable"),
    ],
)
def test_elements_of_mathml_core_are_read(tex: str, named: str) -> None:
    """Each with its attributes, and nothing of looks or links among them."""
    nodes = read_formula(tex)
    assert not isinstance(nodes, Unread)
    every = list(formulas(nodes))
    assert named in {node.name for node in every}
    assert not {name for node in every for name, _ in node.attributes} & {
        "href",
        "style",
        "class",
        "mathcolor",
        "xmlns",
    }
