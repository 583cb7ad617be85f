"""Checked course -> the files of its page: one HTML document, one stylesheet, one script for each destination."""

from builder.render.course import render_course, render_course_or_fault
from builder.render.theme import at_their_templates, check_own_files

__all__ = ["at_their_templates", "check_own_files", "render_course", "render_course_or_fault"]
