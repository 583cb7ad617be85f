import { keepAsWritten, saySaved } from "../my-notes/autosave.js";
import { dateIn, isWhole, judgeDates, showDate } from "./dates.js";

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
  const template = /** @type {HTMLTemplateElement} */ (part.querySelector("template"));
  const peer = /** @type {HTMLElement} */ (part.querySelector("[data-peer]"));
  const removed = /** @type {HTMLElement} */ (part.querySelector("[data-removed]"));
  const said = /** @type {HTMLElement} */ (removed.firstElementChild);
  const undo = /** @type {HTMLElement} */ (part.querySelector("[data-goal-undo]"));
  const add = /** @type {HTMLElement} */ (part.querySelector("[data-goal-add]"));
  /** @type {{goal: Goal, place: number} | null} */
  let last = null;
  /** @type {Map<string, HTMLElement>} by goal; one that was removed may come back, with a date that is half written */
  const elements = new Map();

  const show = () => {
    const shown = learning.portfolio.goals.map((goal, index) => {
      const element = elements.get(goal.id) ?? elementOf(template, goal);
      elements.set(goal.id, element);
      fill(element, goal, index + 1, bench);
      return element;
    });
    list.replaceChildren(...shown);
    showDate(peer, learning.portfolio.peer);
  };
  const change = (/** @type {(goals: Goal[]) => void} */ act) => {
    learning.gather((portfolio) => act(portfolio.goals));
    show();
    saySaved(part, bench);
  };
  keepAsWritten(part, bench, (field) => {
    const element = /** @type {HTMLElement | null} */ (field.closest("[data-goal]"));
    learning.gather((portfolio) => {
      if (peer.contains(field)) portfolio.peer = dateIn(peer) ?? "";
      const goal = portfolio.goals.find(({ id }) => id === element?.dataset["goal"]);
      if (goal && element) Object.assign(goal, valuesIn(element));
    });
    saySaved(part, bench, isWhole(field));
  });
  judgeDates(part, bench);
  add.addEventListener("click", () => {
    const id = `goal-${bench.clock.now().getTime().toString(36)}`;
    change((kept) => kept.push({ id, words: "", by: "", stage: "", review: "" }));
    /** @type {HTMLElement | null | undefined} */ (list.lastElementChild?.querySelector("[data-goal-words]"))?.focus();
  });
  list.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-goal-remove]");
    if (!button) return;
    const place = [...list.children].findIndex((element) => element.contains(button));
    change((kept) => {
      const [goal] = kept.splice(place, 1);
      last = goal ? { goal, place } : null;
    });
    removed.hidden = false;
    said.textContent = strings.text("record.goal-removed", { number: place + 1 });
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
 * @returns {HTMLElement} with ids of its own
 */
function elementOf(template, goal) {
  const element = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  element.dataset["goal"] = goal.id;
  const lines = [...dateOf(element).querySelectorAll("[id]")];
  for (const line of lines) line.id = `${goal.id}--${line.id}`;
  dateOf(element).setAttribute("aria-describedby", lines.map(({ id }) => id).join(" "));
  return element;
}

/**
 * @param {HTMLElement} element
 * @param {Goal} goal
 * @param {number} number
 * @param {Workbench} bench
 */
function fill(element, goal, number, { strings, clock }) {
  fieldIn(element, "number").textContent = strings.text("record.goal", { number });
  fieldIn(element, "remove").textContent = strings.text("record.goal-remove", { number });
  fieldIn(element, "words").value = goal.words;
  showDate(dateOf(element), goal.by);
  fieldIn(element, "words-on-review").value = goal.review;
  for (const stage of stagesIn(element)) {
    stage.name = `${goal.id}-stage`;
    stage.checked = stage.value === goal.stage;
  }
  // Where there is no day, no moment is later.
  const due = clock.now() >= new Date(`${goal.by}T00:00:00`);
  const review = /** @type {HTMLDetailsElement} */ (element.querySelector("details"));
  review.open ||= due || goal.stage !== "" || goal.review !== "";
}

/** @type {(element: HTMLElement) => Omit<Goal, "id">} */
const valuesIn = (element) => ({
  words: fieldIn(element, "words").value,
  by: dateIn(dateOf(element)) ?? "",
  stage: /** @type {Goal["stage"]} */ (stagesIn(element).find(({ checked }) => checked)?.value ?? ""),
  review: fieldIn(element, "words-on-review").value,
});

/** @type {(element: HTMLElement) => HTMLElement} */
const dateOf = (element) => /** @type {HTMLElement} */ (element.querySelector("[data-date]"));

/** @type {(element: HTMLElement, name: string) => HTMLInputElement} */
const fieldIn = (element, name) => /** @type {HTMLInputElement} */ (element.querySelector(`[data-goal-${name}]`));

/** @type {(element: HTMLElement) => HTMLInputElement[]} */
const stagesIn = (element) => /** @type {HTMLInputElement[]} */ ([...element.querySelectorAll("[data-goal-stage]")]);
