"""Answers that stand apart from their questions: in a part that opens, or in a list at the end."""
