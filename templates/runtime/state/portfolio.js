import { GOAL_STAGES } from "../contract.js";
import { fieldsOf, listIn, numberIn, pairsIn, textIn } from "./fields.js";
import { joinTexts } from "./join-texts.js";

/**
 * What a learner puts into a record of learning beside answers and reflections. None of it leaves the device.
 *
 * @typedef {"" | import("../contract.js").GoalStage} Stage how far a goal was reached, "" while nobody asked
 *
 * @typedef {object} Goal
 * @property {string} id
 * @property {string} words
 * @property {string} by the day to reach it by, ISO 8601, or ""
 * @property {Stage} stage
 * @property {string} review words on how far it was reached
 *
 * @typedef {object} Passage words of a module that the learner highlighted
 * @property {string} module
 * @property {string} block id of what they stand in or below
 * @property {string} words
 * @property {string} before the letters before them, by which they are known again
 * @property {string} after
 * @property {string} note what she wrote beside them
 * @property {string} [language] of the words, BCP 47; in a course in several languages
 *
 * @typedef {object} Visit
 * @property {number} first milliseconds since 1970, when the module was first opened
 * @property {number} last when it was last left
 * @property {number} seconds spent in it
 *
 * @typedef {object} Portfolio
 * @property {Map<string, Visit>} visits by module
 * @property {Goal[]} goals
 * @property {string} peer day on which it is talked over with somebody, ISO 8601, or ""
 * @property {Map<string, string[]>} form answers by question: words, or the options chosen
 * @property {Set<string>} later reflections to come back to
 * @property {Set<string>} left parts that are to be left out of the document
 * @property {Map<string, string>} notes by module
 * @property {Passage[]} passages
 */

/** @returns {Portfolio} */
export function emptyPortfolio() {
  return { visits: new Map(), goals: [], peer: "", form: new Map(), later: new Set(), left: new Set(), notes: new Map(), passages: [] };
}

/**
 * @param {Portfolio} portfolio
 * @returns {Record<string, unknown>} for JSON
 */
export function writePortfolio({ visits, goals, peer, form, later, left, notes, passages }) {
  const written = notes.size > 0 || passages.length > 0 ? { notes: [...notes], passages } : {};
  return { visits: [...visits], goals, peer, form: [...form], later: [...later], left: [...left], ...written };
}

/**
 * @param {unknown} raw anything at all: other pages share the storage
 * @returns {Portfolio} what of it is sound
 */
export function readPortfolio(raw) {
  const given = fieldsOf(raw);
  const portfolio = emptyPortfolio();
  for (const [module, visit] of pairsIn(given["visits"])) portfolio.visits.set(module, readVisit(fieldsOf(visit)));
  portfolio.goals = listIn(given["goals"]).map((goal, index) => readGoal(fieldsOf(goal), index));
  portfolio.peer = textIn(given["peer"]);
  for (const [question, answer] of pairsIn(given["form"])) portfolio.form.set(question, listIn(answer).map(textIn));
  portfolio.later = new Set(listIn(given["later"]).map(textIn));
  portfolio.left = new Set(listIn(given["left"]).map(textIn));
  for (const [module, words] of pairsIn(given["notes"])) portfolio.notes.set(module, textIn(words));
  portfolio.passages = listIn(given["passages"]).map((passage) => readPassage(fieldsOf(passage))).filter(({ words }) => words !== "");
  return portfolio;
}

/**
 * The newer one, with whatever only the older one has: no goal and no word is dropped.
 * @param {Portfolio} newer
 * @param {Portfolio} older
 * @returns {Portfolio}
 */
export function joinPortfolios(newer, older) {
  const known = new Set(newer.goals.map(({ id }) => id));
  const same = (/** @type {Goal} */ goal) => older.goals.find(({ id }) => id === goal.id) ?? goal;
  const visits = new Map(older.visits);
  const form = new Map(older.form);
  for (const [question, answer] of newer.form) form.set(question, joinAnswers(answer, form.get(question) ?? []));
  const notes = new Map(older.notes);
  for (const [module, words] of newer.notes) notes.set(module, joinTexts(notes.get(module) ?? "", words));
  for (const [module, visit] of newer.visits) visits.set(module, joinVisits(visit, visits.get(module) ?? visit));
  return {
    visits,
    goals: [...newer.goals.map((goal) => joinGoals(goal, same(goal))), ...older.goals.filter(({ id }) => !known.has(id))],
    peer: newer.peer || older.peer,
    form,
    later: new Set([...older.later, ...newer.later]),
    left: newer.left,
    notes,
    passages: joinPassages(newer.passages, older.passages),
  };
}

/** @type {(newer: string[], older: string[]) => string[]} both, the newer first, unless it begins with the older */
const joinAnswers = (newer, older) => [...newer, ...older.filter((words) => !newer.some((other) => other.startsWith(words)))];

/** @type {(newer: Goal, older: Goal) => Goal} */
const joinGoals = (newer, older) => ({
  ...newer,
  words: joinTexts(older.words, newer.words),
  review: joinTexts(older.review, newer.review),
});

/** @type {(one: Passage, other: Passage) => boolean} */
export const isSamePassage = (one, other) => one.module === other.module && one.words === other.words && one.before === other.before;

/** @type {(newer: Passage[], older: Passage[]) => Passage[]} */
function joinPassages(newer, older) {
  const of = (/** @type {Passage[]} */ list, /** @type {Passage} */ passage) => list.find((other) => isSamePassage(passage, other));
  const joined = newer.map((passage) => ({ ...passage, note: joinTexts(of(older, passage)?.note ?? "", passage.note) }));
  return [...joined, ...older.filter((passage) => !of(newer, passage))];
}

/** @type {(one: Visit, other: Visit) => Visit} the time of both is not added: one may have gone into the other */
const joinVisits = (one, other) => ({
  first: Math.min(one.first, other.first),
  last: Math.max(one.last, other.last),
  seconds: Math.max(one.seconds, other.seconds),
});

/** @type {(raw: Record<string, unknown>) => Visit} */
const readVisit = (raw) => ({ first: numberIn(raw["first"]), last: numberIn(raw["last"]), seconds: numberIn(raw["seconds"]) });

/** @type {(raw: Record<string, unknown>) => Passage} */
const readPassage = (raw) =>
  /** @type {Passage} */ (
    Object.fromEntries(["module", "block", "words", "before", "after", "note", ...(raw["language"] ? ["language"] : [])].map((name) => [name, textIn(raw[name])]))
  );

/** @type {(raw: Record<string, unknown>, index: number) => Goal} */
const readGoal = (raw, index) => ({
  id: textIn(raw["id"]) || `goal-${index}`,
  words: textIn(raw["words"]),
  by: textIn(raw["by"]),
  stage: GOAL_STAGES.find((stage) => stage === raw["stage"]) ?? "",
  review: textIn(raw["review"]),
});
