import { verdictOf } from "../choice/choice.js";
import { Question } from "../../runtime/question/question.js";
import { scoreGaps } from "../../runtime/question/scoring.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * Text entry interactions: gaps in running text.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function fill(form, bench) {
  const { strings } = bench;
  const question = new Question(form, bench);
  const inputs = [...form.querySelectorAll("input")];
  const accepted = question.answer.accepted();
  const correct = accepted.map(([first]) => first ?? "");

  return question.runs({
    given: () => inputs.map(({ value }) => value.trim()),
    fill(response) {
      for (const [place, input] of inputs.entries()) input.value = response[place] ?? "";
    },
    lacks(response) {
      const empty = inputs.filter((_, place) => response[place] === "");
      const count = empty.length;
      return count === 0 ? null : [strings.spelled("fill.none", count), empty];
    },
    judge: (response) => scoreGaps(response, accepted),
    note: (response) => ({ kind: "fill-in", choices: [], response, correct }),
    feedback: (_, result) => ({ verdict: verdictOf(strings, result) }),
    mark(response) {
      for (const [place, input] of inputs.entries()) {
        question.mark(input, response && scoreGaps([response[place] ?? ""], [accepted[place] ?? []]).right > 0);
      }
    },
  });
}
