"""Files that a course links to or shows, looked into: none of them may run anything in a learner's browser.

An LMS serves them from its own address. A script in one of them could read what every learner wrote there.
"""

from builder.read.files.linked.look import FileFault, fault_of_link, fault_of_picture, fault_of_setting_picture

__all__ = ["FileFault", "fault_of_link", "fault_of_picture", "fault_of_setting_picture"]
