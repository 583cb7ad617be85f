"""The first course in a browser: by keyboard, by mouse, from the disk, on paper."""
