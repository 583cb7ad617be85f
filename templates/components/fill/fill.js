import { verdictOf } from "../choice/choice.js";
import { plainWords } from "../../runtime/question/plain-words.js";
import { Question } from "../../runtime/question/question.js";
import { resultOf } from "../../runtime/question/scoring.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const fill = { open, choices: () => null };

/**
 * Text entry interactions: gaps in running text.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(form, bench) {
  const { strings } = bench;
  const question = new Question(form, bench);
  const inputs = [...form.querySelectorAll("input")];
  const gaps = question.answer.all("[data-gap]");
  const accepted = gaps.map(acceptedIn);
  // An LMS receives the same in every language of the course.
  const correct = gaps.map((gap) => (gap.querySelector("[data-reported]") ?? gap.querySelector("[data-accepted]"))?.textContent ?? "");

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
    note: (response) => ({ choices: [], response, correct }),
    feedback: (_, result) => ({ verdict: verdictOf(strings, result) }),
    mark(response) {
      for (const [place, input] of inputs.entries()) {
        question.mark(input, response && scoreGaps([response[place] ?? ""], [accepted[place] ?? []]).right > 0);
      }
    },
  });
}

/**
 * @param {readonly string[]} written for each gap
 * @param {readonly (readonly string[])[]} accepted for each gap
 * @returns {import("../../runtime/question/scoring.js").Result}
 */
export function scoreGaps(written, accepted) {
  const right = accepted.filter((answers, place) => {
    const words = plainWords(written[place] ?? "");
    return words !== "" && answers.some((answer) => plainWords(answer) === words);
  });
  return resultOf(right.length, accepted.length, 0);
}

/** @type {(gap: Element) => string[]} all that is right in it, the first one to be shown */
const acceptedIn = (gap) => [...gap.querySelectorAll("[data-accepted]")].map(({ textContent }) => textContent ?? "");
