"""A package beside its newer version: what learners in progress would notice."""
