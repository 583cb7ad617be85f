"""What films are made of, and how they become fit for the web."""
