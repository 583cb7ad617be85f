"""The zip: its directory and its members."""
