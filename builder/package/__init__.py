"""Packs rendered files into one package for each destination."""

from builder.package.archive import PlannedPackage, write_package, write_packages
from builder.package.atomic_write import alone_in, replaced_file, scratch_folder
from builder.package.films_apart import films_apart, with_films_apart, without_films, write_films
from builder.package.folder import write_folder
from builder.package.older import older_packages
from builder.package.plan import plan_package

__all__ = [
    "PlannedPackage",
    "alone_in",
    "films_apart",
    "older_packages",
    "plan_package",
    "replaced_file",
    "scratch_folder",
    "with_films_apart",
    "without_films",
    "write_films",
    "write_folder",
    "write_package",
    "write_packages",
]
