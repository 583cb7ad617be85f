import { filled } from "./edition.js";
import { SCORM2004 } from "../contract.js";
import { pattern2004, response2004, result2004, tagOf } from "./response-2004.js";
import { timeinterval, timestamp } from "./time.js";

/** @typedef {import("./edition.js").Edition} Edition */
/** @typedef {import("./edition.js").Assignment} Assignment */
/** @typedef {import("../learner/standing.js").Standing} Standing */

const COMPLETION_STATUS = /** @type {const} */ (["incomplete", "completed"]);
const SUCCESS_STATUS = /** @type {const} */ (["passed", "failed"]);

/**
 * SCORM 2004, third and fourth edition (Run-Time Environment 4.2).
 * @type {Edition}
 */
export const scorm2004 = {
  api: {
    property: "API_1484_11",
    initialize: "Initialize",
    terminate: ["Terminate", "Finish"],
    get: "GetValue",
    set: "SetValue",
    commit: "Commit",
    lastError: "GetLastError",
  },
  limit: SCORM2004.stateLimit,
  longestReport: SCORM2004.longestText,
  mode: "cmi.mode",
  credit: "cmi.credit",
  entry: "cmi.entry",
  learner: "cmi.learner_id",
  captions: "cmi.learner_preference.audio_captioning",
  language: "cmi.learner_preference.language",
  location: "cmi.location",
  data: "cmi.suspend_data",
  exit: "cmi.exit",
  sessionTime: "cmi.session_time",
  // Players in a window of their own show an empty one else; `exitAll` would end the attempt, and with it what is kept.
  leave: [["adl.nav.request", "suspendAll"]],
  interactions: "cmi.interactions",
  types: "scorm2004",
  readableInteractions: true,
  duration: timeinterval,
  readStanding: (get) => standingOf(get, "cmi."),
  writeStanding: (standing, lifts) => standingAs("cmi.", standing, lifts),
  readScore: (get) => get("cmi.score.raw"),
  // Moodle grades by `raw` alone; `scaled` is what the standard compares with the passing score.
  writeScore: (percent) => [
    ["cmi.score.scaled", String(percent / 100)],
    ["cmi.score.raw", String(percent)],
    ["cmi.score.min", "0"],
    ["cmi.score.max", "100"],
  ],
  readPassMark: (get) => String(Number(get("cmi.scaled_passing_score").replace(",", ".")) * 100),
  writeMeasure: (measure) => [["cmi.progress_measure", hundredths(measure)]],
  readObjective: (get) => ({ standing: standingOf(get, ""), score: -1 }),
  writeObjective: ({ title, language, standing, measure }) => [
    ...standingAs("", standing),
    ["progress_measure", hundredths(measure)],
    ["description", description(title, language)],
  ],
  // `id` before all else, and `type` before the responses: 408 otherwise.
  interaction: (note, id, objective = "") => ({
    question: filled([
      ["id", id],
      ["type", note.types.scorm2004],
      ["objectives.0.id", objective],
      ["correct_responses.0.pattern", pattern2004(note)],
      ["weighting", note.weight ? String(note.weight) : ""],
      ["description", description(note.description, note.language)],
    ]),
    answer: [
      ["timestamp", timestamp(note.at)],
      answered(response2004(note, note.response)),
      ["result", result2004(note)],
      ["latency", timeinterval(note.seconds)],
    ],
  }),
};

/**
 * What she took back may not stay: where an LMS refuses that nothing is chosen, as many do, it gets a sign that is no option.
 * @type {(response: string) => Assignment}
 */
const answered = (response) => ["learner_response", response, response || "_"];

/** @type {(get: (element: string) => string, of: string) => Standing} */
const standingOf = (get, of) => ({
  completion: word(COMPLETION_STATUS, get(`${of}completion_status`)) ?? "none",
  success: word(SUCCESS_STATUS, get(`${of}success_status`)) ?? "unknown",
});

/** @type {(of: string, standing: Standing, lifts?: boolean) => Assignment[]} */
const standingAs = (of, { completion, success }, lifts = false) =>
  filled([
    [`${of}completion_status`, completion],
    [`${of}success_status`, success === "unknown" && !lifts ? "" : success],
  ]);

/** @type {(measure: number) => string} */
const hundredths = (measure) => String(Math.floor(measure * 100) / 100);

/**
 * @template {string} T
 * @param {readonly T[]} words
 * @param {string} text
 * @returns {T | undefined}
 */
function word(words, text) {
  return words.find((known) => known === text.trim().toLowerCase());
}

/**
 * localized_string_type of 250 characters: a line break is refused, and a brace at the start is taken for a language. Text
 * without a language is English by the standard, so English needs none, and no LMS shows its sign in front of the words.
 * @param {string} text
 * @param {string} [language] BCP 47 tag
 * @returns {string}
 */
function description(text, language = "") {
  const tag = tagOf(language);
  const sign = /^en\b/i.test(tag) ? "" : `{lang=${tag}}`;
  const words = text.replace(/\s+/g, " ").replace(/^[{\s]+/, "").slice(0, 250 - sign.length).replace(/[\uD800-\uDBFF]?\s*$/, "");
  return words && sign + words;
}
