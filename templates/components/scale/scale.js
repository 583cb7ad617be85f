import { Question } from "../../runtime/question.js";

/** @typedef {import("../../runtime/question.js").Feedback} Feedback */
/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

const ANSWERED = { state: /** @type {const} */ ("answered"), right: 0, total: 0, extra: 0 };

/**
 * A place on a scale. There is no right answer: what was chosen is kept, and what the author says to it is shown.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function scale(form, bench) {
  const question = new Question(form, bench);
  const inputs = [...form.querySelectorAll("input")];
  const choices = inputs.map(({ value }) => value);
  const chosen = () => inputs.filter(({ checked }) => checked).map(({ value }) => value);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = chosen();
    if (response.length === 0) return question.refuse(bench.strings.text("choice.none"), inputs);
    const given = { kind: /** @type {const} */ ("likert"), choices, response, correct: [] };
    question.checked(given, ANSWERED, response, feedbackOf(response));
  });
  form.addEventListener("change", () => question.changed(chosen()));

  const restore = () => {
    const { state, response, draft } = question.record;
    for (const input of inputs) input.checked = (draft ?? response).includes(input.value);
    if (draft !== null || state === "unanswered") return question.restore(null, null);
    question.restore(ANSWERED, question.undecided(ANSWERED) ?? feedbackOf(response));
  };
  return question.resumes(restore);

  /**
   * @param {readonly string[]} response
   * @returns {Feedback}
   */
  function feedbackOf(response) {
    const [id = ""] = response;
    const label = inputs.find(({ value }) => value === id)?.labels?.[0]?.textContent?.trim() ?? "";
    const feedback = question.answer.feedbackOn(id);
    return {
      verdict: bench.strings.text("scale.answered", { label }),
      options: feedback ? [{ words: "", feedback }] : [],
      overall: question.answer.overall(),
    };
  }
}
