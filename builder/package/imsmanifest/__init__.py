"""The manifest of both editions, with its metadata and control documents."""
