"""What `course.yml` may say of the look of a course."""

from builder.read.settings.json_schema import matching
from builder.read.settings.keys.cover import COVER_KEYS
from builder.read.settings.keys.key import COLOUR, Key, as_colour, as_text
from builder.read.settings.keys.theme import THEME_KEYS

LOOK_KEYS = (
    Key(
        "accent",
        'a colour in quotation marks such as "#7a1f5c"',
        as_colour,
        "",
        description='The colour of links, buttons and lines: `"#7a1f5c"`, with the quotation marks.',
        schema=matching(COLOUR),
    ),
    Key(
        "theme",
        "settings such as `name`, `logo` and `colours`, indented below it",
        as_text,
        None,
        fields=THEME_KEYS,
        description="The look of an organisation: its name, logo, colours and fonts.",
    ),
    Key(
        "cover",
        "settings such as `picture` and `picture-text`, indented below it",
        as_text,
        None,
        fields=COVER_KEYS,
        description="A picture for the cover, in the place of the drawn rings.",
    ),
)
"""Its colour, the look of an organisation, and a picture for the cover."""
