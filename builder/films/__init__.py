"""A look into films, on request: what only the picture and the sound can show. No part of a build."""

from builder.films.looking import look_into_films

__all__ = ["look_into_films"]
