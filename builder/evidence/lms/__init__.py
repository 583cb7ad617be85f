"""A strict LMS on the loopback interface, in which a package is launched."""
