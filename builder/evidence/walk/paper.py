"""What of a page goes to paper."""

from builder.evidence.walk.hooked import HookedCourse

_SHEET = 900
"""Pixels of an A4 or Letter sheet within its margins, at 96 to the inch: what is taller has to be torn."""

_TORN = """sheet => [...document.querySelectorAll("tr, figure, [data-item]")].filter((one) => {
  const { height } = one.getBoundingClientRect();
  if (!one.checkVisibility() || height < 2 * parseFloat(getComputedStyle(one).fontSize) || height > sheet) return false;
  for (let here = one; here; here = here.parentElement) if (/^avoid/.test(getComputedStyle(here).breakInside)) return false;
  return true;
}).map((one) => `${one.matches("tr") ? "a row" : one.matches("figure") ? "a figure" : "a question"} “${one.innerText.replace(/\\s+/g, " ").slice(0, 60)}”`)"""


def paper_of(course: HookedCourse) -> tuple[str, list[str]]:
    """What of the page that is shown goes to paper, and what of that may be torn."""
    page = course.launch.page
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    words = str(course.launch.frame.evaluate("() => document.body.innerText.replace(/\\\\s+/g, ' ')"))
    torn = course.launch.frame.evaluate(_TORN, _SHEET)
    page.emulate_media(media="screen")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    return words, list(map(str, torn))
