"""Thresholds and word lists: what is just within each, and what is just beyond."""
