import { Question } from "../../runtime/question/question.js";
import { resultOf } from "../../runtime/question/scoring.js";
import { arrange, ownOrder } from "../../runtime/question/shuffle.js";
import { quote } from "../../runtime/page/strings.js";

/** @typedef {import("../../runtime/question/scoring.js").Result} Result */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const choice = { open, choices: valuesOf };

/**
 * A choice interaction: radio buttons or tick boxes.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(form, bench) {
  const { strings } = bench;
  const question = new Question(form, bench);
  const inputs = [...form.querySelectorAll("input")];
  const { choices, correct } = question.answer;

  return question.runs({
    arrange(seed) {
      const shuffle = /** @type {import("../../runtime/contract.js").Shuffle | undefined} */ (form.dataset["shuffle"]);
      const list = inputs[0]?.closest(".choices");
      if (!shuffle || !list) return;
      const last = shuffle === "all" ? choices.length : -1;
      const ids = [...ownOrder(choices.slice(0, last), form.id, seed, []), ...choices.slice(last)];
      arrange(list, ids, (label) => label.querySelector("input")?.value);
    },
    ...ticking(inputs),
    lacks(response) {
      const several = inputs[0]?.type === "checkbox";
      return response[0] ? null : [strings.text(several ? "choice.none-of-several" : "choice.none"), inputs];
    },
    judge: (response) => scoreChoice(response, correct),
    note: (response) => forLms(form, choices, response, correct),
    feedback: (response, result) => ({
      verdict: verdictOf(strings, result, "feedback.chosen"),
      told: response.map((id) => [id, response.length > 1 ? quote(wordsOf(inputs, id)) : []]),
    }),
    mark(response) {
      for (const input of inputs) {
        const chosen = response?.includes(input.value);
        question.mark(input, chosen ? correct.includes(input.value) : null, input.labels?.[0]);
      }
    },
  });
}

/**
 * @param {readonly HTMLInputElement[]} inputs radio buttons or tick boxes
 * @returns {{given: () => string[], fill: (response: readonly string[]) => void}} how they are read, and set
 */
export function ticking(inputs) {
  return {
    given: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
    fill(response) {
      for (const input of inputs) input.checked = response.includes(input.value);
    },
  };
}

/**
 * What kinds have in common in which nothing is right or wrong.
 * @param {HTMLInputElement[]} inputs radio buttons or tick boxes
 * @param {string} missing what is said when none is chosen
 */
export const unjudged = (inputs, missing) => ({
  ...ticking(inputs),
  lacks: (/** @type {readonly string[]} */ response) => (response[0] ? null : /** @type {[string, HTMLInputElement[]]} */ ([missing, inputs])),
  judge: () => ({ state: /** @type {const} */ ("answered") }),
  note: (/** @type {readonly string[]} */ response) => ({ choices: inputs.map(({ value }) => value), response, correct: [] }),
});

/**
 * @param {Strings} strings
 * @param {Result} result
 * @param {string} [partly] key of what is said when a part of it is correct
 * @returns {string}
 */
export function verdictOf(strings, { state, right, total, extra }, partly = "feedback.partly") {
  if (state === "correct") return strings.text("feedback.correct");
  if (state === "incorrect") return strings.text("feedback.incorrect");
  if (right === total) return strings.spelled("feedback.extra", extra);
  return strings.text(partly, { right: strings.number(right), total: strings.number(total) });
}

/**
 * @param {HTMLElement} form
 * @returns {string[]} ids of its options
 */
export function valuesOf(form) {
  return [...form.querySelectorAll("input")].map(({ value }) => value);
}

/**
 * @param {HTMLElement} form
 * @param {readonly string[]} response
 * @returns {import("../../runtime/page/strings.js").Sentence} the words of what was chosen
 */
export function labelsOf(form, response) {
  const inputs = [...form.querySelectorAll("input")];
  return response.flatMap((id) => ["; ", ...quote(wordsOf(inputs, id))]).slice(1);
}

/** @type {(inputs: readonly HTMLInputElement[], id: string) => Element | null | undefined} the element with these words */
export const wordsOf = (inputs, id) => inputs.find((input) => input.value === id)?.labels?.[0]?.querySelector("span");

/** What `true` is called on a page, by the ids of its words (`builder/kinds/quiz.py`). */
const TRUE = ["true", "gwir"];

/**
 * True and false have names of their own in SCORM, whatever they are called on the page and whichever stands first.
 * @param {HTMLElement} form
 * @param {readonly string[]} choices in the author's order, whatever that on the page
 * @param {readonly string[]} response
 * @param {readonly string[]} correct
 */
export function forLms(form, choices, response, correct) {
  if (form.dataset["kind"] !== "true-false") return { choices, response, correct };
  const named = choices.find((id) => TRUE.includes(id));
  const name = (/** @type {string} */ id) => (id === named ? "true" : "false");
  return {
    choices: ["true", "false"],
    response: response.map(name),
    correct: correct.map(name),
  };
}

/**
 * @param {readonly string[]} chosen
 * @param {readonly string[]} correct
 * @returns {Result}
 */
export function scoreChoice(chosen, correct) {
  const right = correct.filter((id) => chosen.includes(id)).length;
  const extra = chosen.length - right;
  return resultOf(right, correct.length, extra);
}
