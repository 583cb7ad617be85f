"""A module cut at its headings, and readers of blocks that are no questions."""
