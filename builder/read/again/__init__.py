"""Reading a course again after an edit."""
