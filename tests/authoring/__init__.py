"""What writes for authors: new courses, ids, schemas."""
