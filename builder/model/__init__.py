"""The ground that every stage stands on: plain values, standard library only, no disk and no network."""
