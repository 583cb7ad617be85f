/** @typedef {import("../../lms/keeper.js").Note} Note */
/** @typedef {import("../../state/snapshot.js").ItemRecord} ItemRecord */
/** @typedef {import("../../state/snapshot.js").Snapshot} Snapshot */

/**
 * Answers that are known here and that the LMS has no record of: given while it was away, in a launch without one, in an
 * attempt before or on another copy of the course. Each goes out with the time at which it was given.
 * @param {Snapshot} snapshot
 * @param {Snapshot | null} [lms] what the LMS gave back; without it, it is believed to hold what it has taken
 * @returns {Note[]} the oldest first
 */
export function unsentIn({ items }, lms = null) {
  const unsent = [...items].filter(([id, record]) => record.note && !isHeld(record, lms, id));
  const notes = unsent.flatMap(([, { note }]) => note ?? []);
  return notes.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * @param {ItemRecord} record
 * @param {Snapshot | null} lms
 * @param {string} id
 * @returns {boolean}
 */
function isHeld(record, lms, id) {
  if (record.index < 0) return false;
  if (lms === null) return record.noted === true;
  const there = lms.items.get(id);
  return there !== undefined && there.state !== "unanswered" && isSame(record, there);
}

/**
 * @param {ItemRecord} record
 * @param {ItemRecord} there as the LMS holds it: without attempts, and without options, where there was no room for
 *   them or where these are no more
 * @returns {boolean} whether both are of one answer
 */
function isSame({ text, attempts, response }, there) {
  if (text !== "" || there.text !== "") return text === there.text;
  if (there.attempts > 0 && there.attempts !== attempts) return false;
  let place = 0;
  for (const id of response) if (id === there.response[place]) place += 1;
  return place === there.response.length;
}

/**
 * The LMS has taken them, or is found not to have: the device remembers it.
 * @param {Snapshot} snapshot
 * @param {Iterable<Note>} notes
 * @param {boolean} taken
 * @returns {boolean} whether that is news
 */
export function rememberNoted({ items }, notes, taken) {
  let news = false;
  for (const note of notes) {
    const record = items.get(note.item);
    if (record?.note !== note || (record.noted === true) === taken || (taken && record.index < 0)) continue;
    news = true;
    if (taken) record.noted = true;
    else delete record.noted;
  }
  return news;
}
