"""Lines of a block -> inline content."""
