"""The pages for administrators and tutors, in every language that there are words for."""
