"""Tags of languages (BCP 47), as far as courses need them: language, and country, script or region."""

import re

TAG = r"[a-z]{2,3}(?:-(?!UK)[A-Z]{2}|-[A-Z][a-z]{3}|-[0-9]{3})?"
"""Pattern of a tag. UK is no country in it: the code of the United Kingdom is GB (ISO 3166-1)."""

LANGUAGE = re.compile(TAG)
"""The same, compiled."""

_NAMES = {
    "english": "en-GB",
    "welsh": "cy",
    "cymraeg": "cy",
    "irish": "ga",
    "gaelic": "gd",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "polish": "pl",
    "norwegian": "no",
}


def near_language(given: str) -> str:
    """The tag that was meant (`en_GB`, `en-UK`, `Welsh`); empty when it cannot be guessed."""
    if name := _NAMES.get(given.strip().lower()):
        return name
    parts = re.split(r"[-_ ]+", given.strip())
    country = {"UK": "GB"}.get(parts[-1].upper(), parts[-1].upper())
    tag = "-".join([parts[0].lower(), *([country] if len(parts) == 2 else [])])
    return tag if LANGUAGE.fullmatch(tag) else ""
