"""How a template in English is cut into messages, and what becomes of one that a language lacks."""

import re

from builder.render.page.environment import templates_folder
from builder.render.page.translated import messages, translated
from tests.cases import for_each

SOURCE = """{# A remark. #}{% set mark %}<span class="mark">Tried</span>{% endset %}
{% block title %}A page{% endblock %}{% block styles %}{% if a %}p { margin: 0 }{% endif %}{% endblock %}
<style>p { content: "No message" }</style><script>const no = "message"</script>
<h2 id="one">{{ lang(x) }}</h2><p class="quiet">{% if a %}One <a href="{{ b }}">{{ b }}</a>. {% else %}Two{% endif %}, {{ c }} %</p>
<dl><dt>Quoted</dt><dd>“{{ d|e }}”</dd></dl><code>{{ f }}</code>
"""


def test_a_message_is_a_text_between_statements_and_whole_elements() -> None:
    """What is filled in and what is marked belongs to it; signs alone are none, but for quotation marks."""
    assert list(messages(SOURCE)) == [
        '<span class="mark">Tried</span>',
        "A page",
        'One <a href="{{ b }}">{{ b }}</a>.',
        "Two",
        "Quoted",
        "“{{ d|e }}”",
    ]


def test_a_template_is_put_into_words_and_all_else_stays() -> None:
    """In the words of the language, in their order; what is filled in is kept apart, but for what stands in a tag."""
    words = {"A page": "Tudalen", 'One <a href="{{ b }}">{{ b }}</a>.': '<a href="{{ b }}">{{ b }}</a> yw un.', "Two": "Dau",
             "Quoted": "Dyfyniad", "“{{ d|e }}”": "«{{ d|e }}»", '<span class="mark">Tried</span>': '<span class="mark">Wedi</span>'}  # fmt: skip
    made = translated(SOURCE, words)
    assert '{% if a %}<a href="{{ b }}">{{ isolated(b) }}</a> yw un. {% else %}Dau{% endif %}, {{ c }} %</p>' in made
    assert "<dd>«{{ isolated(d|e) }}»</dd>" in made and '<code dir="ltr">{{ f }}</code>' in made
    assert '{% set mark %}<span class="mark">Wedi</span>{% endset %}\n{% block title %}Tudalen{% endblock %}' in made
    assert 'content: "No message"' in made and made.count("\n") == SOURCE.count("\n")


def test_what_a_language_lacks_says_that_it_is_english() -> None:
    """In the title of a window no element can say so."""
    made = translated(SOURCE, {})
    assert '{% else %}<span lang="en" dir="ltr">Two</span>{% endif %}' in made
    assert "{% block title %}A page{% endblock %}" in made


@for_each("name", ["handover", "key"])
def test_no_message_is_half_a_sentence(name: str) -> None:
    """None ends where another has to go on, and none goes on where another has ended."""
    source = (templates_folder() / "layouts" / f"{name}.html").read_text(encoding="utf-8")
    halves = re.compile(r"[,;]$|\b(?:and|or|of|the|with|when|a|to|is|are)$|^[,;]")
    assert [one for one in messages(source) if halves.search(one) and one not in ("or", "or of")] == []
