import { on } from "../languages/listening.js";

/**
 * The list of modules: a drawer on narrow screens, open in the margin on wide ones. It closes behind the learner, who
 * would else find the next page pushed down by it.
 * @param {Document} page
 * @param {import("./workbench.js").Workbench["behindPress"]} behindPress
 */
export function contents(page, behindPress) {
  const drawer = /** @type {HTMLDetailsElement} */ (page.querySelector("[data-contents-drawer]"));
  drawer.addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest("[data-contents]")) drawer.open = false;
  });
  const summary = drawer.querySelector("summary");
  const isDrawer = () => !!summary?.getClientRects()[0];
  // An open list lies over the page: what has the focus must not be under it (WCAG 2.4.11).
  drawer.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Element) || drawer.contains(relatedTarget) || !isDrawer()) return;
    behindPress(() => (drawer.open = false));
  });
  drawer.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.open || !isDrawer()) return;
    drawer.open = false;
    summary?.focus();
  });
  on(page, "click", (event) => {
    // From above the page, and from the end of each module.
    if (!/** @type {Element} */ (event.target).closest("[data-contents-toggle]")) return;
    event.preventDefault();
    drawer.open = true;
    const places = /** @type {HTMLElement[]} */ ([...drawer.querySelectorAll("summary, a")]);
    places.find((place) => place.getClientRects()[0])?.focus();
  });
}

/**
 * Says in the line of the contents where she is, with a way on: the heads of long modules are out of sight.
 * @param {HTMLElement} page the one that is shown
 */
export function showLine(page) {
  const line = /** @type {HTMLElement} */ (page.ownerDocument.querySelector("[data-line]"));
  const [place, next] = line.children;
  const on = page.querySelector("[data-next]");
  line.hidden = !on;
  place?.replaceChildren(page.querySelector("[data-number]")?.textContent ?? "");
  if (on) next?.setAttribute("href", on.getAttribute("href") ?? "");
}
