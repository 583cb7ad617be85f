"""Markdown: lines to blocks, text to inline content, each at its line and column."""
