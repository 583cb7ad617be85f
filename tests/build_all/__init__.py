"""Many courses at once: what has not changed is left, a broken course stops no other, and clusters and stores make the same."""
