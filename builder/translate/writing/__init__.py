"""Translated segments -> the files of a course in another language."""
