"""The HTML document, from templates."""
