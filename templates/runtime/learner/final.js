import { OUTDATED } from "../contract.js";
import { percentRight, worthOf } from "../question/scoring.js";
import { emptyRecord } from "../state/snapshot.js";

/** @typedef {import("./progress.js").Outline} Outline */
/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * Whether the pass mark was missed for good: all is answered and handed in, and were every attempt that is left to be
 * right, it would not be reached.
 * @param {Outline} course
 * @param {Snapshot} snapshot
 * @param {Progress} progress
 * @returns {boolean}
 */
export function isFailed({ modules, completion }, snapshot, { opened, answered, scored, waiting, points }) {
  const { rule, passMark, staysOpen } = completion;
  if (rule !== "pass-mark" || staysOpen || snapshot.completed || waiting > 0 || opened < modules.length || answered < scored) return false;
  let best = 0;
  for (const module of modules) {
    for (const id of module.scored) {
      best += (module.weights.get(id) ?? 1) * bestOf(snapshot.items.get(id) ?? emptyRecord(), module.limits?.get(id) ?? Infinity);
    }
  }
  return percentRight(best, points) < (passMark ?? 100);
}

/**
 * A question that has changed since it was answered may be answered once more.
 * @type {(record: import("../state/snapshot.js").ItemRecord, limit: number) => number} what it can still be worth, 0 to 1
 */
const bestOf = (record, limit) => (record.attempts < limit || record.basis === OUTDATED ? 1 : worthOf(record));
