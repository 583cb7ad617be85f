"""How pages look: the theme of a course in a browser, and the gallery of every component."""
