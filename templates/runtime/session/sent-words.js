import { hash32 } from "../state/hash.js";

/** @typedef {import("../state/ladder.js").Encoded} Encoded */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * What is written from now on goes on from what the LMS has.
 * @param {Snapshot} snapshot
 * @param {Snapshot | null} lms
 * @param {readonly string[]} travelling ids of the reflections whose words the LMS may keep
 */
export function noteSent(snapshot, lms, travelling) {
  for (const item of travelling) {
    const [record, there] = [snapshot.items.get(item), lms?.items.get(item)];
    if (record && there && there.text !== "") record.sent = hash32(there.text);
  }
}

/**
 * The LMS has taken the words: of two texts that differ, the next launch can tell which one is the older.
 * @param {import("./work.js").Work} work
 * @param {readonly string[]} travelling
 * @param {Encoded | null} encoded what the LMS was given
 */
export function rememberSent({ live, journal }, travelling, encoded) {
  let news = false;
  for (const item of travelling) {
    const record = live?.items.get(item);
    if (!record || encoded?.without?.includes(item)) continue;
    const sent = hash32(record.text);
    news ||= record.sent !== sent;
    record.sent = sent;
  }
  if (news && live) journal?.write(live);
}
