"""The record of learning as a Word document, read back by somebody else's library."""
