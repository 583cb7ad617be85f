"""Plays a finished package as a learner would, and gives evidence of what was seen."""
