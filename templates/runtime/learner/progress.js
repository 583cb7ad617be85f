import { OUTDATED } from "../contract.js";
import { isFailed } from "./final.js";
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
 * @property {{rule: CompletionRule, passMark: number | null, partial?: boolean, staysOpen?: boolean}} completion `partial`: parts of an
 *   answer count too; `staysOpen`: the LMS is never told that she has failed
 *
 * @typedef {object} Part a module
 * @property {string} id
 * @property {string} [title]
 * @property {string} [language] of its title, BCP 47
 * @property {readonly string[]} asked ids of all that it asks of this learner, reflections too
 * @property {readonly string[]} scored ids of its scored questions
 * @property {ReadonlyMap<string, number>} weights of those that count otherwise than once
 * @property {ReadonlyMap<string, number>} [limits] attempts of those that have a number of them
 * @property {boolean} [handedIn] whether its answers are held against what is right only when all are handed in
 * @property {readonly string[]} [films] ids of the films in it that completion asks for
 * @property {readonly string[]} [stories] ids of those of which an end is to be reached
 * @property {readonly string[]} [declared] ids of the sentences that are to be confirmed
 * @property {string} [end] under which it is kept that it was read to its end; "" where completion does not ask for that
 * @property {readonly string[]} [needs] ids of the modules that are to be done before it
 *
 * How a module stands. `done`: nothing is left of what completion asks of it; `opened` in its place where completion asks
 * for no more than that, and questions are still open.
 *
 * @typedef {"not-started" | "started" | "opened" | "done"} ModuleState
 *
 * What completion asks of a learner, beside the pass mark.
 *
 * @typedef {"open" | "read" | "watch" | "decide" | "confirm" | "answer" | "hand-in"} Deed
 *
 * @typedef {object} Todo what is left of one deed
 * @property {Deed} deed
 * @property {string[]} at ids of the places where it is to be done
 *
 * @typedef {object} Progress
 * @property {boolean} merely whether completion asks for no more than that each module is opened
 * @property {Map<string, ModuleState>} modules
 * @property {Map<string, Todo[]>} todo what is left in each module before it is done
 * @property {Map<string, string[]>} waits ids of modules that are to be done first, of each module that is not open yet
 * @property {Map<string, Outcome>} outcomes of the modules that ask something with a right answer
 * @property {number} opened modules opened
 * @property {number} done modules of which nothing is left to do
 * @property {number} left questions and reflections without an answer, in the modules opened
 * @property {number} waiting answers that are not handed in yet
 * @property {number} answered scored questions answered
 * @property {number} scored scored questions
 * @property {number} points what all scored questions together count
 * @property {number} percent of the points that are for right answers, whole
 * @property {number} measure part of the course done, 0 to 1
 * @property {boolean} complete by the course's rule, now
 * @property {boolean} passed by the course's rule, now; false when there is no pass mark
 * @property {boolean} failed whether the pass mark was missed, and nothing can change it
 *
 * @typedef {object} Outcome
 * @property {number} answered scored questions answered
 * @property {number} scored
 * @property {number} percent of the points that are for right answers
 *
 * @typedef {object} Objective how a module stands
 * @property {string} module
 * @property {string} title
 * @property {string} [language] of the title, BCP 47
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

/** @type {(outline: Outline) => boolean} whether completion asks for no more than that each module is opened */
const asksForOpening = ({ completion, modules }) =>
  completion.rule === "all-modules" && !modules.some(({ end, films = [], stories = [], declared = [] }) => end || films[0] || stories[0] || declared[0]);

/**
 * How far a learner is, by what completion asks for: the one place where it is decided what is done. A course is complete
 * when each of its modules is done, and the pass mark reached where there is one.
 * @param {Outline} course
 * @param {Snapshot} snapshot
 * @returns {Progress}
 */
export function progressOf(course, snapshot) {
  const { rule, passMark } = course.completion;
  const recordOf = (/** @type {string} */ id) => snapshot.items.get(id) ?? NOTHING;
  const isOpen = (/** @type {string} */ id) => recordOf(id).state === "unanswered";
  /** @type {Progress} */
  const progress = { merely: asksForOpening(course), modules: new Map(), todo: new Map(), waits: new Map(), outcomes: new Map(), opened: 0, done: 0, left: 0, waiting: 0, answered: 0, scored: 0, points: 0, percent: 0, measure: 0, complete: false, passed: false, failed: false };
  let [correct, marks, marked] = [0, 0, 0];
  for (const module of course.modules) {
    const { id, asked, scored, films = [], stories = [], declared = [], end } = module;
    const kept = snapshot.modules.get(id);
    // What is not handed in yet is no answer yet.
    const waiting = scored.filter((item) => module.handedIn && recordOf(item).state === "answered");
    const unanswered = scored.filter(isOpen);
    const answers = rule === "all-modules" ? [] : [todoOf("answer", unanswered), todoOf("hand-in", waiting)];
    const ends = end ? [end] : [];
    // Another sentence than the one that she confirmed is not confirmed yet.
    const isNew = (/** @type {string} */ id) => isOpen(id) || recordOf(id).basis === OUTDATED;
    const [unread, unseen, undecided, unconfirmed] = [ends.filter(isOpen), films.filter(isOpen), stories.filter(isOpen), declared.filter(isNew)];
    const wanted = ends.length + films.length + stories.length + declared.length;
    marks += wanted;
    marked += wanted - unread.length - unseen.length - undecided.length - unconfirmed.length;
    const todo = [todoOf("open", kept || unread[0] ? [] : [id]), todoOf("read", unread), todoOf("watch", unseen), todoOf("decide", undecided), todoOf("confirm", unconfirmed), ...answers].filter(({ at }) => at.length > 0);
    const left = asked.filter(isOpen).length;
    progress.todo.set(id, todo);
    progress.modules.set(id, stateOf(kept, todo, snapshot.completed, progress.merely && left + waiting.length > 0));
    progress.opened += kept ? 1 : 0;
    progress.done += todo.length === 0 ? 1 : 0;
    progress.left += kept ? left : 0;
    progress.waiting += waiting.length;
    if (scored.length === 0) continue;
    let [has, canHave] = [0, 0];
    for (const item of scored) {
      const weight = module.weights.get(item) ?? 1;
      canHave += weight;
      has += weight * worthOf(recordOf(item));
    }
    const answered = scored.length - unanswered.length - waiting.length;
    progress.outcomes.set(id, { answered, scored: scored.length, percent: percentRight(has, canHave) });
    progress.answered += answered;
    progress.scored += scored.length;
    progress.points += canHave;
    correct += has;
  }
  progress.percent = percentRight(correct, progress.points);
  const all = progress.done === course.modules.length;
  progress.passed = rule === "pass-mark" && all && progress.percent >= (passMark ?? 100);
  progress.complete = rule === "pass-mark" ? progress.passed : all;
  progress.failed = isFailed(course, snapshot, progress);
  progress.measure = (progress.opened + progress.answered + marked) / Math.max(1, course.modules.length + progress.scored + marks);
  for (const { id, needs = [] } of course.modules) {
    // What she has begun, or completed, is never shut again.
    if (snapshot.completed || snapshot.modules.has(id)) continue;
    const first = needs.filter((need) => progress.modules.has(need) && !isDone(progress.modules.get(need)));
    if (first.length > 0) progress.waits.set(id, first);
  }
  return progress;
}

const NOTHING = emptyRecord();

/** @type {(deed: Deed, at: string[]) => Todo} */
const todoOf = (deed, at) => ({ deed, at });

/**
 * A module that was done and has more to do now, since a new version asks for more, is not done any more, unless the
 * course was completed: that is never taken away.
 * @param {"started" | "done" | undefined} kept
 * @param {Todo[]} todo
 * @param {boolean} completed
 * @param {boolean} more whether questions are open that completion does not ask for
 * @returns {ModuleState}
 */
function stateOf(kept, todo, completed, more) {
  if (kept === undefined) return "not-started";
  if (todo.length > 0 && !(completed && kept === "done")) return "started";
  return more ? "opened" : "done";
}

/** @type {(state: ModuleState | undefined) => boolean} by the course's rule */
const isDone = (state) => state === "done" || state === "opened";

/**
 * Writes into the snapshot what is never taken back: modules done, completion, the best score.
 * @param {Snapshot} snapshot
 * @param {Progress} progress
 * @param {CompletionRule} rule
 */
export function keepAchieved(snapshot, progress, rule) {
  for (const [id, state] of progress.modules) {
    if (isDone(state)) snapshot.modules.set(id, "done");
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
  // Some LMSs lock a course that has failed: it is said only when nothing can change it any more.
  const { failed } = progress;
  const completion = snapshot.completed || failed ? "completed" : "incomplete";
  const success = snapshot.passed ? "passed" : failed ? "failed" : "unknown";
  return {
    standing: { completion, success },
    score: rule === "pass-mark" ? snapshot.score : -1,
    measure: completion === "completed" ? 1 : progress.measure,
    objectives: course.modules.flatMap((module) => objectiveOf(module, snapshot, progress, course.completion)),
  };
}

/**
 * @param {Part} module
 * @param {Snapshot} snapshot
 * @param {Progress} progress
 * @param {Outline["completion"]} completion
 * @returns {Objective[]} none for a module that was not opened: an LMS need not hold more than a hundred
 */
function objectiveOf({ id, title = "", language = "" }, snapshot, { modules, outcomes }, { rule, passMark }) {
  const kept = snapshot.modules.get(id);
  if (!kept) return [];
  const { answered = 0, scored = 0, percent = 0 } = outcomes.get(id) ?? {};
  const done = kept === "done" || isDone(modules.get(id));
  const judged = rule === "pass-mark" && answered > 0;
  const success = judged && answered === scored && percent >= (passMark ?? 100) ? "passed" : "unknown";
  const standing = /** @type {Standing} */ ({ completion: done ? "completed" : "incomplete", success });
  return [{ module: id, title, language, standing, score: judged ? percent : -1, measure: done ? 1 : (1 + answered) / (2 + scored) }];
}
