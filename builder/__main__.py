"""`satchel`, and `python -m builder`: the command in a process of its own."""

import atexit
import gc

from builder.cli import main


def run() -> None:
    """The command. What is chosen here holds for the whole process, so not for whoever calls `main` within another."""
    # What is read stays until the end: looking for rubbish among it again and again took a twentieth of a large build.
    gc.set_threshold(1_000_000, 50, 100)
    # At its end Python would look through all of it once more. The memory goes back with the process in any case.
    atexit.register(gc.freeze)
    main(prog_name="satchel")


if __name__ == "__main__":
    run()
