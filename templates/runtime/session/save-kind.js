/** @typedef {import("../ownership/ownership.js").OwnershipState} OwnershipState */
/** @typedef {import("./connection.js").ConnectionState} ConnectionState */
/** @typedef {import("./save-state.js").SaveState} SaveState */
/** @typedef {import("./work.js").Keeping} Keeping */

/**
 * Where the work is saved, as the learner is to be told.
 *
 * @typedef {"connecting" | "nothing-yet-device" | "device" | "no-lms" | "memory" | "nothing-yet-lms" | "lms"
 *   | "lms-memory" | "lms-partly" | "lms-partly-memory" | "lms-unscored" | "failed" | "failed-memory" | "offline" | "damaged" | "review" | "ended" | "gone" | "left"
 *   | "after" | "elsewhere" | "shared"} SaveKind
 *
 * The LMS will very likely take nothing more in this window.
 *
 * @typedef {"ended" | "gone" | "failed"} Trouble
 *
 * @typedef {object} SaveStatus
 * @property {SaveKind} kind
 * @property {Date | null} at when it was last saved there
 * @property {"" | "elsewhere" | "earlier" | "unclaimed" | "looking" | "damaged" | "damaged-unkept" | Trouble} asks what the learner is to decide: which of two windows
 *   goes on, whether to go on with the work of an earlier attempt, or with what was done without an LMS; or to know: that all
 *   is only looked at, that what the LMS gave back was damaged
 * @property {Date | null} askedOf when the work that she is to decide about was last changed, where that is known
 * @property {boolean} leaves whether there is a session with an LMS that she can end
 *
 * How everything stands that the words depend on.
 *
 * @typedef {object} Standing
 * @property {ConnectionState} connection
 * @property {OwnershipState} ownership
 * @property {SaveState} saving
 * @property {Keeping} keeping
 * @property {"private" | "travelling"} words whether the course asks for words which only this device can keep
 * @property {boolean} risky something would be lost with the page
 */

/** Tries in vain after which the LMS is not expected back in this window: half a minute. */
const IN_VAIN = 4;

/**
 * @param {Standing} standing
 * @returns {Pick<SaveStatus, "kind" | "at"> & {trouble: Trouble | ""}}
 */
export function statusOf(standing) {
  const { due, held } = standing.saving;
  const kind = kindOf(standing);
  const isLost = kind === "ended" || kind === "gone" || (kind === "failed" && due.kind === "failing" && due.times >= IN_VAIN);
  return { kind, at: "at" in held ? held.at : null, trouble: isLost ? kind : "" };
}

/**
 * @param {Standing} standing
 * @returns {SaveKind}
 */
function kindOf(standing) {
  const { connection, ownership } = standing;
  if (connection.kind === "searching") return "connecting";
  if (ownership.kind === "elsewhere") return "elsewhere";
  switch (connection.kind) {
    case "review":
      return "review";
    case "found":
    case "open":
    case "offline":
      return kindInLms(standing);
    case "over":
      return kindAfter(connection.end, standing);
    case "device":
    case "no-lms":
      return kindOnDevice(standing, connection.kind === "no-lms" ? "no-lms" : standing.saving.held.kind === "nothing" ? "nothing-yet-device" : "device");
  }
}

/** What is said when nothing is wrong with what is kept. */
const IN_LMS = /** @type {const} */ ({ nothing: "nothing-yet-lms", all: "lms", unscored: "lms-unscored" });

/**
 * @param {Standing} standing
 * @returns {SaveKind}
 */
function kindInLms({ connection, saving: { due, held }, keeping, words }) {
  const kept = keeping === "device" || keeping === "tab";
  if (due.kind === "failing") return kept ? "failed" : "failed-memory";
  if (connection.kind === "offline") return kept ? "offline" : "failed-memory";
  switch (held.kind) {
    case "damaged":
      return "damaged";
    case "part":
      return kept ? "lms-partly" : "lms-partly-memory";
    case "nothing":
    case "all":
    case "unscored":
      if (!kept && words === "private") return "lms-memory";
      return IN_LMS[held.kind];
  }
}

/**
 * @param {"ended" | "gone" | "left" | "after"} end
 * @param {Standing} standing
 * @returns {SaveKind}
 */
function kindAfter(end, standing) {
  if (end === "left") return standing.risky ? "lms-memory" : "left";
  return kindOnDevice(standing, end);
}

/**
 * @param {Standing} standing
 * @param {SaveKind} otherwise what is said when the device keeps everything for good
 * @returns {SaveKind}
 */
function kindOnDevice({ keeping }, otherwise) {
  switch (keeping) {
    case "unknown":
    case "nothing":
      return "memory";
    case "tab":
      return "shared";
    case "device":
      return otherwise;
  }
}
