/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * What is left on this device: only until the tab is closed, or nothing at all.
 * @param {HTMLElement} page
 * @param {Workbench} bench
 * @returns {() => void} shows how it is
 */
export function deviceChoices(page, { device }) {
  const shared = /** @type {HTMLInputElement} */ (page.querySelector("[data-shared]"));
  shared.addEventListener("change", () => device.share(shared.checked));
  /** @type {Element} */ (page.querySelector("[data-clear]")).addEventListener("click", () => device.clear());
  return () => {
    shared.checked = device.shared;
  };
}
