"""Mutants of JavaScript: found by a script in Node, run in copies of the repository."""
