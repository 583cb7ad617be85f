"""What `course.yml` may say of a person."""

from builder.read.settings.json_schema import ANY_TEXT, TEXT, matching
from builder.read.settings.keys.key import AN_ID, ID, Key, as_id, as_said, as_text

PERSON_KEYS = (
    Key(
        "id",
        AN_ID,
        as_id,
        needed="id: sam-example",
        description="What `presenters` in front matter calls this person.",
        schema=matching(ID.pattern),
    ),
    Key("name", "text", as_said, needed="name: Sam Example", description="The name in full.", schema=TEXT),
    Key("role", "text", as_said, "", description="What this person does, in one line.", schema=TEXT),
    Key("about", "text", as_text, "", description="A few sentences, in markdown.", schema=ANY_TEXT),
)
"""What each entry of `people` may say."""
