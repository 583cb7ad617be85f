"""Looks into films on request, for faults that only picture and sound can show. No part of a build."""

from builder.films.looking import look_into_films

__all__ = ["look_into_films"]
