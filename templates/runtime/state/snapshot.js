import { emptyPortfolio } from "./portfolio.js";

/**
 * What a learner has done so far, keyed by the ids of the course.
 *
 * @typedef {"unanswered" | "answered" | "correct" | "partly-correct" | "incorrect"} ItemState
 *
 * @typedef {object} ItemRecord
 * @property {ItemState} state result of the last check; `answered` for a reflection with words in it
 * @property {string[]} response as last checked: ids of the options chosen, or in order; pairs; words of gaps
 * @property {string[] | null} draft options or words changed since the last check
 * @property {number} attempts how often it was checked
 * @property {number} index place of its interaction in the LMS, -1 for none
 * @property {number} [drafted] what the words of the draft's options were, where their ids do not say them
 * @property {number} basis what the state rests on: a short number for what was right then, and for the words of the
 *   options that were chosen (`question/basis.js`); 0 when it is not known,
 *   `OUTDATED` when the question has changed since
 * @property {number} credit percent that a partly right answer is worth, in a course where parts count; else 0
 * @property {string} text words of a reflection; on the device only, unless the author chose otherwise
 * @property {true} [joined] the words are two versions, one below the other, and nobody has looked at them since
 * @property {number} [sent] hash of the words that this device and the LMS last had in common, 1 for none; not there where the
 *   words were written for the device alone: the LMS gets none of them, and none while it is 0: they were written where no LMS
 *   was found; on the device only
 * @property {string} [lms] words that the LMS has, beside which stand some that were written for the device alone; made anew at each launch
 * @property {import("../lms/keeper.js").Note} [note] what the LMS is told of the last answer; on the device only
 * @property {true} [noted] the LMS has taken that; on the device only
 *
 * @typedef {object} Preferences
 * @property {boolean} captions
 * @property {number} speed
 * @property {Record<string, string>} [look] of captions: size, colour, place and language, as chosen from the lists
 * @property {string} [language] that she has chosen, of those of the course: a BCP 47 tag
 * @property {number} [reading] how the page is to look (`reading.js`); 0 as it was; none where nobody has chosen
 *
 * @typedef {object} Dormant what an earlier version of the course left and this one does not know: kept as it came
 * @property {PackedModule[]} modules
 * @property {PackedItem[]} items
 * @property {PackedFilm[]} films
 * @property {PackedProse[]} [prose]
 *
 * @typedef {object} Taken what tells a saved state from every other one, and a part of it from the whole
 * @property {string} head its beginning, with the checksum
 * @property {number} length
 *
 * @typedef {object} Snapshot
 * @property {number} counter how many saves there have been: tells which of two states is the newer
 * @property {string} current id of the module last opened, or ""
 * @property {Map<string, "started" | "done">} modules modules opened
 * @property {Map<string, ItemRecord>} items
 * @property {Map<string, number>} films seconds reached; the film played last is the last. Beside each (`seenOf`) which
 *   parts of it were watched: a bit for each, times `FILM_STEP`, so that older versions keep it as they keep seconds; 0 for none
 * @property {boolean} completed once true, true for ever
 * @property {boolean} passed once true, true for ever
 * @property {number} score best percent so far, -1 for none
 * @property {number} seed what the learner's own order and questions are made from, 1 to `LARGEST_SEED`; 0 when it is not known
 * @property {Preferences} preferences on the device only, but `reading`
 * @property {import("./portfolio.js").Portfolio} portfolio the record of learning; on the device only
 * @property {Dormant} dormant
 * @property {Taken} [taken] the state that the LMS took last from this device; on the device only
 *
 * The same with short numbers for ids, ready to be written:
 *
 * @typedef {object} PackedModule
 * @property {number} key
 * @property {boolean} done
 *
 * @typedef {object} PackedItem
 * @property {number} key
 * @property {ItemState} state
 * @property {number[]} choices
 * @property {string[]} [texts] what was written into gaps
 * @property {number} [basis]
 * @property {number} [credit]
 * @property {number} attempts
 * @property {boolean} [limited] whether the attempts are numbered, so that they may not be forgotten; not written
 * @property {number} index
 *
 * @typedef {object} PackedProse words of a reflection that the author lets the LMS keep
 * @property {number} key
 * @property {string} text
 *
 * @typedef {object} PackedFilm
 * @property {number} key
 * @property {number} seconds
 *
 * @typedef {object} Packed
 * @property {number} fingerprint 16 bits of the content that the learner saw
 * @property {number} counter
 * @property {number} current key of a module, -1 for none
 * @property {boolean} completed
 * @property {boolean} passed
 * @property {number} score
 * @property {number} [seed]
 * @property {PackedModule[]} modules
 * @property {PackedItem[]} items
 * @property {PackedFilm[]} films the film played last is the first
 * @property {PackedProse[]} [prose]
 * @property {number} [reading] how the page is to look
 * @property {PackedItem[]} [drafts] answers that are chosen and not checked: options, texts and basis
 */

/** @type {readonly ItemState[]} */
export const ITEM_STATES = ["unanswered", "answered", "correct", "partly-correct", "incorrect"];

/** @returns {Snapshot} */
export function emptySnapshot() {
  return {
    counter: 0,
    current: "",
    modules: new Map(),
    items: new Map(),
    films: new Map(),
    completed: false,
    passed: false,
    score: -1,
    seed: 0,
    preferences: { captions: true, speed: 1 },
    portfolio: emptyPortfolio(),
    dormant: { modules: [], items: [], films: [] },
  };
}

/** @returns {ItemRecord} */
export function emptyRecord() {
  return { state: "unanswered", response: [], draft: null, attempts: 0, index: -1, basis: 0, credit: 0, text: "" };
}

/**
 * @param {ItemRecord} record
 * @returns {ItemRecord} the same, as if the LMS knew nothing of its words; whether they may go there stays
 */
export const notInCommon = (record) => (record.sent ? { ...record, sent: 1 } : record);
