"""Signs inside a line: formulas, words that stand out, code with colours."""

from builder.model.content import telling_words
from builder.model.content.maths import formulas, linear
from builder.model.course import Course
from builder.read.markdown.inline_parser.tex import read_formula
from builder.render.html.blocks import HtmlWriter
from builder.render.html.code_colours import coloured
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.limits.pairs import course_of, module, report_of

STRINGS = load_strings(templates_folder(), "en")


def page_of(text: str) -> str:
    """The first block of a text as HTML."""
    course: Course = course_of(module(text))
    return HtmlWriter(STRINGS).write(course.modules[0].blocks[0].content)  # type: ignore[attr-defined]


@for_each(
    ("written", "shown"),
    [
        ("H~2~O", "H<sub>2</sub>O"),
        ("20 m^2^", "20 m<sup>2</sup>"),
        ("1^st^ of May", "1<sup>st</sup> of May"),
        ("==very *important*==", "<mark>very <em>important</em></mark>"),
        ("[这是==强调==的词。]{lang=zh}", '<span lang="zh">这是<mark>强调</mark>的词。</span>'),
        ("[강조==하나==는 좋다.]{lang=ko}", '<span lang="ko">강조<mark>하나</mark>는 좋다.</span>'),
        ("~~gone~~", "<del>gone</del>"),
        ("SO~4~^2-^ and Ca^2+^", "SO<sub>4</sub><sup>2-</sup> and Ca<sup>2+</sup>"),
        ("x^(n+1)^, x~i,j~, x^2^~i~", "x<sup>(n+1)</sup>, x<sub>i,j</sub>, x<sup>2</sup><sub>i</sub>"),
        ("ح~٢~, é~2~, कि~२~, х^й^", "ح<sub>٢</sub>, é<sub>2</sub>, कि<sub>२</sub>, х<sup>й</sup>"),
        ("H~2~O~(l)~ and ^14^C", "H<sub>2</sub>O<sub>(l)</sub> and <sup>14</sup>C"),
        ("*x*^2^ and `x`^2^", "<em>x</em><sup>2</sup> and <code>x</code><sup>2</sup>"),
        ("2^10^5 and 10~20~30", "2^10^5 and 10~20~30"),
        ("`H~2~O` and `==a==`", "<code>H~2~O</code> and <code>==a==</code>"),
        ("~5 minutes to ~6", "~5 minutes to ~6"),
        ("2^10 and 10^3", "2^10 and 10^3"),
        ("a == b == c", "a == b == c"),
        ("~/Documents/~backup~", "~/Documents/~backup~"),
    ],
)
def test_words_that_stand_out_are_read_where_they_are_meant(written: str, shown: str) -> None:
    """Approximations, powers of programs and names of files stay as they are."""
    assert page_of(f"So {written} it is.") == f"<p>So {shown} it is.</p>"
    assert not [d for d in report_of(module(f"So {written} it is.")) if d.rule != "W07"]


@for_each(
    "price",
    [
        *(
            "It costs $5 and $10.",
            "From $20/$30 a head.",
            "US$5 or A$6.",
            "$10 = £8 to US$.",
            "They pay $$ to $$$ for it.",
        ),
        *("US$ 20 a day.", "It is 5$ here and 10$ there.", "£5 is $6.", "Use \\$x^2\\$.", "$5 = £4, $6 = £5."),
        *("$1,500-$2,000 a month.", "US$5 to pay, then US$6.", "A fee of $5 (US$), not more.", "$5 or US$."),
        *(
            "$5 per head (2$ for children).",
            "It costs $5 or 6$.",
            "($5/$6) or ($.50).",
            "٥$/١٠$ to ٥$.",
            "$5/h or 6$/h.",
        ),
        *("$HOME and $PATH.", "$USER/$GROUP it is.", "R$5, R$ 6 or NT$7."),
    ],
)
def test_prices_stay_prices(price: str) -> None:
    """No amount becomes a formula."""
    assert "<math" not in page_of(price) and report_of(module(price)) == ()


@for_each(
    "formula",
    [
        *(
            "P(A|B)",
            "|x|",
            "n!",
            "-1",
            "(a,b)",
            "x, y",
            "2:1",
            "n",
            "AB",
            "ABC",
            "2/3",
            "[0, 1)",
            "]0,1[",
            "f'(x)",
            "5",
        ),
        *("α", "2x + xy", "sin x", "2 max = 4", "-", "\\text{if $x$}", "5\\$", "\\$5", "x = a +\nb", "5 \\text{ mg}"),
    ],
)
@for_each("around", ["So {} it is.", "({}), and", "“{}”.", "设{}为", "{}", "the {}th one"])
def test_a_formula_needs_no_sign_of_one(around: str, formula: str) -> None:
    """Short ones too, beside marks, and in languages without spaces."""
    text = around.format(f"${formula}$")
    assert "<math" in page_of(text) and not [d for d in report_of(module(text)) if d.rule not in {"W07", "LNG-008"}]


@for_each(
    "doubtful",
    [
        *(
            "$dose$",
            "$rate of change$",
            "$5 mg$",
            "$5-10$",
            "$5 apples$",
            "$5 a head$",
            "$a & b$",
            "$$dose$$",
            "2$\\times$3",
            "$x^2$is",
        ),
        *("$5, 6$", "$a or b$", "$100 – 200$", "$“so”$"),
    ],
)
def test_what_may_be_a_formula_or_money_is_reported(doubtful: str) -> None:
    """Either way that the hint names leaves nothing to report."""
    (found,) = report_of(module(f"So {doubtful} it is."))
    assert (found.rule, found.span.column) == ("STR-048", 4 + max(0, doubtful.find("$"))) and "\\text{" in found.hint
    words = doubtful.replace("$", "")
    for mended in (f"$\\text{{{words}}}$", doubtful.replace("$", "\\$")):
        assert report_of(module(f"So {mended} it is.")) == (), mended


def test_a_bar_in_a_formula_of_a_table_is_written_as_its_fault_says() -> None:
    """`\\|` keeps it in its cell, and the formula has a bar."""
    table = "| A | B |\n| --- | --- |\n| $P(A|B)$ | $|x|$ |"
    (found,) = report_of(module(table))
    assert found.rule == "STR-030" and "`\\|`" in found.hint
    mended = table.replace("A|B", "A\\|B").replace("|x|", "\\|x\\|")
    assert report_of(module(mended)) == () and page_of(mended).count("<math") == 2
    assert 'alttext="P(A | B)"' in page_of(mended)


@for_each(
    ("tex", "said"),
    [
        ("x^2", "x²"),
        ("x_{12}", "x₁₂"),
        (r"\frac{a+b}{2}", "(a + b)/2"),
        (r"\sqrt{2}", "√2"),
        (r"\sqrt[3]{x+1}", "³√(x + 1)"),
        (r"-5 \le x", "−5 ≤ x"),
        (r"\sum_{i=1}^n i", "∑ᵢ₌₁ⁿi"),
        (r"\sin\theta", "sin θ"),
        (r"e^{i\pi}", "e^(iπ)"),
        (r"\text{rate} = 5\%", "rate = 5%"),
        (r"\begin{matrix}1&2\\3&4\end{matrix}", "[1, 2; 3, 4]"),
        (r"\begin{aligned}x&=1\\y&=2\end{aligned}", "x = 1; y = 2"),
        (r"\begin{align*}x&=1\\[2pt]y&=2 \nonumber\end{align*}", "x = 1; y = 2"),
        (r"\begin{gather}x=1\\y=2\end{gather}", "x = 1; y = 2"),
        (r"\text{if $x$ or $y$}", "if x or y"),
    ],
)
def test_a_formula_is_said_in_plain_signs(tex: str, said: str) -> None:
    """In every language alike: for reports, the record and what cannot read MathML."""
    made = read_formula(tex)
    assert isinstance(made, tuple) and linear(made) == said


def test_a_formula_is_mathml_with_its_words() -> None:
    """Among words, in a table, and large on a line of its own, where the keyboard scrolls it."""
    assert (
        page_of("The half $\\frac{1}{2}$.")
        == '<p>The half <math alttext="1/2"><mrow><mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac></mrow></math>.</p>'
    )
    large = page_of("$$\nx < y\n$$")
    assert large.startswith('<div aria-label="x &lt; y" class="maths" role="group" tabindex="0"><math ')
    assert 'display="block"' in large and "<mo>&lt;</mo>" in large
    assert "<math" in page_of("| A |\n| --- |\n| $a/b$ |")


def test_a_formula_brings_no_markup_of_its_own() -> None:
    """Neither tags nor addresses of an author become part of the page's."""
    shown = page_of(r"It is $x < \text{<img src=a onerror=b>}$.")
    assert "<img" not in shown and "&lt;img" in shown
    for tex in (r"\href{javascript:a}{b}", r"\style{color:red}{x}", r"\class{a}{x}", r"\color{red} x"):
        assert not isinstance(read_formula(tex), tuple), tex


def test_ids_of_options_are_those_from_before_formulas_were_read() -> None:
    """An option is known by what was typed."""
    course = course_of(module("## Quiz: Which is $x^2$?\n\n- [x] The square $x^2$\n- [ ] The root $\\sqrt{x}$"))
    (item,) = course.modules[0].items
    assert item.id == "which-is-x-2-3n2qdjvp"
    assert [choice.id for choice in item.interaction.choices] == ["the-square-x-2-t2zsb5zr", "the-root-sqrt-x-8sczsbvs"]  # type: ignore[attr-defined]
    square, root = item.interaction.choices  # type: ignore[attr-defined]
    assert telling_words(square.content) == "The square $x^2$" and square.content.text == "The square x²"
    assert telling_words(root.content) == "The root $\\sqrt{x}$"


def test_code_has_its_words_told_apart() -> None:
    """Keywords, texts, numbers and comments; every sign of the code stays, and an unknown language is plain."""
    shown = page_of('```python\n# a <b>\nreturn "c" + 1\n```')
    assert '<span class="code-c"># a &lt;b&gt;</span>' in shown and '<span class="code-k">return</span>' in shown
    assert '<span class="code-s">"c"</span>' in shown and '<span class="code-n">1</span>' in shown
    assert "<span" not in page_of("```klingon\nreturn 1\n```") and "<span" not in page_of("```\nreturn 1\n```")


@for_each(
    ("tex", "element"),
    [
        *((r"\binom{a}{b}", "mfrac"), (r"\sqrt[3]{x}", "mroot"), ("x_1^2", "msubsup"), (r"\underset{a}{b}", "munder")),
        *((r"\overset{a}{b}", "mover"), (r"\text{so}", "mtext"), (r"a\,b", "mspace"), (r"\mathbf{x}", "mi")),
    ],
)
def test_what_a_formula_may_have_is_kept(tex: str, element: str) -> None:
    """With what says how it is set, such as bold letters."""
    made = read_formula(tex, large=True)
    assert isinstance(made, tuple) and element in {node.name for node in formulas(made)}


@for_each(
    "tex",
    [
        "\\frac{1}",
        "x^",
        "\\sqrt[3]",
        "\\require{a}",
        "\\colorbox{red}{a}",
        "\\cssId{a}{b}",
        "5% of x",
        "x \\\\ y",
        "x & y",
        "\\ce{H2O}",
        "\\begin{tabular}{l}x\\end{tabular}",
        "\\text{a $x b}",
    ],
)
def test_what_lacks_a_part_or_sets_looks_is_refused(tex: str) -> None:
    """So no learner reads half of a formula."""
    assert not isinstance(read_formula(tex), tuple)


@for_each("language", ["text", "txt", "plain", "plaintext", "output", "console", "none"])
def test_what_is_no_language_is_plain(language: str) -> None:
    """Output and ordinary text have no keywords."""
    assert coloured("return 1 # a", language) == "return 1 # a"


def test_a_formula_has_at_most_50_lines() -> None:
    """With its dollars; a longer one is reported."""
    assert "<math" in page_of("\n".join(["$$", *["x + "] * 47, "x", "$$"]))
    assert {d.rule for d in report_of(module("\n".join(["$$", *["x + "] * 48, "x", "$$"])))} >= {"STR-031"}


@for_each(
    ("written", "read_out"),
    [
        ("Graph of $y = x^2$", "Graph of y = x²"),
        ("Sides $a$, $b$ and $\\sqrt{2}$", "Sides a, b and √2"),
        ("$5 a head, and *H~2~O*", "$5 a head, and H2O"),
    ],
)
def test_a_picture_is_read_out_with_its_formulas(written: str, read_out: str) -> None:
    """In plain signs, as in lists of answers: nothing of its words is lost."""
    assert f'alt="{read_out}"' in page_of(f"![{written}](team.png)")
