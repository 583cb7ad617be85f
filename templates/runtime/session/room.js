/** @typedef {import("../state/suspend-data/ladder.js").Encoded} Encoded */
/** @typedef {import("./connection.js").Connection} Connection */
/** @typedef {import("./ports.js").Room} Room */
/** @typedef {import("./save-loop.js").SaveLoop} SaveLoop */
/** @typedef {import("./work.js").Work} Work */

/**
 * @param {Connection} connection
 * @param {Encoded | null} encoded what the LMS was last given
 * @returns {Room | null} null when there is no LMS, or none is known yet
 */
export function roomOf({ lms, state }, encoded) {
  if (!lms || state.kind === "over") return null;
  return { left: encoded?.room ?? null, without: encoded?.without ?? [], reports: lms.reports };
}

/**
 * @param {Work} work
 * @param {Connection} connection
 * @param {SaveLoop} saving
 * @returns {boolean} whether something would be lost with the page: the device keeps nothing, and the LMS not all
 */
export function isRisky({ live, keeping }, connection, { state: { due }, encoded }) {
  if (!live || keeping !== "nothing") return false;
  const room = roomOf(connection, encoded);
  if (due.kind === "failing" || (due.kind === "dirty" && !room)) return true;
  return [...live.items].some(([item, { text, sent }]) => text && (!sent || !room || room.without.includes(item)));
}
