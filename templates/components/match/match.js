import { verdictOf } from "../choice/choice.js";
import { Question } from "../../runtime/question.js";
import { scorePairs } from "../../runtime/scoring.js";

/** @typedef {import("../../runtime/question.js").Feedback} Feedback */
/** @typedef {import("../../runtime/scoring.js").Result} Result */
/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

/**
 * A match interaction: a partner, or a group, is chosen for each thing. An answer is a pair, `thing.partner`.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function match(form, bench) {
  const question = new Question(form, bench);
  const { correct } = question.answer;
  const sources = correct.map(sourceOf);
  const placeOf = (/** @type {HTMLSelectElement} */ { name }) => sources.indexOf(name);
  // What is sorted is shown in another order than the author's; reports have his.
  const shown = [...form.querySelectorAll("select")];
  const selects = [...shown].sort((one, other) => placeOf(one) - placeOf(other));
  const targets = [...new Set(correct.map((pair) => pair.slice(sourceOf(pair).length + 1)))];
  const chosen = () => selects.filter(({ value }) => value !== "").map(({ name, value }) => `${name}.${value}`);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const empty = shown.filter(({ value }) => value === "");
    if (empty.length > 0) {
      const count = bench.strings.number(empty.length);
      return question.refuse(bench.strings.plural("match.none", empty.length, { count }), empty);
    }
    const response = chosen();
    const result = scorePairs(response, correct);
    const given = { kind: /** @type {const} */ ("matching"), choices: sources, targets, response, correct };
    question.checked(given, result, response, feedbackOf(response, result));
    mark(response);
  });
  form.addEventListener("change", () => {
    question.changed(chosen());
    mark(null);
  });

  const restore = () => {
    const { state, response, draft } = question.record;
    for (const select of selects) {
      const pair = (draft ?? response).find((candidate) => sourceOf(candidate) === select.name);
      select.value = pair?.slice(select.name.length + 1) ?? "";
      // A partner that this version of the course does not have.
      if (select.selectedIndex < 0) select.value = "";
    }
    mark(null);
    if (draft !== null || state === "unanswered") return question.restore(null, null);
    const result = scorePairs(response, correct);
    const undecided = question.undecided(result);
    if (undecided) return question.restore(null, undecided);
    question.restore(result, feedbackOf(response, result));
    mark(response);
  };
  return question.resumes(restore);

  /** @param {readonly string[] | null} response null takes the marks away */
  function mark(response) {
    for (const select of selects) {
      question.mark(select, response && correct.includes(`${select.name}.${select.value}`));
    }
  }

  /**
   * @param {readonly string[]} response
   * @param {Result} result
   * @returns {Feedback}
   */
  function feedbackOf(response, result) {
    // What was said of a thing stands with its right place; it is told of what went astray, or of all when none did.
    const told = correct.filter((pair) => result.state === "correct" || !response.includes(pair));
    const options = told.flatMap((pair) => {
      const feedback = question.answer.feedbackOn(pair);
      return feedback ? [{ words: wordsOf(sourceOf(pair)), feedback }] : [];
    });
    return { verdict: verdictOf(bench.strings, result), options, overall: question.answer.overall() };
  }

  /** @param {string} source */
  function wordsOf(source) {
    return selects.find(({ name }) => name === source)?.labels[0]?.textContent?.trim() ?? "";
  }
}

/** @type {(pair: string) => string} */
const sourceOf = (pair) => pair.split(".")[0] ?? "";
