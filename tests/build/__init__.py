"""The commands, and what a build leaves behind."""
