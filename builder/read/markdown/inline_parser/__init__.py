"""Text of a block -> elements, by Python-Markdown."""
