/**
 * Whether the frames that show the page let a download through. A browser that stops one says nothing. `no`: a frame says
 * so; `perhaps`: the page has no origin, so that it cannot see what its frame allows; `yes`: nothing speaks against it.
 * @param {Window} window
 * @returns {"yes" | "perhaps" | "no"}
 */
export function downloadsIn(window) {
  try {
    for (let inner = window; inner !== inner.parent; inner = inner.parent) {
      const frame = /** @type {HTMLIFrameElement | null} */ (inner.frameElement);
      if (frame?.hasAttribute("sandbox") && !frame.sandbox.contains("allow-downloads")) return "no";
    }
  } catch {
    // Beyond a page of another site nothing can be seen.
  }
  return window.origin === "null" && window.location.protocol !== "file:" ? "perhaps" : "yes";
}
