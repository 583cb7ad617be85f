/** @typedef {import("../../runtime/session/ports.js").Room} Room */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */

/** Characters of state that a word may take: 2.7 to 3.4 were measured in English, and other languages take more. */
const PER_WORD = 4;
/** With more room than this nobody need think of it. */
const PLENTY = 1000;

/**
 * @param {Room} room
 * @param {string} item
 * @param {string} text as it is now
 * @param {import("../../runtime/contract.js").Privacy} privacy
 * @param {Strings} strings
 * @returns {string} what there is to say of it, or ""
 */
export function roomWords(room, item, text, privacy, strings) {
  const said = [];
  if (isFull(room, item, privacy)) return "";
  const left = room.left === null ? PLENTY : Math.floor(room.left / PER_WORD);
  if (room.without.includes(item)) said.push(strings.text("reflect.no-room"));
  else if (left < PLENTY) said.push(strings.plural("reflect.room", round(left)));
  if (privacy === "report" && room.reports > 0 && text.length > room.reports) {
    said.push(strings.text("reflect.beginning", { count: room.reports }));
  }
  return said.join(" ");
}

/**
 * Tutors are shown the words though there is no room to keep them: who keeps them is said in one sentence then.
 * @param {Room} room
 * @param {string} item
 * @param {string} privacy
 */
const isFull = (room, item, privacy) => privacy === "report" && room.reports > 0 && room.without.includes(item);

/**
 * @param {Room | null} room
 * @param {string} item
 * @param {string} text as it is now
 * @param {string} privacy who keeps it
 * @param {Strings} strings
 * @returns {string} who keeps it, in a sentence
 */
export function keeperWords(room, item, text, privacy, strings) {
  if (!room || !isFull(room, item, privacy)) return strings.text(`reflect.privacy-${privacy}`);
  return text.length > room.reports ? strings.text("reflect.full-report-beginning", { count: room.reports }) : strings.text("reflect.full-report");
}

/** @type {(words: number) => number} an estimate looks like one */
const round = (words) => (words > 100 ? Math.floor(words / 50) * 50 : Math.floor(words / 10) * 10);
