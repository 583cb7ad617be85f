"""Tags of templates: what they do in GitBook, Liquid and Hugo, and what there is here."""

from collections.abc import Iterator

from builder.check.foreign.sign import Sign, sign

_EMBED = "embed"
_NAME_IN_BOLD = "and the name of each stands in bold above its words"
_WATCH = "A film is a heading `## Watch: ...`, with a line [Title](media/film.mp4) below it, or with its address in these brackets"
_TAGS: tuple[tuple[str, str, str], ...] = (
    (
        r"tab(?:s|item|pane|bed)?|accordion(?:s|-item)?|expand(?:able)?|details|collaps(?:e|ible)|spoiler|toggle|faq",
        "begins or ends parts that open",
        f"Keep the words. Parts that open are a heading `## Details: ...`, {_NAME_IN_BOLD}",
    ),
    (
        r"step(?:s|per)?",
        "begins or ends a step",
        "Keep the words. Steps are a numbered list; drawn as a picture they are below `## Stages: ...`",
    ),
    (
        r"columns?|grid|row|split|panels?",
        "lays out parts side by side",
        f"Keep the words. Parts side by side are a heading `## Columns: ...`, {_NAME_IN_BOLD}",
    ),
    (
        r"cards?|card-?(?:group|grid)|tiles?",
        "begins or ends a card",
        f"Keep the words. Cards to turn are a heading `## Cards: ...`, {_NAME_IN_BOLD}. Cards that lead elsewhere are a list of links",
    ),
    (
        r"timeline|updates?|events?",
        "tells what happened when",
        "Keep the words. It is a heading `## Timeline: ...`, and below it a list such as - **1989:** words",
    ),
    (r"youtube|vimeo|video|loom|wistia|bilibili", "shows a film", _WATCH),
    (
        r"audio|podcast|spotify|soundcloud",
        "plays a recording",
        "A recording is a heading `## Listen: ...`, with a line [Title](media/talk.mp3) below it",
    ),
    (
        r"file|pdf|download|attachment|asset",
        "offers a file",
        "Write a heading `## File: ...`, and below it a link alone on its line: [its name](files/form.pdf)",
    ),
    (r"image|img|figure|gallery|lightbox", "shows a picture", "Write ![what one sees](images/team.png)"),
    (
        r"code(?:tabs|group|block)?|highlight|prism|raw",
        "begins or ends code",
        "Keep the words. Code stands between two lines of three backticks",
    ),
    (
        r"(?:block|pull)?quote|epigraph",
        "begins or ends a quotation",
        "Keep the words. Write > before each line; the last paragraph may be Source: and who said it",
    ),
    (
        r"content-ref|page-ref|link|post_url|button|btn",
        "leads to another page",
        "Write a link: [where it leads](02-next.md)",
    ),
    (
        r"quiz|question|poll|survey|checkbox|form",
        "asks a question",
        "Keep the words. A question is a heading such as `## Quiz: ...`",
    ),
    (
        r"mermaid|plantuml|chart|diagram|math|katex",
        "draws something",
        "Put it in as a picture: ![what one sees](images/plan.png). A formula stands between dollars: $x^2$",
    ),
    (_EMBED, "shows a part of another site", f"{_WATCH}. Anything else is a link: [what it is](https://...)"),
    (
        r"tweet|twitter|x|instagram|gist|codepen|jsfiddle|map|figma",
        "shows a part of another site",
        "Say in words what it shows, and write a link: [what it is](https://...)",
    ),
    (
        r"if|elif|elsif|else|unless|case|when|for",
        "chooses words",
        "Delete it, and keep the words that every learner is to read: nothing in a text is chosen",
    ),
    (
        r"assign|capture|set|increment",
        "gives words a name",
        "Delete it. Words that stand in several places are `variables` in course.yml",
    ),
    (r"comment", "begins or ends a comment", "Write <!-- before the comment and --> behind it, or delete all of it"),
)
"""Names of tags -> what they do, and what there is here. Words between two tags are never lost."""


def _tags() -> Iterator[Sign]:
    for names, does, write in _TAGS:
        if names != _EMBED:  # that of Quarto takes in another file
            pattern = rf"\{{\{{[<%] */? *(?:{names})(?![\w-])[^\n]{{0,300}}?[>%]\}}\}}"
            yield sign("Hugo", "{{", pattern, does, write, sure=True)
        pattern = rf"\{{%-? *(?:end)?(?:{names})(?![\w-])[^\n]{{0,300}}?%\}}"
        yield sign("GitBook and Liquid", "{%", pattern, does, write, sure=True)


TAGS = tuple(_tags())
"""Tags of templates whose meaning is plain."""
