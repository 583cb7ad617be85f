"""What `course.yml` may say of its cover."""

from builder.read.settings.json_schema import ANY_TEXT, TEXT, one_of
from builder.read.settings.keys.key import Key, as_line, as_text, one_word

COVER_KEYS = (
    Key(
        "picture",
        "a file such as images/cover.jpg",
        as_line,
        needed="picture: images/cover.jpg",
        description="A picture in the place of the drawn rings: an SVG, PNG, JPEG or WebP file in the course folder.",
        schema=TEXT,
    ),
    Key(
        "picture-text",
        "text",
        as_text,
        "",
        description="What the picture shows, for who does not see it. A picture needs it, unless it only adorns.",
        schema=ANY_TEXT,
    ),
    Key(
        "decorative",
        '"yes" or "no"',
        one_word("yes", "no"),
        "no",
        description="Whether the picture only adorns, so that nobody has to hear of it: `yes`, or `no`.",
        schema=one_of("yes", "no"),
    ),
)
"""What `cover` may say."""
