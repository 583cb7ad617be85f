"""Many small cases in one test: all of them are tried, and each that fails is named.

pytest takes 2 to 3 milliseconds for a test of its own, more than most of these cases do. `SATCHEL_CASES=apart` makes
each a test of its own all the same: to pick one with `-k`, and for `make mutants`, which picks those that reach a line.
"""

import functools
import inspect
import os
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

APART = os.environ.get("SATCHEL_CASES") == "apart"
WHOLE = os.environ.get("SATCHEL_EXAMPLES") == "check"


def sample(most: int) -> int:
    """How many examples of a property are tried: a sixth of them every day, the same each time; all in `make check`."""
    return most if WHOLE else most // 6


def for_each(
    names: str | tuple[str, ...],
    cases: Iterable[Any] | Callable[[], Iterable[Any]],
    ids: Callable[[Any], object] = str,
    one_in: int = 1,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try a test with each of these cases. `names` are its arguments, as for `parametrize`; `ids` names a value.

    Cases that take long to find are given as a function, which is called when the test runs. Other arguments are
    fixtures, which all cases share. `tmp_path` is an empty folder for each. Of cases that are alike and many, `one_in`
    so many is tried every day, the same each time; all in `make check`.
    """
    wanted = [names] if isinstance(names, str) else list(names)

    def found() -> list[Any]:
        return list(cases() if callable(cases) else cases)[:: 1 if WHOLE or APART else one_in]

    if APART:
        return pytest.mark.parametrize(names, found(), ids=lambda value: str(ids(value)))

    def together(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def all_cases(**fixtures: Any) -> None:
            failed, listed = [], found()
            for place, case in enumerate(listed):
                values = dict(zip(wanted, case if len(wanted) > 1 else (case,), strict=True))
                if problem := _problem(test, fixtures | values | _folder(fixtures, place)):
                    failed.append(f"{', '.join(str(ids(value)) for value in values.values())}: {problem}")
            assert listed, "there is no case"
            assert not failed, f"{len(failed)} of {len(listed)} cases failed\n\n" + "\n\n".join(failed)

        signature = inspect.signature(test)
        rest = [parameter for name, parameter in signature.parameters.items() if name not in wanted]
        all_cases.__signature__ = signature.replace(parameters=rest)  # type: ignore[attr-defined]
        return all_cases

    return together


def _folder(fixtures: dict[str, Any], place: int) -> dict[str, Path]:
    """A folder of its own for a case that wants one."""
    if "tmp_path" not in fixtures:
        return {}
    folder = Path(fixtures["tmp_path"], str(place))
    folder.mkdir()
    return {"tmp_path": folder}


def _problem(test: Callable[..., None], arguments: dict[str, Any]) -> str:
    """What is wrong with a case, and in which line of the test; empty when nothing is."""
    try:
        test(**arguments)
    except (Exception, pytest.fail.Exception) as fault:
        place = traceback.extract_tb(fault.__traceback__)[-1]
        return f"{Path(place.filename).name}:{place.lineno}: {type(fault).__name__}: {fault}"
    return ""
