import { unfold } from "./later.js";

/** @typedef {import("./contract.js").CompletionRule} CompletionRule */
/** @typedef {import("./contract.js").Privacy} Privacy */
/** @typedef {import("./page/strings.js").Sentence} Sentence */

/**
 * The course as the page holds it.
 *
 * @typedef {object} Item a question or a reflection
 * @property {string} id
 * @property {HTMLElement} element
 * @property {boolean} scored whether something is right in it
 * @property {import("./lms/keeper.js").Note["types"]} types what an LMS calls such a question
 * @property {Record<string, string> | undefined} [words] of its options, for reports in words
 * @property {Privacy} [privacy] of a reflection: who keeps its words
 * @property {boolean} [unreported] whether its answer goes with the progress alone: of a question of a survey
 * @property {(response: readonly string[]) => boolean} still whether an answer is one to what the question says now
 * @property {() => string[] | null} choices ids of its options, or of all pairs that can be made; null when an answer is words
 * @property {(response: readonly string[], strings: import("./page/strings.js").Strings) => Sentence} told an answer in words, where nothing is right or wrong; else none
 *
 * @typedef {object} Module
 * @property {string} id
 * @property {string} title
 * @property {string} language of its title, BCP 47
 * @property {number} number counted from 1
 * @property {HTMLElement} element
 * @property {string[]} asked ids of its questions and reflections; where some are drawn, of those that this learner has
 * @property {string[]} scored ids of those that have a right answer
 * @property {readonly string[]} all ids of all its questions and reflections, also of those that this learner has not
 * @property {number} draw how many of these each learner is given; 0 for all
 * @property {boolean} handedIn whether its answers are held against what is right only when all are handed in
 * @property {readonly string[]} films ids of the films in it that completion asks for
 * @property {readonly string[]} stories ids of the stories in it, of which completion always asks for an end
 * @property {readonly string[]} declared ids of the sentences in it that completion has confirmed
 * @property {string} end under which it is kept that it was read to its end, or ""
 * @property {readonly string[]} needs ids of the modules that are to be done before it
 * @property {Map<string, number>} limits attempts of each of those that has a number of them
 * @property {Map<string, number>} weights how many times each of those counts that does not count once
 *
 * @typedef {object} Settings what the builder writes beside the page
 * @property {string} id
 * @property {string} version
 * @property {string} title
 * @property {string} language of that title
 * @property {{rule: CompletionRule, passMark: number | null, partial: boolean, read?: boolean, staysOpen?: boolean}} completion
 * @property {Privacy} privacy
 * @property {Record<string, number>} [banks] how many questions of each bank a learner is given, over all modules
 * @property {boolean} mixed whether anything is shown in a learner's own order, or not to everybody
 * @property {Record<string, KindFacts>} kinds what the builder says of each kind of question in the course
 * @property {Record<string, Record<string, string>>} [words] what the options of each question say, where reports are to be in words
 * @property {Record<string, string>} strings
 * @property {boolean} [missing] whether some of these are in English, for want of others
 *
 * @typedef {object} KindFacts
 * @property {boolean} scored whether something is right in it
 * @property {string} scorm12 type of its interactions in SCORM 1.2
 * @property {string} scorm2004 the same in SCORM 2004
 *
 * @typedef {Settings & {modules: Module[], items: Map<string, Item>, films: string[]}} Course
 */

const NO_TYPES = { scorm12: "", scorm2004: "" };

/**
 * Finds what has an id of its own; nothing else in a module is looked at before the module is shown.
 * @param {Document} page
 * @param {Record<string, import("./page/workbench.js").Kind>} table the run-time's table of kinds
 * @returns {Course}
 */
export function readCourse(page, table) {
  /** @type {Settings} */
  const settings = JSON.parse(page.getElementById("satchel-course")?.textContent ?? "{}");
  /** @type {Course} */
  const course = { ...settings, modules: [], items: new Map(), films: [] };
  for (const element of elements(page, "[data-module]")) {
    const id = element.getAttribute("data-module") ?? "";
    const title = element.getAttribute("data-title") ?? "";
    const language = element.querySelector("h1")?.closest("[lang]")?.getAttribute("lang") ?? "";
    const number = course.modules.length + 1;
    const draw = Number(element.dataset["draw"] ?? 0);
    const handedIn = element.dataset["handedIn"] !== undefined;
    // One look through a module for all: a course may have a hundred thousand elements.
    const parts = [...elements(element, "[data-item], [data-film]")];
    const films = parts.filter(({ dataset }) => "filmWatched" in dataset).map((film) => film.id);
    course.films.push(...parts.flatMap(({ dataset }) => dataset["film"] ?? []));
    const asking = (/** @type {string} */ deed) => parts.filter(({ dataset }) => dataset["asked"] === deed).map((one) => one.id);
    const end = course.completion?.read ? `${id}--end` : "";
    const needs = element.dataset["needs"]?.split(" ") ?? [];
    course.modules.push({ id, title, language, number, element, draw, handedIn, films, stories: asking(""), declared: asking("confirm"), end, needs, ...readItems(parts, course, table) });
  }
  return course;
}

/**
 * @param {HTMLElement[]} parts of a module
 * @param {Course} course takes its questions and reflections
 * @param {Record<string, import("./page/workbench.js").Kind>} table
 * @returns {Pick<Module, "all" | "asked" | "scored" | "limits" | "weights">}
 */
function readItems(parts, course, table) {
  const asked = [];
  const scored = [];
  const [limits, weights] = [new Map(), new Map()];
  for (const element of parts) {
    const id = element.getAttribute("data-item");
    if (id === null) continue;
    const kind = element.getAttribute("data-kind") ?? "";
    const privacy = /** @type {Item["privacy"]} */ (element.getAttribute("data-privacy") ?? undefined);
    const row = table[kind];
    /** @type {Item} */
    const item = {
      id,
      element,
      scored: course.kinds[kind]?.scored ?? false,
      types: course.kinds[kind] ?? NO_TYPES,
      unreported: "unreported" in element.dataset,
      words: course.words?.[id],
      choices: () => (row?.choices ? row.choices(unfold(element)) : []),
      still: (response) => row?.still?.(unfold(element), response) ?? true,
      told: (response, strings) => row?.told?.(unfold(element), response, strings) ?? [],
    };
    course.items.set(id, privacy ? { ...item, privacy } : item);
    asked.push(id);
    if (item.scored) scored.push(id);
    if (element.dataset["attempts"]) limits.set(id, Number(element.dataset["attempts"]));
    if (element.dataset["weight"]) weights.set(id, Number(element.dataset["weight"]));
  }
  return { all: asked, asked, scored, limits, weights };
}

/** @type {(item: Item | undefined) => boolean} whether tutors are to see the answers; so it is where it is not known what they belong to */
export const isReported = (item) => (item?.privacy ?? "report") === "report" && !item?.unreported;

/**
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
function elements(within, selector) {
  return within.querySelectorAll(selector);
}
