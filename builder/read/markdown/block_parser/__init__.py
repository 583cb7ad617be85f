"""Lines of markdown -> a tree of blocks, each with its place.

Follows the block structure of CommonMark 0.31 (chapters 4 and 5), so that a list does here what it does in every
preview, with the tables of GFM and the footnotes, abbreviations and definition lists of the author's format.
Python-Markdown's own block parser knows neither lines nor columns; this one stands in its place.
"""
