"""The pages, scripts and style sheets of a package."""
