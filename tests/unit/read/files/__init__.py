"""Files beside the markdown: their names, their lengths, and those that are not read."""
