"""A course in any language: its words, its direction, and an interface that is in another one."""
