"""Streams in browsers that have no player for them."""
