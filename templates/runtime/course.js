/**
 * The course as the page holds it.
 *
 * @typedef {object} Item a question or a reflection
 * @property {string} id
 * @property {string} kind `choice`, `true-false`, `order`, `match`, `sort`, `fill`, `number`, `scale` or `reflect`
 * @property {HTMLElement} element
 * @property {"device" | "lms-resume" | "report"} [privacy] of a reflection: who keeps its words
 *
 * @typedef {object} Module
 * @property {string} id
 * @property {string} title
 * @property {number} number counted from 1
 * @property {HTMLElement} element
 * @property {string[]} asked ids of its questions and reflections; where some are drawn, of those that this learner has
 * @property {string[]} scored ids of those that have a right answer
 * @property {readonly string[]} all ids of all its questions and reflections, also of those that this learner has not
 * @property {number} draw how many of these each learner is given; 0 for all
 * @property {boolean} handedIn whether its answers are held against what is right only when all are handed in
 * @property {Map<string, number>} weights how many times each of those counts that does not count once
 *
 * @typedef {object} Settings what the builder writes beside the page
 * @property {string} id
 * @property {string} version
 * @property {string} title
 * @property {string} language
 * @property {{rule: string, passMark: number | null, partial: boolean}} completion
 * @property {string} privacy
 * @property {boolean} mixed whether anything is shown in a learner's own order, or not to everybody
 * @property {Record<string, string>} strings
 *
 * @typedef {Settings & {modules: Module[], items: Map<string, Item>, films: string[]}} Course
 */

/**
 * Finds what has an id of its own; nothing else in a module is looked at before the module is shown.
 * @param {Document} page
 * @returns {Course}
 */
export function readCourse(page) {
  /** @type {Settings} */
  const settings = JSON.parse(page.getElementById("satchel-course")?.textContent ?? "{}");
  /** @type {Course} */
  const course = { ...settings, modules: [], items: new Map(), films: [] };
  for (const element of elements(page, "[data-module]")) {
    const id = element.getAttribute("data-module") ?? "";
    const title = element.getAttribute("data-title") ?? "";
    const number = course.modules.length + 1;
    const draw = Number(element.dataset["draw"] ?? 0);
    const handedIn = element.dataset["handedIn"] !== undefined;
    course.modules.push({ id, title, number, element, draw, handedIn, ...readItems(element, course) });
  }
  for (const element of elements(page, "[data-film]")) course.films.push(element.getAttribute("data-film") ?? "");
  return course;
}

/**
 * @param {HTMLElement} module
 * @param {Course} course takes its questions and reflections
 * @returns {Pick<Module, "all" | "asked" | "scored" | "weights">}
 */
function readItems(module, course) {
  const asked = [];
  const scored = [];
  const weights = new Map();
  for (const element of elements(module, "[data-item]")) {
    const id = element.getAttribute("data-item") ?? "";
    const kind = element.getAttribute("data-kind") ?? "";
    const privacy = /** @type {Item["privacy"]} */ (element.getAttribute("data-privacy") ?? undefined);
    course.items.set(id, privacy ? { id, kind, element, privacy } : { id, kind, element });
    asked.push(id);
    if (isScored({ kind })) scored.push(id);
    if (element.dataset["weight"]) weights.set(id, Number(element.dataset["weight"]));
  }
  return { all: asked, asked, scored, weights };
}

/**
 * @param {Pick<Item, "kind"> | undefined} item
 * @returns {boolean} whether something is right in it
 */
export function isScored(item) {
  return item !== undefined && item.kind !== "reflect" && item.kind !== "scale";
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
function elements(within, selector) {
  return within.querySelectorAll(selector);
}

/**
 * @param {HTMLElement} element of a question
 * @returns {number} a short number for what is right in it, made by the builder; 0 when it has none
 */
export function basisOf(element) {
  return Number(element.dataset["basis"] ?? 0);
}

/**
 * @param {Item | undefined} item
 * @returns {string[] | null} ids of its options, or of all pairs that can be made; null when an answer is words
 */
export function choicesOf(item) {
  if (!item) return [];
  if (item.kind === "fill" || item.kind === "number") return null;
  if (item.kind === "match" || item.kind === "sort") return [...item.element.querySelectorAll("select")].flatMap(pairsOf);
  if (item.kind !== "order") return [...item.element.querySelectorAll("input")].map((input) => input.value);
  return [...elements(item.element, "[data-choice]")].map((step) => step.getAttribute("data-choice") ?? "");
}

/** @type {(select: HTMLSelectElement) => string[]} */
const pairsOf = ({ name, options }) =>
  [...options].filter(({ value }) => value !== "").map(({ value }) => `${name}.${value}`);
