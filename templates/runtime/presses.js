import { on } from "./languages/listening.js";

/**
 * What moves the page waits for the end of a press: between press and release a button that moves away is not clicked.
 * @param {Document} page
 * @returns {(act: () => void) => void} acts at once, or behind the click that is under way
 */
export function behindPresses(page) {
  let pressed = false;
  on(page, "mousedown", () => (pressed = true), true);
  // The mouse may have been released outside the window.
  for (const sign of ["mouseup", "keydown"]) on(page, sign, () => (pressed = false), true);
  return (act) => (pressed ? page.addEventListener("mouseup", () => setTimeout(act), { once: true }) : act());
}
