/** @typedef {import("../learner/standing.js").Standing} Standing */
/** @typedef {import("../learner/progress.js").Summary} Summary */
/** @typedef {import("../state/suspend-data/ladder.js").Encoded} Encoded */

/**
 * One checked question, to be recorded as an interaction.
 *
 * @typedef {object} Note
 * @property {string} item
 * @property {string} [module] id of the module that it stands in
 * @property {{scorm12: string, scorm2004: string}} types what such an interaction is called in each edition
 * @property {readonly string[]} choices ids of all options, in the order that gives them letters; of a scale, lowest first
 * @property {readonly string[]} [targets] ids of all partners that can be matched with them
 * @property {readonly string[]} response ids, pairs `choice.target`, words of gaps, or one decimal
 * @property {readonly string[]} correct the same, none when nothing is right or wrong; of a number three for each range: an example, the lowest and the highest
 * @property {boolean} right
 * @property {number} seconds how long it took
 * @property {Date} at
 * @property {string} description the question, never the answer
 * @property {number} [weight] how many times it counts, when not once
 * @property {string} [language] BCP 47 tag of its words
 *
 * What can be reported, and what it is called; `words`: those of its options, where they are to be reported.
 *
 * @typedef {{id: string, types: Note["types"], words?: Record<string, string> | undefined}} Asked
 *
 * What a keeper remembers of the learner when the course is opened. None of it can be trusted.
 *
 * @typedef {object} Remembered
 * @property {"normal" | "review" | "browse"} mode
 * @property {string} credit "" where there is no LMS
 * @property {string} entry
 * @property {Standing} standing
 * @property {string} data suspend data
 * @property {string} location
 * @property {string} learner
 * @property {number} score percent, -1 for none
 * @property {number | null} passMark percent
 * @property {boolean | null} captions whether this learner wants captions; null when she has not said
 *
 * @typedef {object} Entry
 * @property {(limit: number) => Encoded | null} encode the state in so many characters
 * @property {string} location
 * @property {Summary} summary
 * @property {number} seconds of this session
 * @property {boolean} captions
 *
 * @typedef {object} Saved
 * @property {import("./errors.js").Outcome} outcome
 * @property {boolean} whole false when some of the state had to be left out
 * @property {boolean} [unscored] true when the LMS will not have the score, or that she is done
 *
 * Whoever keeps the record: an LMS of some kind, or nobody but the device. A session knows no more of it than this.
 *
 * @typedef {object} Keeper
 * @property {"lms" | "device" | "no-lms"} place
 * @property {() => Remembered} remembered
 * @property {(data: string) => void} cut suspend data came back shorter than it was: no more than that is held
 * @property {(indexes: Map<string, number>, items: readonly string[], asked?: readonly Asked[]) => void} recall places of
 *   interactions recorded before, by item; all items of the course; those that can be reported, in their order
 * @property {number} reports characters of a reflection that a tutor can be shown; 0 when nobody can
 * @property {(standing: Standing) => import("./errors.js").Outcome} begin the first words of a session
 * @property {(note: Note) => number} note place of the interaction, -1 when it was not recorded
 * @property {(entry: Entry) => Saved} save
 * @property {(chosen?: string) => string} [language] that the learner prefers; with `chosen`, from now on
 * @property {(budget: number, ticks: () => number, act: () => void) => void} within does all of it, or as much as there is time for
 *   in so many milliseconds, one call to the LMS at least; what is done again goes on from there
 * @property {() => void} forget what was taken may have been lost: all of it is to be set again
 * @property {() => boolean} revive true when a session that was lost is open again
 * @property {(leaves: boolean) => void} end `leaves`: the learner has asked for it, and comes back another day
 */

export {};
