import { writePortfolio } from "../state/portfolio.js";
import { join } from "../state/reconcile.js";
import { emptyRecord, emptySnapshot } from "../state/snapshot.js";

/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("../state/snapshot.js").ItemRecord} ItemRecord */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * @param {Remembered} said
 * @returns {boolean} true when the LMS has begun an attempt in which nothing was recorded yet. `entry` alone is not
 *   to be trusted: some LMSs say `ab-initio` for ever
 */
export function isNewAttempt({ entry, mode, standing }) {
  return entry.trim().toLowerCase() === "ab-initio" && mode === "normal" && standing.completion === "none";
}

/**
 * @param {Snapshot} snapshot
 * @returns {boolean} whether the learner would miss any of it
 */
export function hasWork({ items, modules }) {
  return modules.size > 0 || [...items.values()].some(({ state, text }) => state !== "unanswered" || text !== "");
}

/**
 * @param {Snapshot} work
 * @param {Snapshot} present
 * @returns {boolean} whether the learner would miss any of it in what is there
 */
export function hasMore(work, present) {
  const joined = join(present, work, "latest");
  const changed = [...joined.items].some(([id, { state, text, response }]) => {
    const here = present.items.get(id) ?? emptyRecord();
    return state !== here.state || text !== here.text || response.join() !== here.response.join();
  });
  return changed || [...work.modules.keys()].some((id) => !present.modules.has(id)) || wordsIn(joined.portfolio) !== wordsIn(present.portfolio);
}

/** @type {(portfolio: Snapshot["portfolio"]) => string} */
const wordsIn = (portfolio) => JSON.stringify(writePortfolio({ ...portfolio, visits: new Map() }));

/**
 * What a new attempt begins with: no answers; but words that somebody wrote are hers, in any attempt.
 * @param {Snapshot} earlier
 * @returns {Snapshot}
 */
export function beginAfter(earlier) {
  const { counter, seed, preferences, portfolio } = earlier;
  const written = [...earlier.items].filter(([, { text }]) => text !== "");
  const items = new Map(written.map(([id, record]) => [id, wordsOf(record)]));
  return { ...emptySnapshot(), counter, seed, preferences, portfolio, items };
}

/** @type {(record: ItemRecord) => ItemRecord} */
const wordsOf = ({ text, note, sent }) => ({ ...emptyRecord(), state: "answered", text, ...(note ? { note } : {}), ...(sent ? { sent: 1 } : {}) });

/**
 * @param {Snapshot} snapshot
 * @returns {Snapshot} the same, without the places of its interactions: they are those of another attempt, or LMS. Words
 *   that were written where no LMS was found may go to one with it, as the page says before she presses
 */
export function withoutPlaces(snapshot) {
  const items = new Map([...snapshot.items].map(([id, record]) => [id, withoutPlace(record)]));
  return { ...snapshot, items };
}

/**
 * @param {ItemRecord} record
 * @returns {ItemRecord}
 */
function withoutPlace(record) {
  const { noted: _, ...rest } = record;
  return { ...rest, ...(rest.sent === undefined ? {} : { sent: 1 }), index: -1 };
}
