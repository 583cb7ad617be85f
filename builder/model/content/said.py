"""Words of a setting that say their language."""


class Said(str):
    """Words of a setting in another language than its course: `Visits {lang=en-GB}`."""

    language: str
    """BCP 47 tag of their language."""

    def __new__(cls, words: str, language: str) -> "Said":
        """Words without their mark, and what it says."""
        made = super().__new__(cls, words)
        made.language = language
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """What a copy is made of."""
        return str(self), self.language


def language_of(words: object) -> str:
    """The language that words of a setting are marked with; empty when they are in that of what they stand in."""
    return words.language if isinstance(words, Said) else ""
