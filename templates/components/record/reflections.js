import { keepAsWritten } from "./autosave.js";
import { reflectionsOf } from "./gather.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/course.js").Item} Item */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * All reflections of the course, to go on writing in. Each box is a second one for that of the module, which does all
 * the keeping: where the words go is for the module's to know, and to say.
 * @param {HTMLElement} part
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {() => void} shows what is remembered
 */
export function reflections(part, bench, course) {
  const list = /** @type {HTMLElement} */ (part.querySelector("[data-reflections]"));
  const items = reflectionsOf(course);
  part.hidden = items.length === 0;
  const boxes = items.map((item) => boxOf(item, list, bench));
  return () => boxes.forEach((show) => show());
}

/**
 * @param {Item} item
 * @param {HTMLElement} list takes the box
 * @param {Workbench} bench
 * @returns {() => void}
 */
function boxOf(item, list, bench) {
  const { id, element } = item;
  const part = document.createElement("div");
  const heading = document.createElement("h3");
  const label = document.createElement("label");
  const box = document.createElement("textarea");
  const saved = document.createElement("p");
  heading.className = "asked__title";
  label.htmlFor = box.id = `record--${id}`;
  label.append(...bench.strings.quote(element.querySelector("h2")));
  box.className = "sheet sheet--short";
  box.rows = 4;
  box.autocomplete = "off";
  saved.className = "reflect__saved";
  const later = document.createElement("p");
  later.className = "asked__help";
  heading.append(label);
  part.append(heading, later, box, saved);
  list.append(part);

  bench.reveal(element);
  const first = /** @type {HTMLTextAreaElement} */ (element.querySelector("textarea"));
  bench.strings.speakAs(box, first).dir = "auto";
  keepAsWritten(part, bench, () => {
    first.value = box.value;
    for (const sign of ["input", "blur"]) first.dispatchEvent(new Event(sign, { bubbles: true }));
    saved.textContent = element.querySelector("[data-saved]")?.textContent ?? "";
  });
  return () => {
    if (box !== document.activeElement) box.value = first.value;
    later.textContent = bench.learning.portfolio.later.has(id) ? bench.strings.text("record.later") : "";
  };
}
