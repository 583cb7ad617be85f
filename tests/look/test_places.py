"""The numbers that are drawn over a picture: whole and large enough, in every corner of it."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from builder.pipeline import build

CORNERS = """
1. **One** (0, 0): In a corner.
2. **Two** (100, 0): In another.
3. **Three** (0, 100): In a third.
4. **Four** (100, 100): In the last.
5. **Five** (50, 50): In the middle.
"""
SIZES = {"broad": (1600, 400), "tall": (160, 640), "small": (48, 48)}
NUMBERS = """() => [...document.querySelectorAll("[data-current] .spots")].flatMap(block => {
  const frame = block.querySelector(".spots__frame").getBoundingClientRect();
  const sheet = document.querySelector("[data-current]").getBoundingClientRect();
  const picture = block.querySelector("img").getBoundingClientRect();
  return [...block.querySelectorAll("circle")].map((one, at) => {
    const { left, right, top, bottom, width } = one.getBoundingClientRect();
    const corner = [(left + right) / 2 - picture.left, (top + bottom) / 2 - picture.top];
    const meant = [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5]][at];
    return {
      whole: left >= Math.max(frame.left, sheet.left) - 1 && right <= Math.min(frame.right, sheet.right) + 1
        && top >= frame.top - 1 && bottom <= frame.bottom + 1,
      width,
      astray: Math.hypot(corner[0] - meant[0] * picture.width, corner[1] - meant[1] * picture.height),
    };
  });
})"""


@pytest.mark.browser
def test_the_number_of_every_place_is_whole_and_at_its_place(browser: Browser, tmp_path: Path) -> None:
    """At the corners of pictures of every shape, from right to left too, on a phone and on paper."""
    course = tmp_path / "course"
    (course / "images").mkdir(parents=True)
    left = right = ""
    for name, size in SIZES.items():
        Image.new("RGB", size, "grey").save(course / "images" / f"{name}.png")
        picture = f"\n\n![A {name} grey box](images/{name}.png)\n{CORNERS}"
        left += f"\n## Picture: A {name} one{picture}"
        right += f"\n## Picture: Another {name} one{picture}"
    (course / "course.yml").write_text("id: places\ntitle: Places\nlanguage: en-GB\n", encoding="utf-8")
    (course / "01-left.md").write_text(f"---\ntitle: From the left\n---\n{left}", encoding="utf-8")
    (course / "02-right.md").write_text(f"---\ntitle: مرحبا\nlanguage: ar\n---\n{right}", encoding="utf-8")
    outcome = build(course, tmp_path / "out", destinations=("web",))
    assert not outcome.report.errors, outcome.report.errors
    address = next(path for path in outcome.written if path.name == "index.html").as_uri()
    for module in ("left", "right"):
        page = browser.new_page(viewport={"width": 320, "height": 600})
        page.goto(f"{address}#{module}")
        page.locator("[data-current] circle").first.wait_for()
        for width, media in ((320, "screen"), (1280, "screen"), (642, "print")):
            page.set_viewport_size({"width": width, "height": 600})
            page.emulate_media(media=media)  # type: ignore[arg-type]
            numbers = page.evaluate(NUMBERS)
            assert len(numbers) == 15
            for number in numbers:
                assert number["whole"] and number["astray"] < 1.5, (module, width, number)
                assert number["width"] >= (24 if media == "screen" else 20), (module, width, number)
        page.close()
