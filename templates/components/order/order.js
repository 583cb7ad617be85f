import { Question } from "../../runtime/question.js";
import { scoreOrder } from "../../runtime/scoring.js";

/** @typedef {import("../../runtime/question.js").Feedback} Feedback */
/** @typedef {import("../../runtime/scoring.js").Result} Result */
/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

const VERDICTS = {
  correct: "feedback.correct",
  "partly-correct": "feedback.partly-ordered",
  incorrect: "feedback.not-ordered",
};

/**
 * An order interaction: a list whose steps move by buttons, one place at a time.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function order(form, bench) {
  const question = new Question(form, bench);
  const list = form.querySelector("[data-sequence]");
  if (!list) throw new Error(`order ${form.id}: no data-sequence`);
  const correct = question.answer.choices;
  const steps = () => [...list.children].map((step) => step.getAttribute("data-choice") ?? "");

  list.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-move]") : null;
    const step = button?.closest("[data-choice]");
    if (step && button) move(step, button.getAttribute("data-move") === "up");
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = steps();
    const result = scoreOrder(response, correct);
    const given = { kind: /** @type {const} */ ("sequencing"), choices: correct, response, correct };
    question.checked(given, result, response, feedbackOf(response, result));
  });

  const restore = () => {
    const { state, response, draft } = question.record;
    for (const id of draft ?? response) {
      const step = [...list.children].find((child) => child.getAttribute("data-choice") === id);
      if (step) list.append(step);
    }
    if (draft !== null || state === "unanswered") return question.restore(null, null);
    const result = scoreOrder(response, correct);
    const undecided = question.undecided(result);
    if (undecided) return question.restore(null, undecided);
    question.restore(result, feedbackOf(response, result));
  };
  return question.resumes(restore);

  /**
   * @param {Element} step
   * @param {boolean} up
   */
  function move(step, up) {
    const neighbour = up ? step.previousElementSibling : step.nextElementSibling;
    const total = steps().length;
    const text = step.querySelector("[data-choice-text]")?.textContent?.trim() ?? "";
    if (!neighbour) return bench.announce(bench.strings.text(up ? "order.is-first" : "order.is-last", { text, total }));
    // The neighbour moves around the step, not the step itself: its button keeps the focus.
    if (up) step.after(neighbour);
    else step.before(neighbour);
    const position = steps().indexOf(step.getAttribute("data-choice") ?? "") + 1;
    bench.announce(bench.strings.text("order.moved", { text, position, total }));
    question.changed(steps());
  }

  /**
   * @param {string[]} response
   * @param {Result} result
   * @returns {Feedback}
   */
  function feedbackOf(response, { state, right, total }) {
    const { strings } = bench;
    const values = { right: strings.number(right), total: strings.number(total) };
    const told = state === "correct" ? response : response.filter((id, place) => correct[place] !== id);
    const options = told.flatMap((id) => {
      const feedback = question.answer.feedbackOn(id);
      return feedback ? [{ words: textOf(id), feedback }] : [];
    });
    return { verdict: strings.text(VERDICTS[state], values), options, overall: question.answer.overall() };
  }

  /** @param {string} id */
  function textOf(id) {
    const step = [...form.querySelectorAll("[data-choice]")].find((entry) => entry.getAttribute("data-choice") === id);
    return step?.querySelector("[data-choice-text]")?.textContent?.trim() ?? "";
  }
}
