"""Whether every limit and every list of words is held, also those that are new."""
