"""The panel of what a learner reads with."""
