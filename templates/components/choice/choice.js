import { Question } from "../../runtime/question.js";
import { scoreChoice } from "../../runtime/scoring.js";

/** @typedef {import("../../runtime/question.js").Feedback} Feedback */
/** @typedef {import("../../runtime/scoring.js").Result} Result */
/** @typedef {import("../../runtime/strings.js").Strings} Strings */
/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

/**
 * A choice interaction: radio buttons or tick boxes.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function choice(form, bench) {
  const question = new Question(form, bench);
  const inputs = [...form.querySelectorAll("input")];
  const { correct } = question.answer;
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = chosen();
    if (response.length === 0) {
      const several = inputs[0]?.type === "checkbox";
      question.refuse(bench.strings.text(several ? "choice.none-of-several" : "choice.none"), inputs);
      return;
    }
    const result = scoreChoice(response, correct);
    question.checked(forLms(form, inputs, response, correct), result, response, feedbackOf(response, result));
  });
  form.addEventListener("change", () => question.changed(chosen()));

  const restore = () => {
    const { state, response, draft } = question.record;
    for (const input of inputs) input.checked = (draft ?? response).includes(input.value);
    if (draft !== null || state === "unanswered") return question.restore(null, null);
    const result = scoreChoice(response, correct);
    const undecided = question.undecided(result);
    if (undecided) return question.restore(null, undecided);
    question.restore(result, feedbackOf(response, result));
  };
  return question.resumes(restore);

  /**
   * @param {string[]} response
   * @param {Result} result
   * @returns {Feedback}
   */
  function feedbackOf(response, result) {
    const several = response.length > 1;
    const options = response.flatMap((id) => {
      const feedback = question.answer.feedbackOn(id);
      return feedback ? [{ words: several ? labelOf(inputs, id) : "", feedback }] : [];
    });
    return { verdict: verdictOf(bench.strings, result), options, overall: question.answer.overall() };
  }
}

/**
 * @param {Strings} strings
 * @param {Result} result
 * @returns {string}
 */
export function verdictOf(strings, { state, right, total, extra }) {
  if (state === "correct") return strings.text("feedback.correct");
  if (state === "incorrect") return strings.text("feedback.incorrect");
  if (right === total) return strings.plural("feedback.extra", extra, { count: strings.number(extra) });
  return strings.text("feedback.partly", { right: strings.number(right), total: strings.number(total) });
}

/**
 * @param {HTMLInputElement[]} inputs
 * @param {string} id
 */
function labelOf(inputs, id) {
  return inputs.find((input) => input.value === id)?.labels?.[0]?.textContent?.trim() ?? "";
}

/**
 * True and false have names of their own in SCORM, whatever they are called on the page: the first is true, unless
 * the ids say otherwise.
 * @param {HTMLElement} form
 * @param {HTMLInputElement[]} inputs
 * @param {string[]} response
 * @param {string[]} correct
 */
function forLms(form, inputs, response, correct) {
  const choices = inputs.map((input) => input.value);
  const kind = /** @type {const} */ ("choice");
  if (form.dataset["kind"] !== "true-false") return { kind, choices, response, correct };
  const named = choices.includes("true") ? "true" : choices[0];
  const name = (/** @type {string} */ id) => (id === named ? "true" : "false");
  return {
    kind: /** @type {const} */ ("true-false"),
    choices: ["true", "false"],
    response: response.map(name),
    correct: correct.map(name),
  };
}
