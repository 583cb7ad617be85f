/**
 * Where the work is saved, as the learner is to be told.
 *
 * @typedef {"connecting" | "nothing-yet-device" | "device" | "no-lms" | "memory" | "nothing-yet-lms" | "lms"
 *   | "lms-memory" | "lms-partly" | "failed" | "failed-memory" | "offline" | "damaged" | "review" | "ended" | "gone" | "left"
 *   | "after" | "elsewhere" | "shared"} SaveKind
 *
 * @typedef {object} SaveStatus
 * @property {SaveKind} kind
 * @property {Date | null} at when it was last saved there
 * @property {"" | "elsewhere" | "earlier" | "unclaimed" | "looking"} asks what the learner is to decide: which of two windows goes on,
 *   whether to go on with the work of an earlier attempt, or with what was done without an LMS; or to know: that all is only looked at
 * @property {boolean} leaves whether there is a session with an LMS that she can end
 *
 * @typedef {object} Facts
 * @property {"lms" | "device" | "no-lms" | null} place null while an LMS is looked for
 * @property {boolean} elsewhere another window of this course is being worked in
 * @property {boolean} looking the LMS has opened a finished attempt, to be looked at
 * @property {"" | "ended" | "gone" | "left"} over
 * @property {boolean} after something was done since it was over
 * @property {boolean} risky something would be lost with the page
 * @property {boolean} shared all is kept only until the tab is closed
 * @property {boolean} keeps whether this device keeps anything
 * @property {boolean} saved whether anything was saved since the page was opened
 * @property {boolean} failing the last save in the LMS failed
 * @property {boolean} offline the LMS said yes, and cannot be reached all the same
 * @property {boolean} damaged
 * @property {boolean} whole
 * @property {boolean} privately words are to be kept which only this device can keep
 */

/**
 * @param {Facts} facts
 * @returns {SaveKind}
 */
export function kindOf(facts) {
  if (facts.place === null) return "connecting";
  if (facts.elsewhere) return "elsewhere";
  if (facts.looking) return "review";
  if (facts.place === "lms" && facts.over === "") return kindInLms(facts);
  if (facts.over === "left" && !facts.after) return facts.risky ? "lms-memory" : "left";
  if (!facts.keeps) return "memory";
  if (facts.shared) return "shared";
  if (facts.over !== "") return facts.over === "left" ? "after" : facts.over;
  if (facts.place === "no-lms") return "no-lms";
  return facts.saved ? "device" : "nothing-yet-device";
}

/**
 * @param {Facts} facts
 * @returns {SaveKind}
 */
function kindInLms({ failing, keeps, offline, damaged, whole, privately, saved }) {
  if (failing || offline) return keeps ? (failing ? "failed" : "offline") : "failed-memory";
  if (damaged) return "damaged";
  if (!whole) return "lms-partly";
  if (!keeps && privately) return "lms-memory";
  return saved ? "lms" : "nothing-yet-lms";
}
