"""The first course in a test LMS, in both editions of SCORM."""
