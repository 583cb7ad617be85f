"""Plain words and HTML of content."""

from builder.model.content import (
    Abbreviation,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Element,
    Emphasis,
    Figure,
    Fragment,
    Gap,
    Inlines,
    LineBreak,
    Link,
    NoteReference,
    Picture,
    Quote,
    Span,
    Strong,
    Table,
    TermLink,
    Text,
    TextBlock,
    every_inline,
    inline_words,
    pictures,
    words,
)
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.unit.content_factory import as_html, bullets, heading, paragraphs

ENGLISH = HtmlWriter(load_strings(templates_folder(), "en-GB"))
TEAM = Picture("images/team.png", "A < team", 4, 3, caption="Our “team”")
LINK = Link("https://example.org/?a=1&b=2", (Text("the "), Strong((Text("study"),))), 'So "called"', new_tab=True)


@for_each(
    ("content", "said", "written"),
    [
        ((Text("a < b &\n c"),), "a < b & c", "a &lt; b &amp;\n c"),
        ((Emphasis((Text("a"), Strong((Text("b"),)))),), "ab", "<em>a<strong>b</strong></em>"),
        ((Code("<b> & c"),), "<b> & c", "<code>&lt;b&gt; &amp; c</code>"),
        ((Text("a"), LineBreak(), Text("b")), "a b", "a<br>b"),
        ((Abbreviation((Text("ESRC"),), 'The "C"'),), "ESRC", '<abbr title="The &quot;C&quot;">ESRC</abbr>'),
        ((Span((Text("croeso"),), "cy", "ltr"),), "croeso", '<span lang="cy" dir="ltr">croeso</span>'),
        ((Element("time", (Text("noon"),), (("datetime", "12:00"),)),), "noon", '<time datetime="12:00">noon</time>'),
        ((Text("a"), Element("wbr", ()), Text("b")), "ab", "a<wbr>b"),
        ((Link("#end", (Text("on"),)),), "on", '<a href="#end">on</a>'),
        ((TermLink("trust", "m--trust", "Trust"),), "Trust", '<a class="term" href="#trust" id="m--trust">Trust</a>'),
        ((NoteReference(2, "m", first=False),), "", '<sup class="note"><a href="#m--note-2">2</a></sup>'),
        ((TEAM,), "A < team", '<img alt="A &lt; team" height="3" loading="lazy" src="images/team.png" width="4">'),
    ],
)  # fmt: skip
def test_each_inline_has_its_words_and_its_html(content: Inlines, said: str, written: str) -> None:
    """Words are on one line; HTML escapes what it must."""
    assert inline_words(content) == said
    assert as_html(content) == written


def test_a_link_that_opens_a_new_tab_says_so_in_the_language_of_the_page() -> None:
    """Once: the words are written where they belong."""
    english = as_html((LINK,))
    assert english.startswith(
        '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank" title="So &quot;called&quot;">'
        "the <strong>study</strong><span><svg "
    )
    assert english.endswith('<span class="visually-hidden"> (opens in a new tab)</span></span></a>')
    assert HtmlWriter({"link.new-tab": "(tab <newydd>)"}).write((LINK,)).count("> (tab &lt;newydd&gt;)</span>") == 1


def test_content_that_stands_twice_has_ids_once() -> None:
    """Ids must be unique (HTML 3.2.6)."""
    content = (TermLink("trust", "m--trust", "Trust"), NoteReference(1, "m", first=True))
    assert ' id="m--noted-1"' in ENGLISH.write(content) and ' id="m--trust"' in ENGLISH.write(content)
    assert " id=" not in ENGLISH.again.write((heading(2, "Aims"),)) and " id=" not in ENGLISH.again.write(content)
    assert '<a class="term" href="#trust">' in ENGLISH.again.write(content)


def test_content_in_a_link_has_no_links() -> None:
    """A link may hold no other (HTML 4.5.1); nothing says that it opens a new tab."""
    content = (LINK, TermLink("trust", "m--trust", "Trust"), NoteReference(1, "m", first=True))
    assert ENGLISH.in_link.write(content) == 'the <strong>study</strong>Trust<sup class="note">1</sup>'


def test_a_piece_of_code_and_a_gap_can_be_one_sign_for_the_rules() -> None:
    """Rules are about words, which code is not."""
    content = (Text("Type "), Code("x = 1"), Text(" here: "), Emphasis((Gap(0),)))
    assert inline_words(content) == "Type x = 1 here: ___"
    assert inline_words(content, code="\ufffc") == "Type \ufffc here: \ufffc"


TABLE = Table(
    "m--table-3", ((Text("Stage"),), ()), (((Text("Grow"),), (TEAM,)),), ("", "right"), (Text("What was found"),)
)


@for_each(
    ("block", "said", "written"),
    [
        (Quote(paragraphs("One.", "Two.")), "One.\nTwo.", "<blockquote>\n<p>One.</p>\n<p>Two.</p>\n</blockquote>"),
        (bullets("One", paragraphs("Two")), "One\nTwo", "<ul>\n<li>One</li>\n<li><p>Two</p></li>\n</ul>"),
        (
            DefinitionList((Definition((Text("T"),), (paragraphs("M"), paragraphs("N"))),)),
            "T\nM\nN",
            "<dl>\n<dt>T</dt>\n<dd><p>M</p></dd>\n<dd><p>N</p></dd>\n</dl>",
        ),
        (CodeBlock("a < b", "python"), "a < b", '<pre><code class="language-python">a &lt; b\n</code></pre>'),
        (
            Figure(TEAM, (Text("Five people"),), "cy"),
            "A < team\nOur “team”\nFive people",
            '<figure class="picture"><img alt="A &lt; team" height="3" loading="lazy" src="images/team.png" width="4">'
            '<figcaption>Our “team”</figcaption><details class="picture__description"><summary>Description of the picture'
            '</summary><p lang="cy">Five people</p></details></figure>',
        ),
        (
            TABLE,
            "What was found\nStage\nGrow\nA < team",
            '<div class="table" role="region" tabindex="0" aria-labelledby="m--table-3"><table><caption id="m--table-3">'
            'What was found</caption>\n<thead>\n<tr><th scope="col">Stage</th><th scope="col" class="align-right"></th></tr>'
            '\n</thead>\n<tbody>\n<tr><td>Grow</td><td class="align-right"><img alt="A &lt; team" height="3" loading="lazy" '
            'src="images/team.png" width="4"></td></tr>\n</tbody>\n</table></div>',
        ),
    ],
)  # fmt: skip
def test_each_block_has_its_words_and_its_html(block: TextBlock, said: str, written: str) -> None:
    """Each run of words is on a line of its own."""
    assert words([block]) == said
    assert as_html((block,)) == written


def test_every_inline_is_met_in_order_at_every_depth() -> None:
    """Also those of figures, tables, lists and definitions."""
    described = Figure(TEAM, (Text("seen"),))
    content = (Quote((bullets("one", (described,)),)), DefinitionList((Definition((Text("two"),), ((TABLE,),)),)))
    met = [node.words if isinstance(node, Text) else "picture" for node in every_inline(content)]
    assert met == ["one", "picture", "seen", "two", "What was found", "Stage", "Grow", "picture"]
    assert len(list(pictures(content))) == 2


def test_a_fragment_is_written_as_its_content() -> None:
    """Its plain words are not used for HTML."""
    assert as_html(Fragment((Emphasis((Text("A"),)),), "A")) == "<em>A</em>"
