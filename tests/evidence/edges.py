"""Pages on either side of a threshold: as near to it as a page can be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Edge:
    """A threshold of a probe: a page just short of it, and one just on it."""

    probe: str
    criterion: str
    short: str
    met: str

    def __str__(self) -> str:
        """A name for reports."""
        return f"{self.probe} {self.criterion}: {' '.join(self.short.split())[:50]}"


def button(width: float, height: float) -> str:
    """A button of that size to the hundredth of a pixel."""
    return f"<button style='min-inline-size:0;min-block-size:0;padding:0;border:1px solid #111;inline-size:{width}px;block-size:{height}px;font-size:9px;line-height:1'>Go</button>"


def column(words: str) -> str:
    """The same three times, one below another without room between them: what has room may be smaller."""
    return f"<div style='display:flex;flex-direction:column;align-items:start'>{3 * words}</div>"


def row(words: str) -> str:
    """The same, one beside another."""
    return column(words).replace("flex-direction:column;", "")


def text(colour: str, ground: str = "#fff") -> str:
    """A line of words in a colour."""
    return f"<p style='color:{colour};background:{ground}'>Words of a course.</p>"


def large(colour: str) -> str:
    """The same in 24 px."""
    return f"<p style='color:{colour};font-size:24px'>Words of a course.</p>"


def box(size: str, words: str = "aaaaaaaaaa", more: str = "") -> str:
    """Words of one width each in a box that cuts them off."""
    return f"<div style='font:16px/1.5 monospace;overflow:hidden;white-space:nowrap;{size}'>{words}</div>{more}"


def field(colour: str) -> str:
    """A field with an edge of a colour."""
    return f"<label>Name <input style='border:1px solid {colour}'></label>"


def layer(height: int) -> str:
    """A layer that stays at the top of the window."""
    words = "<p>Words of a course, some of which are below it.</p>" * 20
    return f"<div style='position:fixed;inset:0 0 auto 0;block-size:{height}px;background:#fff'></div>{words}"


def outline(colour: str) -> str:
    """A button whose focus has a colour."""
    return f"<style>button:focus-visible {{ outline: 4px solid {colour}; outline-offset: 2px }}</style><button>One</button>"


WIDTH = 320 - 32
"""Pixels between the margins of a window of 320."""
EDGES = (
    Edge("targets", "2.5.8", row(button(23.8, 60)), row(button(24, 60))),
    Edge("targets", "2.5.8", column(button(60, 23.8)), column(button(60, 24))),
    Edge("targets", "2.5.5", button(43.8, 60), button(44, 60)),
    Edge("targets", "2.5.5", button(60, 43.8), button(60, 44)),
    Edge("axe", "1.4.3", text("#777777"), text("#767676")),  # 4.48 and 4.54
    Edge("axe", "1.4.6", text("#5a5a5a"), text("#595959")),  # 6.90 and 7.00
    Edge("axe", "1.4.3", large("#959595"), large("#949494")),  # 2.98 and 3.03
    Edge("axe", "1.4.6", large("#777777"), large("#767676")),
    Edge("htmlcs", "1.4.6", text("#5a5a5a"), text("#595959")),
    Edge("edges", "1.4.11", field("#959595"), field("#949494")),
    Edge("focus-visible", "1.4.11", outline("#959595"), outline("#949494")),
    Edge("reflow", "1.4.10", f"<div style='inline-size:{WIDTH + 17}px'>Words</div>", f"<div style='inline-size:{WIDTH + 16}px'>Words</div>"),
    Edge("low-window", "1.4.10", layer(155), layer(153)),  # 60.5 % and 59.8 % of 256
    Edge("text-spacing", "1.4.12", box("inline-size:calc(10ch + 15px)"), box("inline-size:calc(10ch + 19.2px)")),  # ten times 0.12 em
    Edge("text-spacing", "1.4.12", box("inline-size:calc(11ch + 20.5px)", "aaaaa aaaaa"), box("inline-size:calc(11ch + 23.7px)", "aaaaa aaaaa")),  # and a space of 0.16 em
    Edge("text-direction", "1.3.2", "<p lang=he>קראו את התכנית היום</p>", "<p lang=he>קראו את התכנית</p>"),
    Edge("large-text", "1.4.4", box("inline-size:19ch;font-size:16px", "<span style='font-size:1rem'>aaaaaaaaaa</span>"), box("inline-size:20.1ch;font-size:16px", "<span style='font-size:1rem'>aaaaaaaaaa</span>")),
)  # fmt: skip
"""Each is tried in a browser."""
