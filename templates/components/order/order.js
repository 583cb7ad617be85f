import { quote } from "../../runtime/page/strings.js";
import { Question } from "../../runtime/question/question.js";
import { resultOf } from "../../runtime/question/scoring.js";
import { arrange, ownOrder } from "../../runtime/question/shuffle.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

const VERDICTS = {
  correct: "feedback.correct",
  "partly-correct": "feedback.partly-ordered",
  incorrect: "feedback.not-ordered",
};

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const order = { open, choices: stepsIn };

/**
 * An order interaction: a list whose steps move by buttons, one place at a time, or to a place that is chosen.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(form, bench) {
  const { strings } = bench;
  const question = new Question(form, bench);
  const list = /** @type {Element} */ (form.querySelector("[data-sequence]"));
  const correct = question.answer.choices;
  const steps = () => [...list.children];
  const ids = () => steps().map(idOf);
  const find = (/** @type {string} */ id) => steps().find((step) => idOf(step) === id);

  list.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[data-move]");
    const step = button?.closest("[data-choice]");
    if (!step || !button) return;
    const up = button.getAttribute("data-move") === "up";
    const to = steps().indexOf(step) + (up ? -1 : 1);
    const values = { text: textOf(step), total: steps().length };
    if (!steps()[to]) return bench.announce(...strings.sentence(up ? "order.is-first" : "order.is-last", values));
    move(step, to);
    // As when a place was chosen from the list: the question hears of it, and the end of a test.
    step.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // Before the form hears of it, which then takes down the new order.
  list.addEventListener("input", ({ target }) => {
    const step = target instanceof HTMLSelectElement && target.closest("[data-choice]");
    if (step) move(step, target.selectedIndex);
  });

  return question.runs({
    arrange: (seed) => arrange(list, ownOrder(correct, form.id, seed), idOf),
    given: ids,
    fill(response) {
      arrange(list, response, idOf);
      number();
    },
    lacks: () => null,
    untouched: () => [strings.text("order.untouched"), [...list.querySelectorAll("select")]],
    judge: (response) => scoreOrder(response, correct),
    note: (response) => ({ choices: correct, response, correct }),
    feedback(response, { state, right, total }) {
      const values = { right: strings.number(right), total: strings.number(total) };
      const told = state === "correct" ? response : response.filter((id, place) => correct[place] !== id);
      return { verdict: strings.text(VERDICTS[state], values), told: told.map((id) => [id, textOf(find(id))]) };
    },
    mark(response) {
      for (const [place, step] of steps().entries()) {
        const select = step.querySelector("select");
        if (select) question.mark(select, response && correct[place] === idOf(step), step.querySelector("[data-choice-text]"));
      }
    },
  });

  /**
   * The others move around the step, not the step itself: what was used on it keeps the focus.
   * @param {Element} step
   * @param {number} to place, from 0
   */
  function move(step, to) {
    const others = steps().filter((other) => other !== step);
    step.before(...others.slice(0, to));
    step.after(...others.slice(to));
    number();
    step.scrollIntoView({ block: "nearest" });
    bench.announce(...strings.sentence("order.moved", { text: textOf(step), position: to + 1, total: others.length + 1 }));
  }

  /** Each step says at which place it is, and which of its buttons has nowhere to go; pressed all the same, it says why. */
  function number() {
    for (const [place, step] of steps().entries()) {
      const select = step.querySelector("select");
      if (select) select.selectedIndex = place;
      for (const [down, button] of step.querySelectorAll("button").entries()) {
        button.ariaDisabled = `${place === down * (correct.length - 1)}`;
      }
    }
  }
}

/** @type {(form: HTMLElement) => string[]} ids of the steps, as they stand */
function stepsIn(form) {
  return [...form.querySelectorAll("[data-choice]")].map(idOf);
}

/** @type {(step: Element) => string} */
const idOf = (step) => step.getAttribute("data-choice") ?? "";

/** @type {(step: Element | undefined) => import("../../runtime/page/strings.js").Sentence} */
const textOf = (step) => quote(step?.querySelector("[data-choice-text]"));

/**
 * @param {readonly string[]} order as the learner put the steps
 * @param {readonly string[]} correct
 * @returns {import("../../runtime/question/scoring.js").Result}
 */
export function scoreOrder(order, correct) {
  const right = correct.filter((id, place) => order[place] === id).length;
  return resultOf(right, correct.length, 0);
}
