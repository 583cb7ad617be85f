"""Words that stand beside a number."""
