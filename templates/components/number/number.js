import { verdictOf } from "../choice/choice.js";
import { Question } from "../../runtime/question/question.js";
import { readNumbers, scoreNumber } from "../../runtime/question/scoring.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * A number to write, with a comma or a point.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function number(form, bench) {
  const { strings } = bench;
  const question = new Question(form, bench);
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const { value, low, high } = question.answer.range();

  return question.runs({
    given: () => [input.value.trim()],
    fill([text = ""]) {
      input.value = text;
    },
    lacks([text = ""]) {
      if (readNumbers(text).length > 0) return null;
      return [strings.text(text === "" ? "number.none" : "number.not-a-number"), [input]];
    },
    judge: ([text = ""]) => scoreNumber(text, low, high),
    note: (_, { told }) => ({ kind: "numeric", choices: [], response: [told], correct: [value, low, high] }),
    feedback: (_, result) => ({ verdict: verdictOf(strings, result) }),
  });
}
