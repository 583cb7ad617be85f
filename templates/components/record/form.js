import { keepAsWritten, saySaved } from "../my-notes/autosave.js";
import { dateIn, isWhole, judgeDates, showDate } from "./dates.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * The questions of the author's form.
 * @param {HTMLElement} part
 * @param {Workbench} bench
 * @returns {() => void} shows what is remembered
 */
export function form(part, bench) {
  const asked = /** @type {HTMLElement[]} */ ([...part.querySelectorAll("[data-asked]")]);
  keepAsWritten(part, bench, (field) => {
    const question = /** @type {HTMLElement} */ (field.closest("[data-asked]"));
    bench.learning.gather((portfolio) => portfolio.form.set(idOf(question), answerIn(question)));
    saySaved(part, bench, isWhole(field));
  });
  judgeDates(part, bench);
  return () => {
    for (const question of asked) fill(question, bench.learning.portfolio.form.get(idOf(question)) ?? []);
  };
}

/** @type {(question: HTMLElement) => string} */
const idOf = (question) => question.dataset["asked"] ?? "";

/** @type {(question: HTMLElement) => boolean} */
const isDated = ({ dataset }) => dataset["date"] !== undefined;

/** @type {(question: HTMLElement) => HTMLInputElement[]} a box of several lines is told by its type alone */
const fieldsOf = (question) => [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input, textarea"))];

/** @type {(field: HTMLInputElement) => boolean} */
const isChoice = ({ type }) => type === "radio" || type === "checkbox";

/** @type {(question: HTMLElement) => string[]} */
function answerIn(question) {
  if (isDated(question)) return [dateIn(question) ?? ""];
  const given = fieldsOf(question).filter((field) => field.checked || !isChoice(field));
  return given.map(({ value }) => value);
}

/** @type {(question: HTMLElement, answer: string[]) => void} */
function fill(question, answer) {
  if (isDated(question)) return showDate(question, answer[0] ?? "");
  for (const field of fieldsOf(question)) {
    // Earlier versions kept a choice as it was worded in the language of the page.
    if (isChoice(field)) field.checked = [field.value, field.nextElementSibling?.textContent].some((words) => answer.includes(words ?? ""));
    else if (field !== document.activeElement) field.value = answer.join(field.type === "text" ? " " : "\n\n");
  }
}
