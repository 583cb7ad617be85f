"""Packages that other tools really made are judged: sound ones, and copies with planted faults."""
