/**
 * @typedef {object} Result
 * @property {"correct" | "partly-correct" | "incorrect"} state
 * @property {number} right options rightly chosen, or steps in their right place
 * @property {number} total options that should be chosen, or steps
 * @property {number} extra options chosen that should not be
 * @property {number} credit what it is worth where parts count: whole percent, 100 for all of it
 */

/**
 * @param {number} right
 * @param {number} total
 * @param {number} [extra]
 * @returns {Result}
 */
export function resultOf(right, total, extra = 0) {
  const whole = right === total && extra === 0;
  // Who ticks everything has known nothing: what is wrong is taken off what is right.
  const credit = Math.max(0, Math.floor((100 * (right - extra)) / total));
  return { state: whole ? "correct" : right > 0 ? "partly-correct" : "incorrect", right, total, extra, credit };
}

/**
 * @param {Pick<import("../state/snapshot.js").ItemRecord, "state" | "credit">} record
 * @returns {number} part of a question's points that an answer is worth, 0 to 1; a part of it only where one was kept
 */
export function worthOf({ state, credit }) {
  return state === "correct" ? 1 : state === "partly-correct" ? credit / 100 : 0;
}

/**
 * @param {number} correct points
 * @param {number} scored points that can be had
 * @returns {number} whole percent, rounded down: 79.6 is not a pass mark of 80
 */
export function percentRight(correct, scored) {
  // Hundredths are added up in binary: what is a whole percent may come to a hair less.
  return scored === 0 ? 0 : Math.floor((100 * correct) / scored + 1e-9);
}
