"""Translates a course: its words go out to translators, and come back as a course in another language with the same ids."""
