"""Segments <-> files for translators."""
