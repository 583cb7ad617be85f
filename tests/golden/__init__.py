"""What learners' work hangs on: ids, fingerprints, packages and saved states of released versions."""
