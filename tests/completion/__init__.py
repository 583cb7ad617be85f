"""When a course is done, and what attempts that run out leave behind."""
