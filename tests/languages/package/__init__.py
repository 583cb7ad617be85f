"""One package in several languages: what serves them all."""
