"""What is different, and what comes of it for learners."""
