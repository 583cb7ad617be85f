/**
 * What scrolls by itself is a stop of the Tab key only while there is anything to scroll to. Without script it always is.
 * @param {Element} page whose tables and formulas are watched from now on: their room, and how much of it they need
 */
export function watchStops(page) {
  for (const frame of page.querySelectorAll(".table, .maths[tabindex]")) {
    const sizes = new ResizeObserver(() => {
      /** @type {HTMLElement} */ (frame).tabIndex = frame.scrollWidth > frame.clientWidth ? 0 : -1;
    });
    for (const part of [frame, ...frame.children]) sizes.observe(part);
  }
}
