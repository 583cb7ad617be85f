"""Colours, and the look of an organisation."""
