"""Checks of the zip: its directory and its members."""
