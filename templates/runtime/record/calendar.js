import { unmarked } from "../missing-words.js";

/**
 * A day to be reminded of.
 *
 * @typedef {object} Day
 * @property {string} id stays the same when the learner changes the day or the words, so that a calendar changes its entry
 * @property {string} date ISO 8601, `2027-03-01`
 * @property {string} words
 * @property {string} about what it belongs to
 */

/**
 * Days as an iCalendar file (RFC 5545), each lasting all day, with a reminder at nine in the morning.
 * @param {readonly Day[]} days those without a whole date are left out
 * @param {Date} now
 * @returns {string} lines end with CR LF, and none is longer than 75 octets (3.1)
 */
export function calendar(days, now) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const events = days.filter(({ date }) => isDate(date)).flatMap((day) => eventLines(day, stamp));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Satchel//Record of learning//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {string} text
 * @returns {boolean} whether it is a day of the calendar
 */
export function isDate(text) {
  // JSON has no invalid dates; another day than was written is none of this month.
  return /^\d{4}-\d\d-\d\d$/.test(text) && !!new Date(text).toJSON()?.startsWith(text);
}

/**
 * @param {Day} day
 * @param {string} stamp
 */
function eventLines({ id, date, words, about }, stamp) {
  const alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(words)}`, "TRIGGER:PT9H", "END:VALARM"];
  return [
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
    `SUMMARY:${escaped(words)}`,
    `DESCRIPTION:${escaped(about)}`,
    "TRANSP:TRANSPARENT",
    ...alarm,
    "END:VEVENT",
  ];
}

/** @type {(words: string) => string} TEXT of RFC 5545, 3.3.11 */
const escaped = (words) =>
  unmarked(words)
    .trim()
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n");

/** @type {(line: string) => string} in pieces of at most 75 octets: a character has four at most, and is never cut */
const folded = (line) =>
  new TextEncoder().encode(line).length > 75 ? (line.match(/.{1,18}/gu) ?? []).join("\r\n ") : line;
