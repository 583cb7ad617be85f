"""Inline markdown -> inline content."""
