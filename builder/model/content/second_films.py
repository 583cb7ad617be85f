"""Films that take the place of a film, or stand beside it: they keep its time."""

_APART = 2.0
"""Seconds: the second film may have another last picture, and programs round lengths differently."""


def lengths_apart(what: str, named: str, film: tuple[str, str, float], second: float) -> tuple[str, str] | None:
    """Message and hint on a second film `named` that is longer or shorter.

    `film` is the file, the title and the length of the film; 0 seconds are an unknown length.
    """
    source, title, length = film
    apart = second - length
    if not length or not second or abs(apart) <= _APART:
        return None
    more = "longer" if apart > 0 else "shorter"
    message = f"the film with {what}, {named}, is {abs(apart):.0f} seconds {more} than {source}"
    hint = (
        "Export both from the same cut: captions, chapters and pauses hold for both. "
        f"A film of another cut is a block of its own, with its own captions: ## Watch: {title}, with {what}"
    )
    return message, hint
