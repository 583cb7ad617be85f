"""How long a build, a page and the preview take; run by hand."""
