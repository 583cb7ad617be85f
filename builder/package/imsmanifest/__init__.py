"""The manifest, in both editions, with its metadata and control documents."""
