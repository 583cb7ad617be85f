import { workBlocks } from "../../runtime/record/document.js";
import { showBlocks } from "../../runtime/record/sheet.js";
import { deviceChoices } from "./device.js";
import { form } from "./form.js";
import { gather, reflectionsOf } from "./gather.js";
import { goals } from "./goals.js";
import { keeping } from "./keep.js";
import { reflections } from "./reflections.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */
/** @typedef {import("./gather.js").Part} Part */

/**
 * The learner's record of learning: one page that gathers what was written and done, to change and to take along.
 * @param {HTMLElement} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {() => void} shows what is there now; to be called whenever the page is shown
 */
export function record(page, bench, course) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement | null} */ (page.querySelector(`[data-record-part="${name}"]`));
  const [written, set, asked] = [part("reflections"), part("goals"), part("form")];
  const work = /** @type {HTMLElement | null} */ (page.querySelector("[data-work]"));
  const shows = [
    written && reflections(written, bench, course),
    set && goals(set, bench),
    asked && form(asked, bench),
    () => {
      const everything = gather(page, course, bench.learning, bench.strings, bench.clock.now(), () => true);
      if (work) showBlocks(work, workBlocks(everything, bench.strings));
    },
    choosing(page, bench, course),
    keeping(page, bench, course),
    deviceChoices(page, bench),
  ];
  return () => shows.forEach((show) => show?.());
}

/**
 * What goes into the document: a tick for each part.
 * @param {HTMLElement} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {() => void}
 */
function choosing(page, { learning, strings }, course) {
  const list = /** @type {HTMLElement} */ (page.querySelector("[data-choose]"));
  const title = page.querySelector("[data-form-title]");
  const named = (/** @type {string} */ id) => ({ id, title: strings.text(`record.${id}`) });
  /** @type {Part[]} */
  const parts = [
    ...(title ? [{ id: "form", title: "", heading: title }] : []),
    ...reflectionsOf(course).map(({ id, element }) => ({ id: `reflection:${id}`, title: "", heading: element.querySelector("h2") })),
    ...["goals", "modules", "questions"].map(named),
  ];
  const boxes = parts.map((part) => {
    const [label, box, words] = [document.createElement("label"), document.createElement("input"), document.createElement("span")];
    label.className = "choice";
    box.type = "checkbox";
    words.append(part.title, ...strings.quote(part.heading));
    label.append(box, words);
    box.addEventListener("change", () => {
      learning.gather(({ left }) => void (box.checked ? left.delete(part.id) : left.add(part.id)));
    });
    return { part, box, label };
  });
  list.replaceChildren(...boxes.map(({ label }) => label));
  return () => {
    for (const { part, box } of boxes) box.checked = !learning.portfolio.left.has(part.id);
  };
}
