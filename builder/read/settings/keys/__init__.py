"""The keys that settings may have: one table for each file, which checks, messages, schema and handbook share."""

from builder.read.settings.keys.course import COURSE_KEYS
from builder.read.settings.keys.cover import COVER_KEYS
from builder.read.settings.keys.form import FORM_KEYS, FORM_KINDS, FORM_QUESTION_KEYS
from builder.read.settings.keys.key import (
    AN_ID,
    COLOUR,
    ID,
    Key,
    as_colour,
    as_id,
    as_ids,
    as_language,
    as_languages,
    as_lines,
    as_modules,
    as_words,
)
from builder.read.settings.keys.module import MODULE_KEYS
from builder.read.settings.keys.people import PERSON_KEYS
from builder.read.settings.keys.theme import FONT_KEYS, THEME_COLOUR_KEYS, THEME_KEYS

__all__ = [
    "AN_ID",
    "COLOUR",
    "COURSE_KEYS",
    "COVER_KEYS",
    "FONT_KEYS",
    "FORM_KEYS",
    "FORM_KINDS",
    "FORM_QUESTION_KEYS",
    "ID",
    "MODULE_KEYS",
    "PERSON_KEYS",
    "THEME_COLOUR_KEYS",
    "THEME_KEYS",
    "Key",
    "as_colour",
    "as_id",
    "as_ids",
    "as_language",
    "as_languages",
    "as_lines",
    "as_modules",
    "as_words",
]
