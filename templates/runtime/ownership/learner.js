/** @typedef {import("../lms/keeper.js").Remembered} Remembered */

/** Ids that LMSs give to whoever comes along. */
const SHARED = ["guest", "anonymous", "anon", "visitor", "public", "demo", "unknown", "none", "n/a", "0", "-1"];

/**
 * @param {Remembered} said
 * @returns {string} the id of one person, or "" when the LMS names nobody
 */
export function learnerOf({ learner }) {
  return SHARED.includes(learner.trim().toLowerCase()) ? "" : learner;
}

/**
 * @param {Remembered} said
 * @returns {boolean} whether what this device keeps for nobody may be anybody's: an LMS that speaks names nobody, and has no
 *   record of this learner
 */
export function isAnybody(said) {
  if (learnerOf(said) !== "" || said.mode !== "normal") return false;
  const speaks = said.entry !== "" || said.credit !== "";
  return said.learner !== "" || (speaks && said.standing.completion === "none" && said.data === "" && said.location === "");
}
