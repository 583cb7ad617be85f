/**
 * Whether a frame that shows the page may stop a download, or something else that a sandbox must allow: one that says so, or
 * any when the page has no origin, so that it cannot see what its frame allows. A browser that stops one says nothing.
 * @param {Window} window
 * @param {string} [permission] token of `sandbox`
 * @returns {boolean}
 */
export function isConfined(window, permission = "allow-downloads") {
  try {
    for (let inner = window; inner !== inner.parent; inner = inner.parent) {
      const frame = /** @type {HTMLIFrameElement | null} */ (inner.frameElement);
      if (frame?.hasAttribute("sandbox") && !frame.sandbox.contains(permission)) return true;
    }
  } catch {
    // Beyond a page of another site nothing can be seen.
  }
  return window.origin === "null" && window.location.protocol !== "file:";
}
