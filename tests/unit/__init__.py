"""The parts of the builder, one by one."""
