"""What helps somebody to write a course: a first folder, ids that stay, schemas for editors."""
