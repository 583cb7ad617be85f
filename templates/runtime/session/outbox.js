/** @typedef {import("../lms/keeper.js").Note} Note */

/**
 * Questions that were checked, on their way to the LMS.
 *
 * @typedef {object} Outbox
 * @property {(note: Note) => void} put
 * @property {() => Iterable<Note>} waiting what the LMS has not taken
 * @property {(notes?: Iterable<Note>) => void} taken these, or all that wait
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
    taken(notes = waiting.values()) {
      for (const note of [...notes]) {
        unproved.set(note.item, note);
        if (waiting.get(note.item) === note) waiting.delete(note.item);
      }
    },
    arrived: () => unproved.clear(),
    recall: () => void (waiting = new Map([...unproved, ...waiting])),
  };
}
