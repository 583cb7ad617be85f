"""Hostile input: what an author, an administrator or a learner notices of it, and what it cannot do."""
