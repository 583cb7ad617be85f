import { verdictOf } from "../choice/choice.js";
import { Question } from "../../runtime/question.js";
import { readNumbers, scoreNumber } from "../../runtime/scoring.js";

/** @typedef {import("../../runtime/question.js").Feedback} Feedback */
/** @typedef {import("../../runtime/scoring.js").Result} Result */
/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

/**
 * A number to write, with a comma or a point.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function number(form, bench) {
  const question = new Question(form, bench);
  const input = form.querySelector("input");
  if (!input) throw new Error(`number ${form.id}: no input`);
  const { value, low, high } = question.answer.range();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (readNumbers(text).length === 0) {
      return question.refuse(bench.strings.text(text === "" ? "number.none" : "number.not-a-number"), [input]);
    }
    const { told, ...result } = scoreNumber(text, low, high);
    const given = { kind: /** @type {const} */ ("numeric"), choices: [], response: [told], correct: [value, low, high] };
    question.checked(given, result, [text], feedbackOf(result));
  });
  form.addEventListener("input", () => question.changed([input.value.trim()]));

  const restore = () => {
    const { state, response, draft } = question.record;
    const [text] = draft ?? response;
    input.value = text ?? "";
    if (draft !== null || state === "unanswered") return question.restore(null, null);
    const result = scoreNumber(text ?? "", low, high);
    const undecided = question.undecided(result);
    if (undecided) return question.restore(null, undecided);
    question.restore(result, feedbackOf(result));
  };
  return question.resumes(restore);

  /**
   * @param {Result} result
   * @returns {Feedback}
   */
  function feedbackOf(result) {
    return { verdict: verdictOf(bench.strings, result), options: [], overall: question.answer.overall() };
  }
}
