import { verdictOf } from "../choice/choice.js";
import { quote } from "../../runtime/page/strings.js";
import { Question } from "../../runtime/question/question.js";
import { resultOf } from "../../runtime/question/scoring.js";
import { arrange, ownOrder } from "../../runtime/question/shuffle.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const match = { open, choices: pairsIn };

/**
 * A match interaction: a partner, or a group, is chosen for each thing. An answer is a pair, `thing.partner`.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(form, bench) {
  const { strings } = bench;
  const question = new Question(form, bench);
  const { correct } = question.answer;
  const sources = correct.map(sourceOf);
  const placeOf = (/** @type {HTMLSelectElement} */ { name }) => sources.indexOf(name);
  // What is sorted is shown in another order than the author's; reports have his.
  const shown = () => [...form.querySelectorAll("select")];
  const selects = shown().sort((one, other) => placeOf(one) - placeOf(other));
  const targets = [...new Set(correct.map((pair) => pair.slice(sourceOf(pair).length + 1)))];

  return question.runs({
    arrange(seed) {
      if (form.dataset["kind"] === "sort") {
        const list = form.querySelector(".pairs");
        if (list) arrange(list, ownOrder(sources, form.id, seed), (row) => row.querySelector("select")?.name);
        return;
      }
      const own = ownOrder(targets, `${form.id}/partners`, seed);
      for (const list of form.querySelectorAll("select, .pairs__targets")) {
        arrange(list, own, (partner) => partner.getAttribute("data-target") ?? partner.getAttribute("value") ?? "");
      }
    },
    given: () => selects.filter(({ value }) => value !== "").map(({ name, value }) => `${name}.${value}`),
    fill(response) {
      for (const select of selects) {
        const pair = response.find((candidate) => sourceOf(candidate) === select.name);
        select.value = pair?.slice(select.name.length + 1) ?? "";
        // A partner that this version of the course does not have.
        if (select.selectedIndex < 0) select.value = "";
      }
    },
    lacks() {
      const empty = shown().filter(({ value }) => value === "");
      const count = empty.length;
      return count === 0 ? null : [strings.spelled("match.none", count), empty];
    },
    judge: (response) => scorePairs(response, correct),
    note: (response) => ({ choices: sources, targets, response, correct }),
    feedback(response, result) {
      // What was said of a thing stands with its right place; it is told of what went astray, or of all when none did.
      const told = correct.filter((pair) => result.state === "correct" || !response.includes(pair));
      return { verdict: verdictOf(strings, result), told: told.map((pair) => [pair, wordsOf(sourceOf(pair))]) };
    },
    mark(response) {
      for (const select of selects) {
        question.mark(select, response && correct.includes(`${select.name}.${select.value}`));
      }
    },
  });

  /** @param {string} source */
  function wordsOf(source) {
    return quote(selects.find(({ name }) => name === source)?.labels[0]);
  }
}

/** @type {(form: HTMLElement) => string[]} all pairs that can be made */
function pairsIn(form) {
  return [...form.querySelectorAll("select")].flatMap(({ name, options }) =>
    [...options].filter(({ value }) => value !== "").map(({ value }) => `${name}.${value}`),
  );
}

/** @type {(pair: string) => string} */
const sourceOf = (pair) => pair.split(".")[0] ?? "";

/**
 * @param {readonly string[]} pairs `thing.partner`, one for each thing
 * @param {readonly string[]} correct
 * @returns {import("../../runtime/question/scoring.js").Result}
 */
export function scorePairs(pairs, correct) {
  return resultOf(correct.filter((pair) => pairs.includes(pair)).length, correct.length, 0);
}
