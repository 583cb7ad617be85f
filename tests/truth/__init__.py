"""What we say is true: each sentence for people with the test that shows it, and no setting or attribute without effect."""
