import { keepAsWritten, saySaved } from "./autosave.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * The questions of the author's form.
 * @param {HTMLElement} part
 * @param {Workbench} bench
 * @returns {() => void} shows what is remembered
 */
export function form(part, bench) {
  const asked = /** @type {HTMLElement[]} */ ([...part.querySelectorAll("[data-asked]")]);
  keepAsWritten(part, bench, (field) => {
    const question = /** @type {HTMLElement | null} */ (field.closest("[data-asked]"));
    if (question) bench.learning.gather((portfolio) => portfolio.form.set(idOf(question), answerIn(question)));
    saySaved(part, bench);
  });
  return () => {
    for (const question of asked) fill(question, bench.learning.portfolio.form.get(idOf(question)) ?? []);
  };
}

/** @type {(question: HTMLElement) => string} */
const idOf = (question) => question.dataset["asked"] ?? "";

/** @type {(question: HTMLElement) => Field[]} */
const fieldsOf = (question) => [.../** @type {NodeListOf<Field>} */ (question.querySelectorAll("input, textarea"))];

/** @type {(field: Field) => boolean} */
const isChoice = ({ type }) => type === "radio" || type === "checkbox";

/** @type {(field: Field) => boolean} */
const isChosen = (field) => !isChoice(field) || (field instanceof HTMLInputElement && field.checked);

/** @type {(question: HTMLElement) => string[]} */
const answerIn = (question) =>
  fieldsOf(question)
    .filter(isChosen)
    .map(({ value }) => value);

/** @type {(question: HTMLElement, answer: string[]) => void} */
function fill(question, answer) {
  for (const field of fieldsOf(question)) {
    if (field instanceof HTMLInputElement && isChoice(field)) field.checked = answer.includes(field.value);
    else if (field !== document.activeElement) field.value = field.type === "date" ? (answer[0] ?? "") : answer.join(field.type === "text" ? " " : "\n\n");
  }
}
