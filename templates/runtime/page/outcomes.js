import { stencil } from "./page-template.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("../learner/learning.js").Learning} Learning */
/** @typedef {import("./strings.js").Strings} Strings */

/** A course may have been completed when it asked for no pass mark yet. */
const RESULTS = { passed: "result.passed", completed: "progress.completed", failed: "result.failed", "": "result.not-yet" };

/**
 * Puts into a page how each question stands that it lists; and whether the course is passed, where that is asked for.
 * @param {HTMLElement} page
 * @param {Course} course
 * @param {Learning} learning
 * @param {Strings} strings
 */
export function showOutcomes(page, { items }, learning, strings) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-outcome]"))) {
    const { outcome = "" } = place.dataset;
    const row = place.closest("li");
    if (row) row.hidden = items.get(outcome)?.element.hasAttribute("data-undrawn") ?? false;
    const { state, draft } = learning.recordOf(outcome);
    place.dataset["state"] = state;
    const words = strings.text(`record.outcome-${state}`);
    const changed = draft && !/answered/.test(state);
    place.replaceChildren(stencil(`icon-${state}`), changed ? strings.text("outcome.changed", { outcome: words }) : words);
  }
  // A module of which nothing was drawn has no heading there. A module's own page has no such part.
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(".result__module"))) {
    part.hidden = !part.querySelector("li:not([hidden])");
  }
  const verdict = page.querySelector("[data-result]");
  if (verdict) verdict.textContent = strings.text(RESULTS[learning.achieved]);
}
