/**
 * What became of a call.
 *
 * - `done`: the LMS took it
 * - `refused`: it will never take this value, or does not know this element; asking again is no use
 * - `failed`: it may work later
 * - `lost`: it says that no session is open
 * - `ended`: it says that the session is over
 * - `gone`: the window that held it has been closed, or shows another page
 *
 * @typedef {"done" | "refused" | "failed" | "lost" | "ended" | "gone"} Outcome
 */

/**
 * What the error numbers of both editions come to (SCORM 1.2 RTE 3.3.1, SCORM 2004 RTE 3.1.7), the lightest first. Where one
 * number means two things, both come to the same. All others are a failure that may pass: 101, 102, 111, 351, 391.
 *
 * @type {Record<Outcome, readonly number[]>}
 */
const REACTIONS = {
  // No yes, and no error: a fault of the LMS, seen in the wild. It has kept the value, unless it says no to a commit.
  done: [0],
  // A wrong argument or place; no children, no count. Unknown or not implemented; a keyword; read only or write only.
  // Wrong type, out of range, something else must be set first.
  refused: [201, 202, 203, 401, 402, 403, 404, 405, 406, 407, 408],
  failed: [],
  // Not initialised.
  lost: [112, 122, 132, 142, 301],
  // After termination.
  ended: [104, 113, 123, 133, 143],
  gone: [],
};

const GRAVITY = /** @type {Outcome[]} */ (Object.keys(REACTIONS));

/** Open already, by an earlier page of ours; but 101 is also the general failure, so a question must be answered. */
export const PERHAPS_INITIALISED = [0, 101, 103];

/** The LMS does without this element. */
export const NOT_IMPLEMENTED = [401, 402];

/**
 * @param {number} error NaN when the LMS could not even say that
 * @returns {Outcome}
 */
export function outcomeOf(error) {
  return GRAVITY.find((outcome) => REACTIONS[outcome].includes(error)) ?? "failed";
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome} of several calls
 */
export function worst(outcomes) {
  return GRAVITY.filter((outcome) => outcomes.includes(outcome)).at(-1) ?? "done";
}
