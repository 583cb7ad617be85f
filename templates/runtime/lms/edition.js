/** @typedef {import("./keeper.js").Note} Note */
/** @typedef {import("../learner/standing.js").Standing} Standing */
/** @typedef {(element: string) => string} Get */
/** @typedef {[element: string, value: string, otherwise?: string]} Assignment `otherwise`: where the value is refused */

/**
 * One edition of SCORM: its element names, vocabularies and forms.
 *
 * @typedef {object} Edition
 * @property {import("./find-api.js").ApiNames} api
 * @property {number} limit characters of suspend data that every LMS must hold
 * @property {number} longestReport characters of a written answer
 * @property {string} mode
 * @property {string} credit
 * @property {string} entry
 * @property {string} learner
 * @property {string} captions -1: off, 0: as the course has it, 1: on
 * @property {string} language that the learner prefers
 * @property {string} location
 * @property {string} data
 * @property {string} exit
 * @property {string} sessionTime
 * @property {Assignment[]} leave what is set when the learner leaves by herself
 * @property {string} interactions
 * @property {"scorm12" | "scorm2004"} types its name for the types of interactions
 * @property {boolean} readableInteractions whether the id of an interaction can be read back
 * @property {(seconds: number) => string} duration
 * @property {(get: Get) => Standing} readStanding
 * @property {(standing: Standing, lifts?: boolean) => Assignment[]} writeStanding `lifts`: failed before, and no longer
 * @property {(get: Get) => string} readScore percent, or ""
 * @property {(percent: number) => Assignment[]} writeScore
 * @property {(get: Get) => string} readPassMark percent, or ""
 * @property {(measure: number) => Assignment[]} writeMeasure
 * @property {(get: Get) => {standing: Standing, score: number}} readObjective by the names of its fields
 * @property {(objective: import("../learner/progress.js").Objective) => Assignment[]} writeObjective
 * @property {(note: Note, id: string, objective?: string, words?: Record<string, string> | undefined) => {question: Assignment[], answer: Assignment[]}} interaction `question` is
 *   written once, `answer` at each attempt
 */

/** @type {(assignments: Assignment[]) => Assignment[]} those that say something */
export const filled = (assignments) => assignments.filter(([, value]) => value !== "");
