"""The values that every stage shares: standard library only, no disk and no network."""
