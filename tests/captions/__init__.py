"""Captions of other programs become WebVTT."""
