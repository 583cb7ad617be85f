import { workBlocks } from "../../runtime/record/document.js";
import { showBlocks } from "../../runtime/record/sheet.js";
import { deviceChoices } from "./device.js";
import { form } from "./form.js";
import { gather, partOf, reflectionsOf } from "./gather.js";
import { goals } from "./goals.js";
import { keeping } from "./keep.js";
import { notesOf } from "./notes.js";
import { reflections } from "./reflections.js";
import { steps } from "./steps.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

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
  const [written, noted, set, asked] = [part("reflections"), part("notes"), part("goals"), part("form")];
  const shows = [
    written && reflections(written, bench, course),
    noted && bench.notes && notesOf(noted, bench, bench.notes),
    set && goals(set, bench),
    asked && form(asked, bench),
    working(page, bench, course),
    choosing(page, bench, course),
    keeping(page, bench, course),
    deviceChoices(page, bench),
    steps(page, bench, course),
  ];
  return () => shows.forEach((show) => show?.());
}

/**
 * What was worked through and answered, below the heading of its step; no step while there is nothing.
 * @param {HTMLElement} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {() => void}
 */
function working(page, bench, course) {
  const { strings } = bench;
  const work = /** @type {HTMLElement} */ (page.querySelector("[data-work]"));
  return () => {
    const blocks = workBlocks(gather(page, course, bench, () => true), strings);
    const [, ...below] = blocks.map((block) => (block.kind === "heading" ? { ...block, level: /** @type {const} */ (2) } : block));
    showBlocks(work, below);
    /** @type {HTMLElement} */ (work.closest("section")).hidden = below.length === 0;
  };
}

/**
 * What goes into the document: a tick for each part. The page has those that every record has; reflections come before notes and goals.
 * @param {HTMLElement} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {() => void}
 */
function choosing(page, { learning, strings }, course) {
  const list = /** @type {HTMLElement} */ (page.querySelector("[data-choose]"));
  const set = /** @type {HTMLElement} */ (list.querySelector('[value="notes"], [value="goals"]')?.parentElement);
  for (const { id, element } of reflectionsOf(course)) {
    const label = /** @type {HTMLElement} */ (set.cloneNode(true));
    label.querySelector("input")?.setAttribute("value", partOf(id));
    label.lastElementChild?.replaceChildren(...strings.quote(element.querySelector("h2")));
    set.before(label);
  }
  list.addEventListener("change", ({ target }) => {
    const { checked, value } = /** @type {HTMLInputElement} */ (target);
    learning.gather(({ left }) => void (checked ? left.delete(value) : left.add(value)));
  });
  return () => {
    for (const box of list.querySelectorAll("input")) box.checked = !learning.portfolio.left.has(box.value);
  };
}
