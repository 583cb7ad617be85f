"""A course for translators, and back: the same ids, every word once, and a report of all that is stale."""
