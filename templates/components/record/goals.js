import { isDate } from "../../runtime/record/calendar.js";
import { keepAsWritten, saySaved } from "./autosave.js";

/** @typedef {import("../../runtime/state/portfolio.js").Goal} Goal */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * Goals that the learner sets, with a day to reach them by, and later how far it went.
 * @param {HTMLElement} part
 * @param {Workbench} bench
 * @returns {() => void} shows what is remembered
 */
export function goals(part, bench) {
  const { learning, strings } = bench;
  const list = /** @type {HTMLElement} */ (part.querySelector("[data-goals]"));
  const template = /** @type {HTMLTemplateElement} */ (part.querySelector("[data-goal-template]"));
  const peer = /** @type {HTMLInputElement} */ (part.querySelector("[data-peer]"));
  const removed = /** @type {HTMLElement} */ (part.querySelector("[data-removed]"));
  const undo = /** @type {HTMLElement} */ (part.querySelector("[data-goal-undo]"));
  const add = /** @type {HTMLElement} */ (part.querySelector("[data-goal-add]"));
  /** @type {{goal: Goal, place: number} | null} */
  let last = null;

  const show = () => {
    const shown = learning.portfolio.goals.map((goal, index) => elementOf(template, goal, index + 1, bench));
    list.replaceChildren(...shown);
    peer.value = learning.portfolio.peer;
  };
  const change = (/** @type {(goals: Goal[]) => void} */ act) => {
    learning.gather((portfolio) => act(portfolio.goals));
    show();
    saySaved(part, bench);
  };
  keepAsWritten(part, bench, (field) => {
    const element = /** @type {HTMLElement | null} */ (field.closest("[data-goal]"));
    learning.gather((portfolio) => {
      if (field === peer) portfolio.peer = peer.value;
      const goal = portfolio.goals.find(({ id }) => id === element?.dataset["goal"]);
      if (goal && element) Object.assign(goal, valuesIn(element));
    });
    saySaved(part, bench);
  });
  add.addEventListener("click", () => {
    const id = `goal-${bench.clock.now().getTime().toString(36)}`;
    change((kept) => kept.push({ id, words: "", by: "", stage: "", review: "" }));
    /** @type {HTMLElement | null | undefined} */ (list.lastElementChild?.querySelector("[data-goal-words]"))?.focus();
  });
  list.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-goal-remove]");
    const place = button ? [...list.children].findIndex((element) => element.contains(button)) : -1;
    if (place < 0) return;
    change((kept) => {
      const [goal] = kept.splice(place, 1);
      last = goal ? { goal, place } : null;
    });
    removed.hidden = false;
    const words = removed.querySelector("[data-removed-words]");
    if (words) words.textContent = strings.text("record.goal-removed", { number: place + 1 });
    undo.focus();
  });
  undo.addEventListener("click", () => {
    const back = last;
    if (back) change((kept) => kept.splice(back.place, 0, back.goal));
    last = null;
    removed.hidden = true;
    /** @type {HTMLElement | null | undefined} */ (list.children[back?.place ?? 0]?.querySelector("textarea"))?.focus();
  });
  return () => {
    // What is being written is not taken from under the learner's hands.
    if (!list.contains(document.activeElement)) show();
  };
}

/**
 * @param {HTMLTemplateElement} template
 * @param {Goal} goal
 * @param {number} number
 * @param {Workbench} bench
 * @returns {DocumentFragment}
 */
function elementOf(template, goal, number, { strings, clock }) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const element = /** @type {HTMLElement} */ (copy.firstElementChild);
  element.dataset["goal"] = goal.id;
  put(copy, "[data-goal-number]", strings.text("record.goal", { number }));
  put(copy, "[data-goal-remove]", strings.text("record.goal-remove", { number }));
  fieldIn(element, "words").value = goal.words;
  fieldIn(element, "by").value = goal.by;
  fieldIn(element, "words-on-review").value = goal.review;
  for (const stage of stagesIn(element)) {
    stage.name = `${goal.id}-stage`;
    stage.checked = stage.value === goal.stage;
  }
  const due = isDate(goal.by) && clock.now().getTime() >= new Date(`${goal.by}T00:00:00`).getTime();
  /** @type {HTMLDetailsElement} */ (element.querySelector("details")).open = due || goal.stage !== "" || goal.review !== "";
  return copy;
}

/** @type {(element: HTMLElement) => Omit<Goal, "id">} */
const valuesIn = (element) => ({
  words: fieldIn(element, "words").value,
  by: fieldIn(element, "by").value,
  stage: /** @type {Goal["stage"]} */ (stagesIn(element).find(({ checked }) => checked)?.value ?? ""),
  review: fieldIn(element, "words-on-review").value,
});

/** @type {(element: HTMLElement, name: string) => HTMLInputElement} */
const fieldIn = (element, name) => /** @type {HTMLInputElement} */ (element.querySelector(`[data-goal-${name}]`));

/** @type {(element: HTMLElement) => HTMLInputElement[]} */
const stagesIn = (element) => [...element.querySelectorAll("[data-goal-stage]")].map((field) => /** @type {HTMLInputElement} */ (field));

/** @type {(within: ParentNode, selector: string, words: string) => void} */
function put(within, selector, words) {
  const element = within.querySelector(selector);
  if (element) element.textContent = words;
}
