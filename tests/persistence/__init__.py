"""Random lives of a learner's work: what was written comes back."""
