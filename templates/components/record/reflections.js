import { keepAsWritten } from "../my-notes/autosave.js";
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
  const template = /** @type {HTMLTemplateElement} */ (part.querySelector("template"));
  const boxes = reflectionsOf(course).map((item) => {
    const element = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    list.append(element);
    return boxOf(item, element, bench);
  });
  return () => boxes.forEach((show) => show());
}

/**
 * @param {Item} item
 * @param {HTMLElement} part
 * @param {Workbench} bench
 * @returns {() => void}
 */
function boxOf({ id, element }, part, bench) {
  const [heading, later, box, saved] = /** @type {[Element, Element, HTMLTextAreaElement, Element]} */ (/** @type {unknown} */ (part.children));
  const label = /** @type {HTMLLabelElement} */ (heading.firstElementChild);
  label.htmlFor = box.id = `${id}--record`;
  label.append(...bench.strings.quote(element.querySelector("h2")));
  bench.reveal(element);
  const first = /** @type {HTMLTextAreaElement} */ (element.querySelector("textarea"));
  bench.strings.speakAs(box, first).dir = "auto";
  // Who keeps the words is said here too: a sign more may send them where the module says.
  const tell = () => {
    const said = ["kept", "saved"].map((what) => element.querySelector(`[data-${what}]`)?.textContent);
    // That they are on this device is in the first already.
    saved.textContent = said.filter((words) => words !== bench.strings.text("reflect.kept")).join(" ");
  };
  keepAsWritten(part, bench, () => {
    first.value = box.value;
    for (const sign of ["input", "blur"]) first.dispatchEvent(new Event(sign, { bubbles: true }));
    tell();
  });
  return () => {
    if (box !== document.activeElement) box.value = first.value;
    later.textContent = bench.learning.portfolio.later.has(id) ? bench.strings.text("record.later") : "";
    tell();
  };
}
