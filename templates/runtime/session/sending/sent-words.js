import { hash32 } from "../../state/hash.js";
import { notInCommon } from "../../state/snapshot.js";

/** @typedef {import("../../state/suspend-data/ladder.js").Encoded} Encoded */
/** @typedef {import("../../state/snapshot.js").Snapshot} Snapshot */

/**
 * What is written from now on goes on from what the LMS has.
 * @param {Snapshot} snapshot
 * @param {Snapshot | null} lms
 */
export function noteSent(snapshot, lms) {
  for (const [item, record] of snapshot.items) {
    const text = lms?.items.get(item)?.text;
    if (text && record.sent) record.sent = hash32(text);
    // Beside what was written for this device alone: the LMS keeps what it has.
    else if (text) record.lms = text;
  }
}

/**
 * @param {Snapshot | null} device
 * @returns {Snapshot | null} the same, as if nothing were known of what it and the LMS last had in common
 */
export const withoutSent = (device) => device && { ...device, items: new Map([...device.items].map(([id, record]) => [id, notInCommon(record)])) };

/**
 * The LMS has taken the words: of two texts that differ, the next launch can tell which one is the older.
 * @param {Snapshot} live
 * @param {Encoded | null} encoded what the LMS was given
 * @returns {boolean} whether that is news
 */
export function rememberSent(live, encoded) {
  let news = false;
  for (const [item, record] of live.items) {
    if (!record.sent || encoded?.without?.includes(item)) continue;
    const sent = hash32(record.text);
    news ||= record.sent !== sent;
    record.sent = sent;
  }
  return news;
}

/** Characters of a saved state that tell it from every other one: version, step and checksum. */
const HEAD = 10;

/**
 * The LMS has taken the state: the next launch can tell whether what comes back is the same, and whole.
 * @param {Snapshot} live
 * @param {Encoded | null} encoded
 * @returns {boolean} whether that is news
 */
export function rememberTaken(live, encoded) {
  if (encoded === null || encoded.text.startsWith(live.taken?.head ?? "-")) return false;
  live.taken = { head: encoded.text.slice(0, HEAD), length: encoded.text.length };
  return true;
}
