"""Plugin of pytest: hypothesis gives the same examples each time, with no limit of time and no memory of its own.

Each case is a test of its own: a mutant is tried by those that run its line.
"""

import os

os.environ["SATCHEL_CASES"] = "apart"


def pytest_configure() -> None:
    """After conftest.py, which has a profile of its own."""
    from hypothesis import settings

    settings.register_profile("mutants", derandomize=True, deadline=None, database=None)
    settings.load_profile("mutants")
