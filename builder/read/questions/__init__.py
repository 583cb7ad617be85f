"""Readers of question blocks."""
