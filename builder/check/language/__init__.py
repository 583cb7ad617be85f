"""Rules on the words of a course."""
