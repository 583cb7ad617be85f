"""What is looked for in films: flashes, captions that stray."""
