"""What authors of other dialects write, and what is said of it."""
