/**
 * @typedef {object} Result
 * @property {"correct" | "partly-correct" | "incorrect"} state
 * @property {number} right options rightly chosen, or steps in their right place
 * @property {number} total options that should be chosen, or steps
 * @property {number} extra options chosen that should not be
 */

/**
 * @param {readonly string[]} chosen
 * @param {readonly string[]} correct
 * @returns {Result}
 */
export function scoreChoice(chosen, correct) {
  const right = correct.filter((id) => chosen.includes(id)).length;
  const extra = chosen.length - right;
  return resultOf(right, correct.length, extra);
}

/**
 * @param {readonly string[]} order as the learner put the steps
 * @param {readonly string[]} correct
 * @returns {Result}
 */
export function scoreOrder(order, correct) {
  const right = correct.filter((id, place) => order[place] === id).length;
  return resultOf(right, correct.length, 0);
}

/** @type {(right: number, total: number, extra: number) => Result} */
function resultOf(right, total, extra) {
  const whole = right === total && extra === 0;
  return { state: whole ? "correct" : right > 0 ? "partly-correct" : "incorrect", right, total, extra };
}

/**
 * One point for each question that is wholly right, none for a part.
 * @param {number} correct
 * @param {number} scored
 * @returns {number} whole percent, rounded down: 79.6 is not a pass mark of 80
 */
export function percentRight(correct, scored) {
  return scored === 0 ? 0 : Math.floor((100 * correct) / scored);
}
