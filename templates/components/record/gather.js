import { unfold } from "../../runtime/later.js";
import { OUTDATED } from "../../runtime/contract.js";
import { isDate } from "../../runtime/record/calendar.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/course.js").Item} Item */
/** @typedef {import("../../runtime/learner/learning.js").Learning} Learning */
/** @typedef {import("../../runtime/record/document.js").Contents} Contents */
/** @typedef {import("../../runtime/record/paper.js").Said} Said */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */

/**
 * What the learner has done, without the parts that are to be left out.
 * @param {HTMLElement} page the record's own
 * @param {Course} course
 * @param {Pick<import("../../runtime/page/workbench.js").Workbench, "learning" | "strings" | "clock" | "notes">} bench
 * @param {(part: string) => boolean} [wanted]
 * @returns {Contents}
 */
export function gather(page, course, { learning, strings, clock, notes }, wanted = (part) => !learning.portfolio.left.has(part)) {
  const { portfolio } = learning;
  const chosen = reflectionsOf(course).filter(({ id }) => wanted(partOf(id)));
  const own = foreign(document.documentElement.lang, strings);
  return {
    course: { words: course.title, language: foreign(course.language, strings) },
    language: strings.language,
    own,
    now: clock.now(),
    reflections: chosen
      .map(({ id, element }) => {
        const title = element.querySelector("h2, h3");
        return { title: saidIn(title, strings), language: foreign(strings.languageOf(title), strings), text: learning.recordOf(id).text };
      })
      .filter(({ text }) => text.trim()),
    notes: notes && wanted("notes") ? notesIn(notes.kept, strings) : [],
    goals: wanted("goals") ? portfolio.goals.filter(({ words }) => words.trim()) : [],
    peer: wanted("goals") ? portfolio.peer : "",
    form: wanted("form") ? formIn(page, portfolio.form, strings, own) : null,
    progress: document.querySelector("[data-progress]")?.getAttribute("data-progress") ?? "",
    modules: wanted("modules") ? modulesOf(course, learning, strings) : [],
    questions: wanted("questions") ? questionsIn(course, learning, strings) : [],
  };
}

/** @type {(id: string) => string} what a reflection is called among the parts that the learner may leave out */
export const partOf = (id) => `reflection:${id}`;

/**
 * @param {Course} course
 * @returns {Item[]}
 */
export function reflectionsOf(course) {
  return [...course.items.values()].filter(({ privacy }) => privacy !== undefined);
}

/** @type {(element: Element | null, strings: Strings) => Said | Said[]} */
const saidIn = (element, strings) => saidBy(strings.quote(element));

/** @type {(sentence: import("../../runtime/page/strings.js").Sentence) => Said | Said[]} on one line */
function saidBy(sentence) {
  const [said = "", ...more] = sentence.map((part) => {
    // A string has neither.
    const { textContent: words = part, lang: language = "" } = /** @type {any} */ (part);
    return { words: words.replace(/\s+/g, " "), language };
  });
  return more.length > 0 ? [said, ...more] : said;
}

/** @type {(language: string, strings: Strings) => string} "" for that of the interface */
const foreign = (language, strings) => (language === strings.language ? "" : language);

/**
 * @param {HTMLElement} page
 * @param {ReadonlyMap<string, string[]>} answers
 * @param {Strings} strings
 * @param {string} own language in which she most likely writes
 * @returns {Contents["form"]} null when the course has no form
 */
function formIn(page, answers, strings, own) {
  const title = page.querySelector("[data-form-title]");
  if (!title) return null;
  const asked = [...page.querySelectorAll("[data-asked]")].map((question) => {
    const given = answers.get(question.getAttribute("data-asked") ?? "") ?? [];
    const answer = given.filter((words) => words.trim()).map((words) => {
      // A choice is kept in the words of the course's first language.
      const chosen = question.querySelector(`[value=${JSON.stringify(words)}]`);
      if (chosen) return saidIn(chosen.nextElementSibling, strings);
      return question.matches("[data-date]") && isDate(words) ? strings.day(words) : { words, language: own };
    });
    return { ask: saidIn(question.querySelector("[data-ask]"), strings), answer };
  });
  return { title: saidIn(title, strings), about: saidIn(page.querySelector("[data-form-about]"), strings), asked };
}

/**
 * @param {import("../my-notes/kept.js").Kept} kept
 * @param {Strings} strings
 * @returns {Contents["notes"]}
 */
function notesIn(kept, strings) {
  return kept.modules().map((id) => {
    const title = kept.moduleOf(id)?.element.querySelector("h1") ?? null;
    const passages = kept.rowsOf(id).map(({ passage, place, language }) => ({
      words: { words: strings.text("my-notes.passage", { words: passage.words }), language: foreign(language, strings) },
      lost: place === null,
      note: passage.note.trim(),
    }));
    return { title: title ? saidIn(title, strings) : strings.text("my-notes.gone"), note: kept.noteOf(id).trim(), passages };
  });
}

/**
 * @param {Course} course
 * @param {Learning} learning
 * @param {Strings} strings
 * @returns {Contents["modules"]}
 */
function modulesOf(course, learning, strings) {
  return course.modules
    .filter(({ id }) => learning.opened.has(id))
    .map(({ id, element }) => {
      const title = saidIn(element.querySelector("h1"), strings);
      const visit = learning.portfolio.visits.get(id);
      return { title, days: visit ? [new Date(visit.first), new Date(visit.last)] : [], seconds: visit?.seconds ?? 0 };
    });
}

/**
 * @param {Course} course
 * @param {Learning} learning
 * @param {Strings} strings
 * @returns {Contents["questions"]}
 */
function questionsIn(course, learning, strings) {
  return [...course.items.values()].flatMap(({ id, element, privacy, told }) => {
    const { state, response, basis } = learning.recordOf(id);
    if (privacy !== undefined || state === "unanswered") return [];
    const title = saidIn(unfold(element).querySelector("h2, h3"), strings);
    // Where nothing is right or wrong: what was chosen.
    const chosen = told(response, strings);
    return { title, outcome: chosen[0] ? saidBy(chosen) : strings.text(`record.outcome-${basis === OUTDATED ? "outdated" : state}`) };
  });
}
