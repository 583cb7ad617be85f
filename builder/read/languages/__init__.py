"""The other languages of a course: each is a folder beside its modules, and part of the same package."""

from builder.read.languages.changed import Renew, Renewal
from builder.read.languages.translations import course_in_languages, read_translations

__all__ = ["Renew", "Renewal", "course_in_languages", "read_translations"]
