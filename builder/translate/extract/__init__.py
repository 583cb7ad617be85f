"""A course folder -> the segments in it, each with its place."""
