"""Every word of the lists by which formulas are known."""

from builder.model.content import dollars
from builder.read.markdown.inline_parser import tex_parts
from builder.read.markdown.inline_parser.tex import read_formula
from tests.cases import for_each
from tests.limits.pairs import module, report_of
from tests.unit.read.signs.test_signs import page_of

NAMES = [
    "sin",
    "cos",
    "tan",
    "cot",
    "sec",
    "csc",
    "log",
    "ln",
    "lg",
    "exp",
    "max",
    "min",
    "sup",
    "inf",
    "lim",
    "mod",
    "gcd",
    "lcm",
    "det",
    "dim",
    "deg",
    "arg",
    "ker",
    "var",
    "cov",
]


def test_functions_are_no_words() -> None:
    """Each may stand without its backslash; another word of three letters may not."""
    assert f"(?:{'|'.join(NAMES)})" == dollars._NAMES
    for name in NAMES:
        assert "<math" in page_of(f"So ${name} x$ is."), name
    assert "<math" not in page_of("So $sum x$ is.")


@for_each("currency", ["US", "USD", "CAD", "AUD", "AU", "NZ", "NZD", "CA", "HK", "SG", "NT", "TT", "EC", "BZ"])
def test_the_sign_of_a_currency_ends_no_formula(currency: str) -> None:
    """Nothing is said of a price either."""
    text = f"It costs $5 ({currency}$), or $6/{currency}$."
    assert "<math" not in page_of(text) and report_of(module(text)) == ()


@for_each("part", [*tex_parts._LINES, *tex_parts._KNOWN - {"substack"}])
def test_parts_of_several_lines_are_read(part: str) -> None:
    """Each shows no sign of its own."""
    spec = "{l}" if part == "array" else "{1}" if part.endswith("at") else ""
    made = read_formula(f"\\begin{{{part}}}{spec}x\\\\y\\end{{{part}}}")
    assert isinstance(made, tuple), made


@for_each("command", ["\\ce", "\\cee", "\\cf"])
def test_chemistry_is_told_how_it_is_written(command: str) -> None:
    """With letters set low and high."""
    (found,) = report_of(module(f"So ${command}{{H2O}}$ is."))
    assert found.rule == "STR-049" and "H~2~O" in found.hint


@for_each(
    "tex", ["\\begin{matrix}a&b\\end{matrix}", "\\matrix{a&b}", "\\substack{a\\\\b}", "\\text{a & b}", "\\mbox{a & b}"]
)
def test_what_has_columns_of_its_own_is_read(tex: str) -> None:
    """Elsewhere `&` is refused."""
    assert isinstance(read_formula(tex), tuple)
    assert not isinstance(read_formula("a & b"), tuple)


@for_each("name", ["mark", "highlight", "hl"])
def test_a_class_that_marks_words_is_written_as_marks(name: str) -> None:
    """The line with that change has nothing to report."""
    (found,) = report_of(module(f"So [these]{{.{name}}} are."))
    assert found.rule == "STR-018" and "Write ==these== alone" in found.hint
    assert report_of(module("So ==these== are.")) == ()
