"""Checked course -> the files of its page: one HTML document, one stylesheet, one script for each destination."""

from builder.render.course import render_course

__all__ = ["render_course"]
