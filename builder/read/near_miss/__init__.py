"""What was meant as part of the author's format and is not: reported with what to write instead."""
