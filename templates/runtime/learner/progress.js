import { percentRight, worthOf } from "../question/scoring.js";
import { emptyRecord } from "../state/snapshot.js";

/** @typedef {import("../contract.js").CompletionRule} CompletionRule */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./standing.js").Standing} Standing */

/**
 * What progress needs to know of a course.
 *
 * @typedef {object} Outline
 * @property {readonly Part[]} modules
 * @property {{rule: CompletionRule, passMark: number | null, partial?: boolean}} completion `partial`: parts of an answer count too
 *
 * @typedef {object} Part a module
 * @property {string} id
 * @property {string} [title]
 * @property {readonly string[]} asked ids of all that it asks of this learner, reflections too
 * @property {readonly string[]} scored ids of its scored questions
 * @property {ReadonlyMap<string, number>} weights of those that count otherwise than once
 * @property {boolean} [handedIn] whether its answers are held against what is right only when all are handed in
 *
 * @typedef {"not-started" | "started" | "done"} ModuleState
 *
 * @typedef {object} Progress
 * @property {Map<string, ModuleState>} modules
 * @property {Map<string, Outcome>} outcomes of the modules that ask something with a right answer
 * @property {number} opened modules opened
 * @property {number} left questions and reflections without an answer
 * @property {number} waiting answers that are not handed in yet
 * @property {number} answered scored questions answered
 * @property {number} scored scored questions
 * @property {number} points what all scored questions together count
 * @property {number} percent of the points that are for right answers, whole
 * @property {number} measure part of the course done, 0 to 1
 * @property {boolean} complete by the course's rule, now
 * @property {boolean} passed by the course's rule, now; false when there is no pass mark
 *
 * @typedef {object} Outcome
 * @property {number} answered scored questions answered
 * @property {number} scored
 * @property {number} percent of the points that are for right answers
 *
 * @typedef {object} Objective how a module stands
 * @property {string} module
 * @property {string} title
 * @property {Standing} standing
 * @property {number} score percent, -1 for none
 * @property {number} measure
 *
 * @typedef {object} Summary what an LMS is told
 * @property {Standing} standing
 * @property {Objective[]} [objectives] of the modules opened
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
  const recordOf = (/** @type {string} */ id) => snapshot.items.get(id) ?? NOTHING;
  const isAnswered = (/** @type {string} */ id) => recordOf(id).state !== "unanswered";
  /** @type {Map<string, ModuleState>} */
  const modules = new Map();
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  let opened = 0;
  let left = 0;
  let waiting = 0;
  let answered = 0;
  let scored = 0;
  let points = 0;
  let correct = 0;
  for (const module of course.modules) {
    // What is not handed in yet is no answer yet.
    const waits = (/** @type {string} */ id) => module.handedIn && recordOf(id).state === "answered" && module.scored.includes(id);
    const open = module.asked.filter((id) => !isAnswered(id)).length;
    const held = module.asked.filter(waits).length;
    const state = moduleState(snapshot.modules.get(module.id), open + held === 0);
    modules.set(module.id, state);
    opened += state === "not-started" ? 0 : 1;
    left += state === "done" ? 0 : open;
    waiting += held;
    if (module.scored.length === 0) continue;
    const own = { answered: 0, scored: module.scored.length, percent: 0 };
    let [has, canHave] = [0, 0];
    for (const id of module.scored) {
      const weight = module.weights.get(id) ?? 1;
      const record = recordOf(id);
      if (isAnswered(id) && !waits(id)) own.answered += 1;
      canHave += weight;
      has += weight * worthOf(record);
    }
    own.percent = percentRight(has, canHave);
    outcomes.set(module.id, own);
    answered += own.answered;
    scored += own.scored;
    points += canHave;
    correct += has;
  }
  const percent = percentRight(correct, points);
  const allOpened = opened === course.modules.length;
  const allAnswered = allOpened && answered === scored;
  const passed = rule === "pass-mark" && allAnswered && percent >= (passMark ?? 100);
  const complete = rule === "all-modules" ? allOpened : rule === "pass-mark" ? passed : allAnswered;
  const measure = (opened + answered) / Math.max(1, course.modules.length + scored);
  return { modules, outcomes, opened, left, waiting, answered, scored, points, percent, measure, complete, passed };
}

const NOTHING = emptyRecord();

/** @type {(kept: "started" | "done" | undefined, answered: boolean) => ModuleState} */
function moduleState(kept, answered) {
  if (kept === undefined) return "not-started";
  return kept === "done" || answered ? "done" : "started";
}

/**
 * Writes into the snapshot what is never taken back: modules done, completion, the best score.
 * @param {Snapshot} snapshot
 * @param {Progress} progress
 * @param {CompletionRule} rule
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
 * @param {Outline} course
 * @returns {Summary}
 */
export function summarise(snapshot, progress, course) {
  const { rule } = course.completion;
  const completion = snapshot.completed ? "completed" : "incomplete";
  // Never `failed`: the learner may always try again, and some LMSs lock a course that has failed.
  const success = snapshot.passed ? "passed" : "unknown";
  return {
    standing: { completion, success },
    score: rule === "pass-mark" ? snapshot.score : -1,
    measure: snapshot.completed ? 1 : progress.measure,
    objectives: course.modules.flatMap((module) => objectiveOf(module, progress, course.completion)),
  };
}

/**
 * @param {Part} module
 * @param {Progress} progress
 * @param {Outline["completion"]} completion
 * @returns {Objective[]} none for a module that was not opened: an LMS need not hold more than a hundred
 */
function objectiveOf({ id, title = "" }, { modules, outcomes }, { rule, passMark }) {
  const state = modules.get(id);
  if (state === "not-started") return [];
  const { answered = 0, scored = 0, percent = 0 } = outcomes.get(id) ?? {};
  const done = state === "done";
  const judged = rule === "pass-mark" && answered > 0;
  const success = judged && answered === scored && percent >= (passMark ?? 100) ? "passed" : "unknown";
  const standing = /** @type {Standing} */ ({ completion: done ? "completed" : "incomplete", success });
  return [{ module: id, title, standing, score: judged ? percent : -1, measure: done ? 1 : (1 + answered) / (2 + scored) }];
}
