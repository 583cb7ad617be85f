"""How a learner's way through a package is walked."""
