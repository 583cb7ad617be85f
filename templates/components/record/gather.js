import { isDate } from "../../runtime/record/calendar.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/course.js").Item} Item */
/** @typedef {import("../../runtime/learner/learning.js").Learning} Learning */
/** @typedef {import("../../runtime/record/document.js").Contents} Contents */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */

/**
 * One part of the document, which the learner may leave out.
 *
 * @typedef {object} Part
 * @property {string} id
 * @property {string} title
 * @property {string} language BCP 47 tag when it is another than the course's, else ""
 */

/**
 * What the learner has done, without the parts that are to be left out.
 * @param {HTMLElement} page the record's own
 * @param {Course} course
 * @param {Learning} learning
 * @param {Strings} strings
 * @param {Date} now
 * @param {(part: string) => boolean} [wanted]
 * @returns {Contents}
 */
export function gather(page, course, learning, strings, now, wanted = (part) => !learning.portfolio.left.has(part)) {
  const { portfolio } = learning;
  const items = [...course.items.values()];
  const chosen = reflectionsOf(course).filter(({ id }) => wanted(`reflection:${id}`));
  return {
    course: course.title,
    language: course.language,
    now,
    reflections: chosen
      .map((item) => ({ ...headingOf(item), text: learning.recordOf(item.id).text }))
      .filter(({ text }) => text.trim() !== ""),
    goals: wanted("goals") ? portfolio.goals.filter(({ words }) => words.trim() !== "") : [],
    peer: wanted("goals") ? portfolio.peer : "",
    form: wanted("form") ? formIn(page, portfolio.form, strings) : null,
    progress: page.ownerDocument.querySelector("[data-progress]")?.textContent ?? "",
    modules: wanted("modules") ? modulesOf(course, learning) : [],
    questions: wanted("questions") ? questionsIn(items, learning, strings) : [],
  };
}

/**
 * @param {Course} course
 * @returns {Item[]}
 */
export function reflectionsOf(course) {
  return [...course.items.values()].filter(({ privacy }) => privacy !== undefined);
}

/**
 * @param {Item} item a question or a reflection
 * @returns {{title: string, language: string}}
 */
export function headingOf({ element }) {
  const title = element.querySelector("h2");
  const language = element.closest("[lang]")?.getAttribute("lang") ?? "";
  const own = element.ownerDocument.documentElement.lang;
  return { title: wordsOf(title), language: language === own ? "" : language };
}

/**
 * @param {HTMLElement} page
 * @param {ReadonlyMap<string, string[]>} answers
 * @param {Strings} strings
 * @returns {Contents["form"]} null when the course has no form
 */
function formIn(page, answers, strings) {
  const title = page.querySelector("[data-form-title]");
  if (!title) return null;
  const asked = [...page.querySelectorAll("[data-asked]")].map((question) => {
    const given = (answers.get(question.getAttribute("data-asked") ?? "") ?? []).join("\n");
    const dated = isDate(given) && question.querySelector("[type=date]") !== null;
    return { ask: wordsOf(question.querySelector("[data-ask]")), answer: dated ? strings.day(given) : given };
  });
  return { title: wordsOf(title), about: wordsOf(page.querySelector("[data-form-about]")), asked };
}

/**
 * @param {Course} course
 * @param {Learning} learning
 * @returns {Contents["modules"]}
 */
function modulesOf(course, learning) {
  return course.modules
    .filter(({ id }) => learning.opened.has(id))
    .map(({ id, title }) => {
      const visit = learning.portfolio.visits.get(id);
      return { title, days: visit ? [new Date(visit.first), new Date(visit.last)] : [], seconds: visit?.seconds ?? 0 };
    });
}

/**
 * @param {Item[]} items
 * @param {Learning} learning
 * @param {Strings} strings
 * @returns {Contents["questions"]}
 */
function questionsIn(items, learning, strings) {
  return items
    .filter(({ id, privacy }) => privacy === undefined && learning.recordOf(id).state !== "unanswered")
    .map((item) => ({ ...headingOf(item), outcome: chosenIn(item, learning) || outcomeOf(item, learning, strings) }));
}

/** @type {(item: Item, learning: Learning, strings: Strings) => string} */
const outcomeOf = ({ id }, learning, strings) => strings.text(`record.outcome-${learning.recordOf(id).state}`);

/** @type {(item: Item, learning: Learning) => string} what was chosen where nothing is right or wrong; else "" */
const chosenIn = ({ id, told }, learning) => told(learning.recordOf(id).response).replace(/\s+/g, " ").trim();

/** @type {(element: Element | null) => string} on one line */
const wordsOf = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
