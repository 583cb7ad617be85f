import { holdStill } from "../../runtime/page/read-only.js";
import { keptNotes } from "./kept.js";
import { lettersOf } from "./letters.js";
import { mark, unmark } from "./marks.js";
import { selecting } from "./selection.js";
import { sheetOf } from "./sheet.js";
import { on } from "../../runtime/languages/listening.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */
/** @typedef {ReturnType<typeof sheetOf>} Sheet */

/**
 * What the record of learning needs of a learner's notes.
 *
 * @typedef {object} Notes
 * @property {import("./kept.js").Kept} kept
 * @property {(id: string) => Sheet} sheetOf the note on a module, and its passages, once more
 */

/**
 * A learner's own notes on modules, and the passages that she highlights in them. They stay on the device.
 * @param {Document} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {{show: (page?: HTMLElement) => void, notes: Notes | null}} `show`: a page is shown, or more is known of the one that is;
 *   no notes where the author wants none
 */
export function myNotes(page, bench, course) {
  if (!page.querySelector("[data-highlight]")) return { show() {}, notes: null };
  /** @type {Set<string>} modules that were shown */
  const opened = new Set();
  /** @type {Sheet[]} */
  const sheets = [];
  let id = "";
  let marked = "";
  const kept = keptNotes(bench.learning, course, refresh);
  const hide = selecting(page, bench, kept);
  on(page, "kept", refresh);

  /** Marks what is highlighted in the module that is shown, and counts it. */
  function refresh() {
    for (const { show } of sheets) show();
    const module = kept.moduleOf(id)?.element;
    if (!module) return;
    const places = kept.rowsOf(id).flatMap(({ place }) => (place ? [place] : []));
    const now = `${id} ${places}`;
    if (now !== marked) {
      unmark(module);
      mark(lettersOf(module), places);
    }
    marked = now;
    const count = kept.count(id);
    const line = module.querySelector("[data-my-notes-count]");
    if (line) line.textContent = count > 0 ? bench.strings.plural("record.count-notes", count) : "";
  }

  const sheet = (/** @type {string} */ module, there = false) => {
    const one = sheetOf(module, kept, bench, there);
    sheets.push(one);
    return one;
  };
  return {
    show(shown) {
      hide();
      id = shown?.dataset["module"] ?? id;
      const place = kept.moduleOf(id)?.element.querySelector("[data-my-notes]");
      if (place && !opened.has(id)) place.lastElementChild?.append(sheet(id, true).element);
      opened.add(id);
      refresh();
      holdStill(page);
    },
    notes: { kept, sheetOf: sheet },
  };
}
