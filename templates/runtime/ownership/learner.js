/** @typedef {import("../lms/keeper.js").Remembered} Remembered */

/** Ids that LMSs give to whoever comes along; places for one that were never filled, as `{user_id}`; an empty UUID. */
const SHARED = /^((guest|anon(ymous)?)([ _-]user)?|visitor|public|demo|preview|user|student|learner|unknown|none|nobody|n\/a|0|-1|[{<%$@[]+[a-z_. -]+[}>%$@\]]+|[0-]{36})$/i;

/**
 * @param {Remembered} said
 * @returns {string} the id of one person, or "" when the LMS names nobody
 */
export function learnerOf({ learner }) {
  // One LMS writes a letter with its accent as one sign today, and as two tomorrow.
  return SHARED.test(learner.trim()) ? "" : learner.normalize();
}

/**
 * @param {Remembered} said
 * @returns {boolean} whether what this device keeps for nobody may be anybody's: an LMS names nobody, and has no record of this
 *   learner
 */
export function isAnybody(said) {
  if (learnerOf(said) !== "" || said.mode !== "normal") return false;
  return said.learner !== "" || (said.credit !== "" && said.standing.completion === "none" && said.data === "" && said.location === "");
}
