"""The scripts and the style sheet of a course."""
