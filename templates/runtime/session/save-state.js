/**
 * What is still to be said to the LMS: nothing; something; or something that it was told so often in vain.
 *
 * @typedef {{kind: "clean"} | {kind: "dirty"} | {kind: "failing", times: number}} Due
 *
 * What is kept where this destination keeps it, and since when; null when nothing was saved since the page was opened.
 *
 * - `nothing`: nothing was saved since
 * - `all`
 * - `part`: the LMS has no room for more
 * - `unscored`: it has all of the work, and will not have the score, or that she is done
 * - `damaged`: it gave back something that cannot be read, which stays as it is until the learner does something
 *
 * @typedef {{kind: "nothing" | "damaged"}
 *   | {kind: "all", at: Date}
 *   | {kind: "part" | "unscored", at: Date | null}} Held
 *
 * @typedef {{due: Due, held: Held}} SaveState
 */

/**
 * @param {import("../lms/keeper.js").Saved} saved
 * @param {Date | null} at
 * @returns {Held}
 */
export function heldAfter({ whole, unscored }, at) {
  if (unscored) return { kind: "unscored", at };
  if (!whole) return { kind: "part", at };
  return at ? { kind: "all", at } : { kind: "nothing" };
}
