"""What building a course found, kept on this machine for the next build."""

from builder.cache.course import CourseCache, open_cache

__all__ = ["CourseCache", "open_cache"]
