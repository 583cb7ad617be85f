"""Content as HTML."""
