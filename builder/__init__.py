"""Satchel: a folder of markdown becomes an accessible course that can be carried anywhere."""

__version__ = "0.1.0"
