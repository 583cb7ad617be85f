/** @typedef {import("../device/clock.js").Clock} Clock */
/** @typedef {import("../device/clock.js").Stopwatch} Stopwatch */
/** @typedef {import("../device/journal.js").Journal} Journal */
/** @typedef {import("../lms/keeper.js").Keeper} Keeper */
/** @typedef {import("../learner/progress.js").Summary} Summary */
/** @typedef {import("../ownership/turn.js").Heard} Heard */
/** @typedef {import("../ownership/turn.js").Turn} Turn */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../state/suspend-data/ladder.js").Encoded} Encoded */
/** @typedef {import("./save-kind.js").SaveStatus} SaveStatus */

/**
 * @typedef {object} Memory what was remembered when the course was opened
 * @property {Snapshot} snapshot
 * @property {string} location id of a module, as the LMS keeps it
 * @property {boolean} launched true when an LMS has opened the course: the learner expects to be where she was
 * @property {number | null} passMark percent that the LMS asks for
 *
 * @typedef {object} Room what the LMS can hold of the learner's words
 * @property {number | null} left characters; null before the first save
 * @property {readonly string[]} without ids of the reflections that it has no room for
 * @property {number} reports characters of one that a tutor can be shown
 *
 * @typedef {object} Ports what a session needs from outside
 * @property {() => Keeper | null} connect looks for the LMS, once
 * @property {Keeper} standby keeps the record when there is none
 * @property {boolean} patient whether an LMS is worth waiting for
 * @property {boolean} alone true when no other window is near, where an LMS could be
 * @property {(learner: string) => Journal} journalOf
 * @property {(key: string, heard: Heard) => Turn} turnOf
 * @property {(then: (there: boolean) => void, urgent?: boolean) => void} reach whether the server answers
 * @property {(snapshot: Snapshot, limit: number) => Encoded | null} encode
 * @property {(text: string) => Snapshot | null} decode
 * @property {(text: string) => Snapshot | null} [salvage] what can be read for certain of a state that is not sound
 * @property {(snapshot: Snapshot) => Summary} summarise
 * @property {(learner: string) => number} [seedFor] what a learner's own order is made from; only where something is mixed
 * @property {readonly string[]} items ids of all questions and reflections
 * @property {readonly import("../lms/keeper.js").Asked[]} [asked] those that an LMS can be told of, in the order of the course
 * @property {boolean} reflections whether there are words to be kept, which only this device can do
 * @property {Clock} clock
 * @property {Stopwatch} stopwatch
 * @property {(memory: Memory) => void} late more is remembered than was known when the page started
 * @property {() => void} anew loads the page anew, with nothing of what it knows
 * @property {() => void} leave the page is to write down whatever is being typed
 * @property {(status: SaveStatus) => void} told
 */

export {};
