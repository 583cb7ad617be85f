"""What was seen, as evidence: a page, EARL, OpenACR, a conformance report, a statement."""
