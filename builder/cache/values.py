"""Values of the model as bytes, and back: pickles of our own classes, which can do nothing but hold values.

Reading such bytes makes plain values, dataclasses, named tuples and enumerations of Satchel, and markup. A pickle that
names anything else is refused, so it can call nothing.
"""

import pickle
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from builder import kinds
from builder.model.kind import Kind, QuestionKind

_PROTOCOL = 5
_OURS = "builder."

Reducer = Callable[[Any], tuple[Any, tuple[Any, ...]]]


@cache
def kind_called(name: str) -> Kind:
    """A row of the kinds of block. Rows hold functions, so they are written by their module and their name in it."""
    return next(kind for kind, place in _rows().values() if place == name)


@cache
def _rows() -> dict[int, tuple[Kind, str]]:
    """Every row, by its identity; also those that stand for a form of a kind and are in no table."""
    modules = [(name, vars(module)) for name, module in sys.modules.items() if name.startswith(kinds.__name__)]
    return {
        id(value): (value, f"{module}.{name}")
        for module, names in sorted(modules)
        for name, value in names.items()
        if isinstance(value, Kind)
    }


def encoded(value: object) -> bytes:
    """A value as bytes. Raises PicklingError for one that holds anything else than values."""
    out = BytesIO()
    try:
        _Pickler(out, _PROTOCOL).dump(value)
    except (AttributeError, KeyError, TypeError, RecursionError) as problem:
        raise pickle.PicklingError(str(problem)) from problem
    return out.getvalue()


def decoded(data: bytes) -> Any:
    """The value again. Raises UnpicklingError, and whatever a class says of values that it cannot have."""
    return _Unpickler(BytesIO(data)).load()


class _Reducers(dict[type, Reducer]):
    """How values of each class are written: by the class and its fields, which is faster than a dataclass does itself."""

    def __missing__(self, cls: type) -> Reducer:
        if hasattr(cls, "_fields"):  # a named tuple
            self[cls] = named = lambda one: (cls, tuple(one))
            return named
        if not is_dataclass(cls) or any(field.kw_only or not field.init for field in fields(cls)):
            raise KeyError(cls)
        self[cls] = made = _of_fields(cls, [field.name for field in fields(cls)])
        return made


def _of_fields(cls: type, names: list[str]) -> Reducer:
    if len(names) < 2:
        return lambda one: (cls, tuple([getattr(one, name) for name in names]))
    values = attrgetter(*names)
    return lambda one: (cls, values(one))


def _of_kind(kind: Kind) -> tuple[Any, tuple[Any, ...]]:
    return kind_called, (_rows()[id(kind)][1],)


class _Pickler(pickle.Pickler):
    dispatch_table = _Reducers(
        {Kind: _of_kind, QuestionKind: _of_kind, Markup: lambda text: (Markup, (str.__str__(text),))}
    )


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _known(module, name)


@cache
def _known(module: str, name: str) -> Any:
    if (module, name) == (kind_called.__module__, kind_called.__name__):
        return kind_called
    if (module, name) == (Markup.__module__, Markup.__name__):
        return Markup
    found = getattr(sys.modules.get(module), name, None) if module.startswith(_OURS) else None
    if isinstance(found, type) and (is_dataclass(found) or issubclass(found, (Enum, tuple))):
        return found
    raise pickle.UnpicklingError(f"{module}.{name} is no value")
