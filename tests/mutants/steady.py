"""Plugin of pytest: hypothesis gives the same examples each time, with no limit of time and no memory of its own."""


def pytest_configure() -> None:
    """After conftest.py, which has a profile of its own."""
    from hypothesis import settings

    settings.register_profile("mutants", derandomize=True, deadline=None, database=None)
    settings.load_profile("mutants")
