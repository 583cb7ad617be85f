"""Finished packages, opened afresh and read back."""
