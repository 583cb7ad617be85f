"""What tutors need to read the answers in an LMS's reports: which letter, number or name stands for which words."""
