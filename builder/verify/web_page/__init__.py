"""Checks of the pages, scripts and style sheets in a package."""
