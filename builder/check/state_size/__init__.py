"""How much of an LMS's room the learner's saved state takes."""
