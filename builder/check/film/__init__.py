"""Rules on films and their tracks."""
