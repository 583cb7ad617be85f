"""`python -m builder` is `satchel`."""

from builder.cli import main

main(prog_name="satchel")
