"""Help for authors: a first course folder, ids that stay, schemas for editors."""
