/**
 * How the learner stands, in the two words that SCORM 2004 has for it; SCORM 1.2 squeezes them into one.
 *
 * @typedef {object} Standing
 * @property {"none" | "incomplete" | "completed"} completion
 * @property {"unknown" | "failed" | "passed"} success
 */

const COMPLETION = /** @type {const} */ (["none", "incomplete", "completed"]);
const SUCCESS = /** @type {const} */ (["unknown", "failed", "passed"]);

/**
 * The better of two in each word: a standing is never lowered.
 * @param {Standing} one
 * @param {Standing} other
 * @returns {Standing}
 */
export function raise(one, other) {
  return {
    completion: higher(COMPLETION, one.completion, other.completion),
    success: higher(SUCCESS, one.success, other.success),
  };
}

/**
 * @param {Standing} one
 * @param {Standing} other
 * @returns {boolean}
 */
export function sameStanding(one, other) {
  return one.completion === other.completion && one.success === other.success;
}

/**
 * @template {string} T
 * @param {readonly T[]} ladder
 * @param {T} one
 * @param {T} other
 * @returns {T}
 */
function higher(ladder, one, other) {
  return ladder.indexOf(one) >= ladder.indexOf(other) ? one : other;
}
