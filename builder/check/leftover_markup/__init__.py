"""Signs of the format that a learner would see."""
