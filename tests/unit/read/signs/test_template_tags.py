"""Tags of templates, and parts of pages in MDX: the hint names what there is here, and never says to delete words."""

import pytest

from tests.limits.pairs import module, report_of

HERE = {
    "tabs": "## Details:",
    "tab": "## Details:",
    "accordion": "## Details:",
    "expand": "## Details:",
    "stepper": "numbered list",
    "columns": "## Columns:",
    "cards": "## Cards:",
    "timeline": "## Timeline:",
    "youtube": "## Watch:",
    "audio": "## Listen:",
    "pdf": "## File:",
    "figure": "![what one sees]",
    "code": "three backticks",
    "quote": "Source:",
    "hint": "[!NOTE]",
    "danger": "[!NOTE]",
    "button": "[where it leads]",
    "quiz": "## Quiz:",
    "mermaid": "as a picture",
    "gist": "[what it is]",
    "unheard-of": "say in words what it would show",
}
COMPONENTS = {
    "Tabs": "## Details:",
    "AccordionGroup": "## Details:",
    "Callout": "[!NOTE]",
    "Warning": "[!NOTE]",
    "Columns": "## Columns:",
    "Card": "## Cards:",
    "Steps": "numbered list",
    "CodeGroup": "three backticks",
    "YouTube": "## Watch:",
    "Timeline": "## Timeline:",
}


def hints(text: str) -> list[str]:
    """The hint of each sign of another tool."""
    return [found.hint for found in report_of(module(text)) if found.rule in {"STR-031", "A12"}]


@pytest.mark.parametrize("name", HERE)
def test_a_tag_is_told_with_what_there_is_here(name: str) -> None:
    """In GitBook and Liquid, and in Hugo: at its beginning and at its end."""
    tags = [f'{{% {name} title="One" %}}', f"{{% end{name} %}}", f'{{{{< {name} "One" >}}}}', f"{{{{% /{name} %}}}}"]
    for tag in tags:
        (hint,) = hints(f"{tag}\n\nWords that stay.")
        assert HERE[name] in hint, tag
        assert not hint.startswith("Delete it"), tag


def test_an_embedded_page_may_be_a_film_or_not() -> None:
    """Nobody knows it by the tag alone: the hint has both."""
    for address in ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://example.org/page"):
        (hint,) = hints(f'{{% embed url="{address}" %}}')
        assert "## Watch:" in hint and "[what it is](https://" in hint


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_told_with_what_there_is_here(name: str) -> None:
    """As pages in MDX have them."""
    (hint, *_) = hints(f'<{name} title="One">\n\nWords that stay.\n\n</{name}>')
    assert COMPONENTS[name] in hint


@pytest.mark.parametrize(
    "text",
    [
        "About 50 % of them came, and {names} were read out.",
        "Write 5 < 6, and 7 > 6: that is all.",
        "Two tabs are open, and each tab has a hint.",
        "The form says `{% tabs %}` where the tabs begin.",
        "We ask: if, else, unless? That is how a for and a case begin.",
    ],
)
def test_ordinary_words_are_none(text: str) -> None:
    """Nor is code that shows one."""
    assert hints(text) == []
