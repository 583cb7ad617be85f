"""Boxes to tick in an LMS."""
