import { holdStill } from "./read-only.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("./workbench.js").Workbench} Workbench */

/**
 * The page of the record of learning, which comes to life when its own script has come.
 * @param {Document} page
 * @param {Workbench} bench
 * @param {Course} course
 * @param {import("./record-script.js").RecordScript} script
 * @returns {() => void} shows what is there now, if it is the page that is shown
 */
export function recordPage(page, bench, course, script) {
  const place = /** @type {HTMLElement | null} */ (page.querySelector("[data-record]"));
  /** @type {(() => void) | undefined} */
  let showAll;
  return (script.then = () => {
    if (!place || !("current" in place.dataset)) return;
    if (!script.record) return script.load();
    (showAll ??= script.record(place, bench, course))();
    place.dataset["record"] = "open";
    holdStill(page);
  });
}
