"""Keys of other tools, and other words for our own: what to write here. Likeness alone would take `tries` for `time`."""

_OURS = {
    "language": "lang locale language-code langue iaith sprache",
    "summary": "description abstract subtitle excerpt intro introduction lead blurb tagline overview disgrifiad",
    "keywords": "tags tag categories category topics subjects keyword allweddeiriau",
    "time": "duration length estimated-time reading-time time-required minutes amser",
    "rights": "licence license copyright legal hawlfraint",
    "publisher": "organisation organization company institution provider cyhoeddwr",
    "title": "name site-name site-title course-title course course-name heading headline teitl",
    "pass-mark": "passing-score passing-grade pass-rate pass-score pass-percentage mastery mastery-score threshold cut-score pass minimum-score",
    "attempts": "tries max-attempts maximum-attempts attempt retries max-tries number-of-attempts",
    "shuffle": "randomize randomise random shuffle-options shuffle-answers randomise-options randomize-options",
    "accent": "color colour theme-color theme-colour accent-color accent-colour primary-color brand-color",
    "cover": "banner hero cover-image cover-picture featured-image",
    "id": "slug identifier course-id short-name code",
    "version": "revision release rev",
    "people": "author authors contributors instructors instructor creator creators teacher teachers trainer trainers maintainers editors speakers team awdur",
    "privacy": "visibility data",
    "variables": "vars extra macros attributes",
    "record": "portfolio",
    "presenters": "presenter speaker",
    "needs": "prerequisites prerequisite requires requirements depends-on depends after",
    "draw": "pick sample pool",
}
OTHER_NAMES = {name: ours for ours, names in _OURS.items() for name in names.split()}
"""Another word -> our key."""

_LATER = {
    **dict.fromkeys(
        ["date", "created", "modified", "updated", "published", "last-modified", "revdate", "pubdate", "dyddiad"],
        "`version` says which state of the content this is",
    ),
    **dict.fromkeys(
        ["logo", "logo-text", "logo-dark", "fonts", "font", "colours", "colors", "favicon"],
        "The look stands below `theme`, each line with two spaces before it",
    ),
    **dict.fromkeys(
        ["questions", "objectives", "keypoints", "key-points", "outcomes", "aims", "learning-objectives", "goals"],
        "Nobody would read these words here: write them into the text",
    ),
    **dict.fromkeys(
        [
            "modules",
            "chapters",
            "pages",
            "nav",
            "sections",
            "contents",
            "summary-file",
            "order",
            "weight",
            "nav-order",
            "sidebar-position",
            "sidebar-label",
            "menu",
            "parent",
        ],
        "Modules stand in the order of their file names, such as 01-welcome.md",
    ),
    **dict.fromkeys(
        ["glossary", "terms", "abbreviations"], "Terms and their definitions stand in a file of their own, glossary.md"
    ),
}
_IDLE = frozenset(
    [
        "draft",
        "layout",
        "permalink",
        "output",
        "toc",
        "bibliography",
        "csl",
        "css",
        "js",
        "template",
        "theme-name",
        "teaching",
        "exercises",
        "series",
        "image",
        "format",
        "documentclass",
        "geometry",
        "fontsize",
        "editor",
        "engine",
        "execute",
        "jupyter",
        "kernelspec",
        "mode",
        "dark",
        "narrator",
        "script",
        "import",
        "link",
        "base-url",
        "url",
        "aliases",
        "cssclasses",
        "publish",
        "type",
        "status",
        "comments",
        "math",
        "mermaid",
        "plugins",
        "markdown-extensions",
        "site-url",
        "repo-url",
        "edit-url",
        "remote-theme",
        "editor-options",
        "number-sections",
        "abstract-title",
        "header-includes",
        "linkcolor",
        "papersize",
        "mainfont",
        "pagetitle",
        "hide-title",
        "hide",
        "sidebar",
    ]
)
"""Keys that say to other tools how to show or file a page."""


def plain_name(name: str) -> str:
    """A key in small letters with hyphens: `Pass mark`, `pass_mark` and `passMark` are one."""
    parted = "".join(
        f"-{letter}" if letter.isupper() and at and name[at - 1].islower() else letter for at, letter in enumerate(name)
    )
    return "-".join(parted.lower().replace("_", " ").replace("-", " ").split())


def what_to_do(name: str) -> str:
    """What to do with a key of another tool that has no like here; empty for any other."""
    plain = plain_name(name)
    if plain == "<<":
        return "Nothing is taken over from elsewhere here: write each setting out."
    if plain in _LATER:
        return f"{_LATER[plain]}. Delete this line."
    return f"`{name}` is a setting of other tools, and does nothing here: delete this line." if plain in _IDLE else ""
