"""The key for tutors, with which reports of an LMS are read."""
