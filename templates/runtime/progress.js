import { percentRight } from "./scoring.js";

/** @typedef {import("./state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./standing.js").Standing} Standing */

/**
 * What progress needs to know of a course.
 *
 * @typedef {object} Outline
 * @property {readonly {id: string, asked: readonly string[], scored: readonly string[], weights: Map<string, number>}[]}
 *   modules each with the ids of all that it asks, reflections too, of its scored questions, and of those that count
 *   otherwise than once
 * @property {{rule: string, passMark: number | null}} completion
 *
 * @typedef {"not-started" | "started" | "done"} ModuleState
 *
 * @typedef {object} Progress
 * @property {Map<string, ModuleState>} modules
 * @property {number} opened modules opened
 * @property {number} left questions and reflections without an answer
 * @property {number} answered scored questions answered
 * @property {number} scored scored questions
 * @property {number} points what all scored questions together count
 * @property {number} percent of the points that are for right answers, whole
 * @property {number} measure part of the course done, 0 to 1
 * @property {boolean} complete by the course's rule, now
 * @property {boolean} passed by the course's rule, now; false when there is no pass mark
 *
 * @typedef {object} Summary what an LMS is told
 * @property {Standing} standing
 * @property {number} score percent, -1 for none: a course without a pass mark sends no score at all
 * @property {number} measure
 */

/**
 * @param {Outline} course
 * @param {Snapshot} snapshot
 * @returns {Progress}
 */
export function progressOf(course, snapshot) {
  const { rule, passMark } = course.completion;
  const isAnswered = (/** @type {string} */ id) => (snapshot.items.get(id)?.state ?? "unanswered") !== "unanswered";
  const isCorrect = (/** @type {string} */ id) => snapshot.items.get(id)?.state === "correct";
  /** @type {Map<string, ModuleState>} */
  const modules = new Map();
  let opened = 0;
  let left = 0;
  let answered = 0;
  let scored = 0;
  let points = 0;
  let correct = 0;
  for (const module of course.modules) {
    const open = module.asked.filter((id) => !isAnswered(id)).length;
    const state = moduleState(snapshot.modules.get(module.id), open === 0);
    modules.set(module.id, state);
    opened += state === "not-started" ? 0 : 1;
    left += state === "done" ? 0 : open;
    answered += module.scored.filter(isAnswered).length;
    scored += module.scored.length;
    const count = (/** @type {number} */ sum, /** @type {string} */ id) => sum + (module.weights.get(id) ?? 1);
    points += module.scored.reduce(count, 0);
    correct += module.scored.filter(isCorrect).reduce(count, 0);
  }
  const percent = percentRight(correct, points);
  const allOpened = opened === course.modules.length;
  const allAnswered = allOpened && answered === scored;
  const passed = rule === "pass-mark" && allAnswered && percent >= (passMark ?? 100);
  const complete = rule === "all-modules" ? allOpened : rule === "pass-mark" ? passed : allAnswered;
  const measure = (opened + answered) / Math.max(1, course.modules.length + scored);
  return { modules, opened, left, answered, scored, points, percent, measure, complete, passed };
}

/** @type {(kept: "started" | "done" | undefined, answered: boolean) => ModuleState} */
function moduleState(kept, answered) {
  if (kept === undefined) return "not-started";
  return kept === "done" || answered ? "done" : "started";
}

/**
 * Writes into the snapshot what is never taken back: modules done, completion, the best score.
 * @param {Snapshot} snapshot
 * @param {Progress} progress
 * @param {string} rule
 */
export function keepAchieved(snapshot, progress, rule) {
  for (const [id, state] of progress.modules) {
    if (state === "done") snapshot.modules.set(id, "done");
  }
  snapshot.completed ||= progress.complete;
  snapshot.passed ||= progress.passed;
  if (rule === "pass-mark" && progress.answered > 0) snapshot.score = Math.max(snapshot.score, progress.percent);
}

/**
 * @param {Snapshot} snapshot
 * @param {Progress} progress
 * @param {string} rule
 * @returns {Summary}
 */
export function summarise(snapshot, progress, rule) {
  const completion = snapshot.completed ? "completed" : "incomplete";
  // Never `failed`: the learner may always try again, and some LMSs lock a course that has failed.
  const success = snapshot.passed ? "passed" : "unknown";
  return {
    standing: { completion, success },
    score: rule === "pass-mark" ? snapshot.score : -1,
    measure: snapshot.completed ? 1 : progress.measure,
  };
}
