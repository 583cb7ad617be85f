"""What `course.yml` may say of a theme."""

from builder.model.look.theme import COLOUR_NAMES, USES
from builder.read.settings.json_schema import ANY_TEXT, TEXT, matching, one_of
from builder.read.settings.keys.key import COLOUR, Key, as_colour, as_line, as_said, as_text, fits, one_word

_WEIGHT = r"[1-9][0-9]{0,2}(?: [1-9][0-9]{0,2})?"
_IN_THE_LIGHT = {
    "paper": "What words stand on",
    "ink": "Words",
    "accent": "Links, buttons, lines and the rings of the cover",
    "band": "The head of the cover",
}


def _colours() -> tuple[Key, ...]:
    """A key for each colour in the light scheme, and in the dark one."""
    return tuple(
        Key(
            f"{name}{scheme}",
            'a colour in quotation marks such as "#7a1f5c"',
            as_colour,
            "",
            description=f"{_IN_THE_LIGHT[name]}{', in the dark scheme' if scheme else ''}.",
            schema=matching(COLOUR),
        )
        for name in COLOUR_NAMES
        for scheme in ("", "-dark")
    )


THEME_COLOUR_KEYS = _colours()
"""What `colours` may say."""

FONT_KEYS = (
    Key(
        "file",
        "a file such as theme/reading.woff2",
        as_line,
        needed="file: theme/reading.woff2",
        description="A font in the form WOFF2, in the course folder.",
        schema=TEXT,
    ),
    Key(
        "licence",
        "a file such as theme/OFL.txt",
        as_line,
        needed="licence: theme/OFL.txt",
        rule="THM-002",
        description="Its licence, in the course folder too: it travels in the package.",
        schema=TEXT,
    ),
    Key(
        "use",
        '"reading", "controls" or "everything"',
        one_word(*USES),
        "everything",
        description="What it is for: `reading` for text and titles, `controls` for buttons and labels, or `everything`.",
        schema=one_of(*USES),
    ),
    Key(
        "weight",
        'a weight such as "400", or two for a variable font such as "200 900"',
        fits(_WEIGHT),
        "400",
        description="Its weight: `400` for regular, `700` for bold; of a variable font the lightest and the heaviest.",
        schema=matching(_WEIGHT, "integer"),
    ),
    Key(
        "style",
        '"normal" or "italic"',
        one_word("normal", "italic"),
        "normal",
        description="Whether it is upright (`normal`) or `italic`.",
        schema=one_of("normal", "italic"),
    ),
)
"""What each entry of `fonts` may say."""

THEME_KEYS = (
    Key(
        "name",
        "text",
        as_said,
        "",
        description="The name of the organisation, at the head of every page: beside the logo, or in its place.",
        schema=TEXT,
    ),
    Key(
        "logo",
        "a file such as theme/logo.svg",
        as_line,
        "",
        description="Its logo: an SVG, PNG, JPEG or WebP file in the course folder.",
        schema=TEXT,
    ),
    Key(
        "logo-text",
        "text",
        as_text,
        "",
        description="What the logo says, for who does not see it. A logo needs it.",
        schema=ANY_TEXT,
    ),
    Key(
        "logo-dark",
        "a file such as theme/logo-dark.svg",
        as_line,
        "",
        description="The same logo for dark ground. Without it the logo stands on light ground there.",
        schema=TEXT,
    ),
    Key(
        "colours",
        "names of colours, each with a colour",
        as_text,
        {},
        fields=THEME_COLOUR_KEYS,
        description="Colours by what they are for: `accent`, `band`, `paper` and `ink`, each also with `-dark` behind it.",
    ),
    Key(
        "contrast",
        '"exact" or "nearest"',
        one_word("exact", "nearest"),
        "exact",
        description="What becomes of a colour that cannot be read: an error (`exact`), or the `nearest` that can takes its place.",
        schema=one_of("exact", "nearest"),
    ),
    Key(
        "fonts",
        "a list of fonts, each with `file` and `licence`",
        as_text,
        (),
        entries=FONT_KEYS,
        description="Fonts that travel in the package: each with `file` and `licence`, and if you like `use`, `weight` and `style`.",
    ),
)
"""What `theme` may say."""
