"""What is kept of a course for the next build."""
