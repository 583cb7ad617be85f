import { KEPT } from "../my-notes/autosave.js";
import { reflectionsOf } from "./gather.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * The parts of the page as steps that open and close, each with a count in its heading. No count announces itself.
 * @param {HTMLElement} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {() => void} counts anew and opens the first step in which something is left; it closes none
 */
export function steps(page, bench, course) {
  const all = /** @type {HTMLDetailsElement[]} */ ([...page.querySelectorAll("[data-step]")]);
  const count = () => {
    const parts = partsOf(page, bench, course);
    // She may have written something and want to come back to it.
    const later = reflectionsOf(course).some(({ id }) => bench.learning.portfolio.later.has(id));
    for (const step of all) {
      const line = /** @type {HTMLElement} */ (step.querySelector("[data-step-count]"));
      const name = step.dataset["step"] ?? "";
      const total = parts[name]?.length ?? 0;
      const done = parts[name]?.filter(Boolean).length ?? 0;
      line.textContent = total > 0 ? bench.strings.plural(`record.count-${name}`, total, { done }) : wordsOn(name, bench);
      line.dataset["state"] = done === 0 ? "" : done < total || (later && name === "reflections") ? "started" : "done";
    }
  };
  // When the parts have done with what is pressed, chosen or written in them.
  for (const sign of ["click", "change", KEPT]) page.addEventListener(sign, count);
  for (const step of all) step.open = step.querySelector(":target") !== null;
  return () => {
    count();
    // Who has nothing left to write may want to keep it.
    const next = page.querySelector('[data-record-part] .state:not([data-state="done"])') ?? page.querySelector('[data-step="keep"]');
    /** @type {HTMLDetailsElement} */ (next?.closest("details")).open = true;
  };
}

/**
 * @param {HTMLElement} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {Record<string, unknown[]>} what there is in each step; what is done of it is true, or words
 */
const partsOf = (page, { learning, notes }, course) => ({
  notes: (notes?.kept.modules() ?? []).flatMap((id) => Array(notes?.kept.count(id)).fill(true)),
  reflections: reflectionsOf(course).map(({ id }) => learning.recordOf(id).text.trim()),
  goals: learning.portfolio.goals.filter(({ words }) => words.trim()),
  form: [...page.querySelectorAll("[data-asked]")].map((asked) =>
    learning.portfolio.form.get(asked.getAttribute("data-asked") ?? "")?.join("").trim(),
  ),
  work: course.modules.map(({ id }) => learning.opened.has(id)),
  keep: [...page.querySelectorAll("[data-choose] input")].map((box) => box.matches(":checked")),
});

/** @type {(name: string, bench: Workbench) => string} on a step in which nothing can be counted */
function wordsOn(name, { strings, device, keeps }) {
  if (name === "goals" || name === "notes") return strings.text("record.no-goals");
  return name === "device" && keeps() ? strings.text(device.shared ? "reflect.until-closed" : "record.kept") : "";
}
