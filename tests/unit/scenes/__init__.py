"""Stories of scenes."""
