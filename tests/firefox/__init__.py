"""The course from the disk, in Firefox."""
