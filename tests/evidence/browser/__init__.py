"""The browser that `verify` and `judge` start."""
