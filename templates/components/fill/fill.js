import { verdictOf } from "../choice/choice.js";
import { Question } from "../../runtime/question.js";
import { scoreGaps } from "../../runtime/scoring.js";

/** @typedef {import("../../runtime/question.js").Feedback} Feedback */
/** @typedef {import("../../runtime/scoring.js").Result} Result */
/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

/**
 * Text entry interactions: gaps in running text.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function fill(form, bench) {
  const question = new Question(form, bench);
  const inputs = [...form.querySelectorAll("input")];
  const accepted = question.answer.accepted();
  const written = () => inputs.map(({ value }) => value.trim());

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = written();
    const empty = inputs.filter((_, place) => response[place] === "");
    if (empty.length > 0) {
      const count = bench.strings.number(empty.length);
      return question.refuse(bench.strings.plural("fill.none", empty.length, { count }), empty);
    }
    const result = scoreGaps(response, accepted);
    const correct = accepted.map(([first]) => first ?? "");
    const given = { kind: /** @type {const} */ ("fill-in"), choices: [], response, correct };
    question.checked(given, result, response, feedbackOf(result));
    mark(response);
  });
  form.addEventListener("input", () => {
    question.changed(written());
    mark(null);
  });

  const restore = () => {
    const { state, response, draft } = question.record;
    for (const [place, input] of inputs.entries()) input.value = (draft ?? response)[place] ?? "";
    mark(null);
    if (draft !== null || state === "unanswered") return question.restore(null, null);
    const result = scoreGaps(response, accepted);
    const undecided = question.undecided(result);
    if (undecided) return question.restore(null, undecided);
    question.restore(result, feedbackOf(result));
    mark(response);
  };
  return question.resumes(restore);

  /** @param {readonly string[] | null} response null takes the marks away */
  function mark(response) {
    for (const [place, input] of inputs.entries()) {
      const right = response && scoreGaps([response[place] ?? ""], [accepted[place] ?? []]).right > 0;
      question.mark(input, right);
    }
  }

  /**
   * @param {Result} result
   * @returns {Feedback}
   */
  function feedbackOf(result) {
    return { verdict: verdictOf(bench.strings, result), options: [], overall: question.answer.overall() };
  }
}
