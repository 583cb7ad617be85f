"""Questions that name their right options in a line below them, as `Answer: b`: reported once, and read as they were meant.

Aiken (Moodle) writes them so, and so do word processors, forms and chat assistants.
"""
