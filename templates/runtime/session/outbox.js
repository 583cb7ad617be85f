/** @typedef {import("../lms/keeper.js").Note} Note */

/**
 * Questions that were checked, on their way to the LMS.
 *
 * @typedef {object} Outbox
 * @property {(note: Note) => void} put
 * @property {() => Iterable<Note>} waiting what the LMS has not taken
 * @property {() => void} taken
 * @property {() => void} arrived the server has all of it
 * @property {() => void} recall it may never have arrived: all of it is said again
 */

/** @returns {Outbox} */
export function outbox() {
  /** @type {Map<string, Note>} by item; of one that was checked again the last answer goes out */
  let waiting = new Map();
  /** @type {Map<string, Note>} taken by the LMS, when it was not known whether it could reach its server */
  let unproved = new Map();

  return {
    put: (note) => void waiting.set(note.item, note),
    waiting: () => waiting.values(),
    taken() {
      unproved = new Map([...unproved, ...waiting]);
      waiting = new Map();
    },
    arrived: () => unproved.clear(),
    recall: () => void (waiting = new Map([...unproved, ...waiting])),
  };
}
