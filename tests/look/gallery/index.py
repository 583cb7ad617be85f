"""The page on which the pictures are looked through: one component and width at a time, looks and schemes side by side."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from tests.look.gallery.shoot import Shot

STYLE = """
body { margin: 0; font: 16px/1.4 system-ui, sans-serif; background: #777; color: #111; }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: .5rem 1rem; background: #fff; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem .75rem; margin: 0; padding: 0; border: 0; } legend { float: left; margin-right: .5rem; font-weight: 600; }
section { margin: 1rem; } h2 { margin: 0 0 .5rem; color: #fff; font-size: 1.25rem; scroll-margin-top: 9rem; } h3 { color: #fff; font-size: 1rem; }
.row { display: flex; gap: 8px; overflow-x: auto; align-items: start; }
figure { flex: none; margin: 0; } figcaption { color: #fff; font-size: .8125rem; } img { display: block; max-width: none; background: #fff; }
nav { flex-basis: 100%; } nav a { margin-right: .6rem; white-space: nowrap; }
"""


def index_page(shots: Sequence[Shot]) -> str:
    """The page; its switches are style alone, so that it opens by double click."""
    ways = {
        "look": list(dict.fromkeys(shot.look for shot in shots)),
        "scheme": list(dict.fromkeys(shot.scheme for shot in shots)),
        "width": list(dict.fromkeys(str(shot.width) for shot in shots)),
    }
    hidden = "".join(
        f"body:has(#{way}-{value}:not(:checked)) [data-{way}='{value}'] {{ display: none; }}\n"
        for way, values in ways.items()
        for value in values
    )
    ordered = sorted(shots, key=lambda shot: (shot.component, shot.state))
    parts = {name: list(found) for name, found in groupby(ordered, key=lambda shot: shot.component)}
    links = "".join(f'<a href="#{name}">{name}</a>' for name in parts)
    return (
        f'<!doctype html>\n<html lang="en-GB"><meta charset="utf-8"><title>Gallery</title><style>{STYLE}{hidden}</style>\n'
        f"<header>{''.join(_switches(way, values) for way, values in ways.items())}<nav>{links}</nav></header>\n"
        + "\n".join(_component(name, found) for name, found in parts.items())
        + "</html>\n"
    )


def _switches(way: str, values: Iterable[str]) -> str:
    boxes = "".join(f'<label><input type="checkbox" id="{way}-{value}" checked> {value}</label>' for value in values)
    return f"<fieldset><legend>{way.title()}</legend>{boxes}</fieldset>"


def _component(name: str, shots: Iterable[Shot]) -> str:
    rows = []
    for state, found in groupby(shots, key=lambda shot: shot.state):
        figures = sorted(found, key=lambda shot: shot.width)
        for width, row in groupby(figures, key=lambda shot: shot.width):
            pictures = "".join(_figure(shot) for shot in row)
            rows.append(f'<h3 data-width="{width}">{escape(state)}, {width} px</h3><div class="row">{pictures}</div>')
    return f'<section><h2 id="{name}">{name}</h2>{"".join(rows)}</section>'


def _figure(shot: Shot) -> str:
    words = f"{shot.component} {shot.state}: {shot.look}, {shot.scheme}, {shot.width} px"
    return (
        f'<figure data-look="{shot.look}" data-scheme="{shot.scheme}" data-width="{shot.width}">'
        f'<img src="{escape(shot.file)}" alt="{escape(words)}" loading="lazy">'
        f"<figcaption>{shot.look}, {shot.scheme}</figcaption></figure>"
    )
