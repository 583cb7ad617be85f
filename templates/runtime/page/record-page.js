import { holdStill } from "./read-only.js";
import { RecordScript } from "./record-script.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("./workbench.js").Workbench} Workbench */

/**
 * The page of the record of learning, which comes to life when its own script has come.
 * @param {Document} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {{load: () => void, show: () => void}} `show`: what is there now, if it is the page that is shown
 */
export function recordPage(page, bench, course) {
  const place = /** @type {HTMLElement | null} */ (page.querySelector("[data-record]"));
  /** @type {(() => () => void) | undefined} */
  let open;
  /** @type {(() => void) | undefined} */
  let showAll;
  const script = new RecordScript(page, (record) => {
    if (place) open = () => record(place, bench, course);
    show();
  });
  function show() {
    if (!place || !("current" in place.dataset)) return;
    if (!open) return script.load();
    (showAll ??= open())();
    place.dataset["record"] = "open";
    holdStill(page);
  }
  return { load: () => script.load(), show };
}
