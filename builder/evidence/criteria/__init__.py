"""The success criteria, and how a package stands to each: never better than what was seen."""
