"""The page of a built course in Node: no browser, a document of its own, and the run-time as it is in the sources."""
