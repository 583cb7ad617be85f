import { on } from "../../runtime/languages/listening.js";

/**
 * The panel of what a learner reads with. It lies over the page, moves nothing, and closes behind her.
 * @param {Document} page
 */
export function tools(page) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(`[data-tools-${name}]`));
  const [button, panel] = [part("open"), part("panel")];
  const show = (/** @type {boolean} */ open) => {
    if (open === !panel.hidden) return;
    const inside = panel.contains(page.activeElement);
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) panel.focus();
    else if (inside) button.focus();
  };
  button.addEventListener("click", () => show(panel.hidden !== false));
  part("close").addEventListener("click", () => show(false));
  panel.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") show(false);
  });
  // What has the focus must not be under it (WCAG 2.4.11). A press into the page, to read on, takes no focus to speak of.
  on(page, "focusin", ({ target }) => {
    if (target instanceof Element && target.id !== "main" && target !== button && !panel.contains(target)) show(false);
  });
  on(page, "click", (event) => {
    if (!/** @type {Element} */ (event.target).closest("[data-tools-toggle]")) return;
    event.preventDefault();
    show(true);
  });
}
