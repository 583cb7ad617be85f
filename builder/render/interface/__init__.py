"""The words of the interface: which there are in a language, and how that language counts and joins them."""
