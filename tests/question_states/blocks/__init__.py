"""Blocks that are no single question, driven as questions are."""
