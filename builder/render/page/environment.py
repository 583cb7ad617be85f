"""Jinja, set up so that an error in a template names the template and the line."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from builder.errors import Defect, TemplateFault
from builder.model.contract import CONTRACT
from builder.render.page.filters import FILTERS
from builder.render.page.translated import TranslatedLoader

PACKAGE = Path(__file__).resolve().parents[2]


def form_of(filters: Mapping[str, Callable[..., object]]) -> str:
    """Filters, and what Jinja gives each of them beside the value."""
    return " ".join(f"{name}={getattr(filter, 'jinja_pass_arg', '')}" for name, filter in sorted(filters.items()))


_FILTERS = form_of(FILTERS)


def templates_folder() -> Path:
    """Where the templates lie: inside the installed package, else in the top folder of the checkout."""
    for folder in (PACKAGE / "_templates", PACKAGE.parent / "templates"):
        if (folder / "layouts").is_dir():
            return folder
    raise Defect("The templates are not where they belong, beside the builder")


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates beside their sources, as Python keeps its own; where nothing may be written there, none.

    What a template is compiled to depends on more than its source: on whether it may do all or is in a sandbox, and on
    which filters take the context. Jinja's own key knows neither, so `form` goes into it.
    """

    def __init__(self, folder: Path, form: str) -> None:
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
        super().__init__(str(folder))
        self._form = form

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of the file for a template."""
        return super().get_cache_key(f"{name} {self._form}", filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that was kept, if it can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if it can be kept."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


class _OwnFirst(BaseLoader):
    """The course's own templates; ours from the folder where it has none."""

    def __init__(self, folder: Path, own: Mapping[str, str]) -> None:
        self._folder, self._own, self._ours = folder, own, FileSystemLoader(folder)

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """A template. One of the course's own is never kept compiled: it changes while its author writes it."""
        if name not in self._own:
            return self._ours.load(environment, name, globals)
        # In a traceback it has the name of the one that it stands for: `_place` finds it by that.
        code = environment.compile(self._own[name], name, str(self._folder / name))
        return environment.template_class.from_code(environment, code, globals or {}, None)


class _Sandbox(ImmutableSandboxedEnvironment):
    """For templates of a course, which may come from anybody: they read values, reach no file, and make nothing huge."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What an operator makes of two numbers; of anything else it could make a text without end."""
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f"{operator} is for numbers, and no power")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may ask a value for something."""
        return not isinstance(obj, Path) and super().is_safe_attribute(obj, attr, value)


def _intercepted(kind: type[Environment]) -> str:
    """Whether templates are compiled for the sandbox, and which operators ask it."""
    return f"{kind.sandboxed}{''.join(sorted(getattr(kind, 'intercepted_binops', ())))}"


@lru_cache(maxsize=8)
def environment(folder: Path, language: str = "") -> Environment:
    """The one environment of a templates folder; its templates are compiled once. With a `language`, their texts are in it."""
    loader = TranslatedLoader(folder, language) if language else FileSystemLoader(folder)
    return _set_up(Environment, loader, folder, language)


@lru_cache(maxsize=4)
def sandbox(folder: Path) -> Environment:
    """The same for templates of a course: what is constant in them is worked out when they are compiled."""
    return _set_up(_Sandbox, FileSystemLoader(folder), folder)


def _set_up(kind: type[Environment], loader: BaseLoader, folder: Path, language: str = "") -> Environment:
    made = kind(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        optimized=False,
        bytecode_cache=_Compiled(folder / "__pycache__", f"{_intercepted(kind)} {_FILTERS} {language}"),
    )
    made.filters.update(FILTERS)
    made.globals["contract"] = CONTRACT
    return made


def render_template(folder: Path, name: str, **values: object) -> str:
    """Fill one template of `folder` with `values`. Raises TemplateFault with the template and line at fault."""
    return render_translated(folder, name, "", **values)


def render_translated(folder: Path, name: str, language: str, **values: object) -> str:
    """The same with its texts in a language that `layouts/translated` has; in English, as they stand, with an empty one."""
    with _faults(folder, name):
        return environment(folder, language).get_template(name).render(**values)


def page_template_pieces(
    folder: Path, name: str, components: Iterable[str], own: Mapping[str, str], **values: object
) -> Iterator[str]:
    """The same piece by piece, with the templates of some components, by their names, as `components`.

    Each has a macro `show(block)`; that of a question also `answer(item)`, which says what is right in it. `own`: the
    texts of templates of the course's own, by the names of those that they stand for.
    """
    made = _set_up(_Sandbox, _OwnFirst(folder, own), folder) if own else environment(folder)
    with _faults(folder, name):
        named = {one: made.get_template(f"components/{one}/{one}.html") for one in components}
        modules = {one: template.make_module(values) for one, template in named.items()}
        yield from made.get_template(name).generate(**values, components=modules)


@contextmanager
def _faults(folder: Path, name: str) -> Iterator[None]:
    """What Jinja raises while it fills a template, as TemplateFault with template and line."""
    try:
        yield
    except TemplateSyntaxError as fault:
        raise TemplateFault(fault.name or name, fault.lineno, fault.message or "syntax error") from fault
    except TemplateNotFound as fault:
        place, line = _place(folder, name, fault.__traceback__)
        raise TemplateFault(place, line, f"there is no template {fault.name}") from fault
    except (TemplateError, LookupError, TypeError, ValueError, ArithmeticError, RecursionError) as fault:
        place, line = _place(folder, name, fault.__traceback__)
        raise TemplateFault(place, line, str(fault)) from fault


def _place(folder: Path, name: str, trace: TracebackType | None) -> tuple[str, int]:
    """Template and line of the innermost frame that is a template: Jinja writes its own into the traceback."""
    place = (name, 1)
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(folder):
            place = (file.relative_to(folder).as_posix(), trace.tb_lineno)
        trace = trace.tb_next
    return place
