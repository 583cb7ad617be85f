"""Places in braces, such as `{count}`, and what is put into them."""

import re

from builder.model.contract import PLACEHOLDER

PLACE = re.compile(PLACEHOLDER)


def fill(text: str, **values: object) -> str:
    """Put `values` in the {placeholders} of `text`. Raises KeyError for a placeholder without a value."""
    return PLACE.sub(lambda match: str(values[match[1]]), text)
