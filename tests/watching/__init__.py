"""Films as a learner watches them, played in a browser."""
