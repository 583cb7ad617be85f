import { filled } from "./edition.js";
import { SCORM12 } from "../contract.js";
import { pattern12, response12, result12, words12 } from "./response-12.js";
import { timeOfDay, timespan } from "./time.js";

/** @typedef {import("./edition.js").Edition} Edition */
/** @typedef {import("./edition.js").Assignment} Assignment */
/** @typedef {import("../learner/standing.js").Standing} Standing */

/** @type {Record<string, Standing>} */
const LESSON_STATUS = {
  passed: { completion: "completed", success: "passed" },
  completed: { completion: "completed", success: "unknown" },
  failed: { completion: "incomplete", success: "failed" },
  incomplete: { completion: "incomplete", success: "unknown" },
};

/**
 * SCORM 1.2 (Run-Time Environment 3.4).
 * @type {Edition}
 */
export const scorm12 = {
  api: {
    property: "API",
    initialize: "LMSInitialize",
    terminate: ["LMSFinish", "LMSTerminate"],
    get: "LMSGetValue",
    set: "LMSSetValue",
    commit: "LMSCommit",
    lastError: "LMSGetLastError",
  },
  // CMIString4096; many LMSs take more, and some cut what is longer without a word.
  limit: SCORM12.stateLimit,
  // CMIFeedback of a `fill-in`: there is no `long-fill-in`.
  longestReport: SCORM12.longestText,
  mode: "cmi.core.lesson_mode",
  credit: "cmi.core.credit",
  entry: "cmi.core.entry",
  learner: "cmi.core.student_id",
  captions: "cmi.student_preference.text",
  language: "cmi.student_preference.language",
  location: "cmi.core.lesson_location",
  data: "cmi.suspend_data",
  exit: "cmi.core.exit",
  sessionTime: "cmi.core.session_time",
  leave: [],
  interactions: "cmi.interactions",
  types: "scorm12",
  readableInteractions: false,
  duration: timespan,
  readStanding: (get) => standingOf(get("cmi.core.lesson_status")),
  writeStanding: (standing) => [["cmi.core.lesson_status", lessonStatus(standing)]],
  readScore: (get) => get("cmi.core.score.raw"),
  writeScore: (percent) => [
    ["cmi.core.score.raw", String(percent)],
    ["cmi.core.score.min", "0"],
    ["cmi.core.score.max", "100"],
  ],
  readPassMark: (get) => get("cmi.student_data.mastery_score"),
  writeMeasure: () => [],
  readObjective: (get) => ({ standing: standingOf(get("status")), score: Number(get("score.raw") || -1) }),
  writeObjective: ({ standing, score }) => filled([
    ["status", lessonStatus(standing)],
    ["score.raw", score < 0 ? "" : String(score)],
  ]),
  interaction: (note, id, objective = "", words) => ({
    question: filled([
      ["id", id],
      ["type", note.types.scorm12],
      ["objectives.0.id", objective],
      inWords("correct_responses.0.pattern", pattern12(note), note.correct, words),
      ...furtherPatterns(note),
      ["weighting", note.weight ? String(note.weight) : ""],
    ]),
    answer: [
      ["time", timeOfDay(note.at)],
      inWords("student_response", response12(note, note.response), note.response, words),
      ["result", result12(note)],
      ["latency", timespan(note.seconds)],
    ],
  }),
};

/**
 * An LMS that holds answers to the letters of the standard gets those.
 * @type {(field: string, code: string, given: readonly string[], words?: Record<string, string> | undefined) => Assignment}
 */
const inWords = (field, code, given, words) => (words && code !== "" ? [field, words12(given, words), code] : [field, code]);

/** @type {(note: import("./keeper.js").Note) => Assignment[]} of each further number that is right */
const furtherPatterns = ({ types, correct }) =>
  types.scorm12 === "numeric" ? correct.filter((_, at) => at > 0 && at % 3 === 0).map((value, at) => [`correct_responses.${at + 1}.pattern`, value]) : [];

/** @type {(status: string) => Standing} */
const standingOf = (status) => LESSON_STATUS[status.trim().toLowerCase()] ?? { completion: "none", success: "unknown" };

/**
 * @param {Standing} standing
 * @returns {string} one word for both; `not attempted` may not be set
 */
function lessonStatus({ completion, success }) {
  if (success === "failed") return success;
  // Of a module of which something is left to do, one word does not say that it is passed.
  return completion !== "completed" ? "incomplete" : success === "passed" ? success : completion;
}
