"""The mutation run: small changes of the product, each of which some test should notice."""
