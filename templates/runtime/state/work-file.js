import { crc32 } from "./crc32.js";
import { parse, textIn } from "./fields.js";
import { readJournal, writeJournal } from "./journal-text.js";

/** @typedef {import("./snapshot.js").Snapshot} Snapshot */

const FORMAT = "satchel-work";
const VERSION = 1;
/** Characters of a file that is looked into: the work of a course of 2,000 questions has a tenth of that. */
export const LARGEST = 10_000_000;
/** Characters of a title that the page repeats. */
const LONGEST_TITLE = 200;

/**
 * All that a learner has done in a course, as text to carry to another copy of it: JSON with the course, the time and
 * a checksum, and nothing that names the learner.
 *
 * @typedef {object} Work
 * @property {string} course id
 * @property {string} title of the course
 * @property {Date | null} saved
 * @property {Snapshot} snapshot
 *
 * @typedef {"not-work" | "newer" | "damaged" | "other-course"} Fault
 */

/**
 * @param {Work} work
 * @returns {string}
 */
export function writeWork({ course, title, saved, snapshot }) {
  const work = JSON.parse(writeJournal(snapshot));
  const head = { format: FORMAT, version: VERSION, course, title, saved: saved?.toISOString() ?? "" };
  return `${JSON.stringify({ ...head, checksum: checksum(work), work }, null, 1)}\n`;
}

/**
 * @param {string} text anything at all; never throws
 * @param {string} course id of the course that it is to be loaded into
 * @returns {{work: Work} | {fault: Fault, title: string}}
 */
export function readWork(text, course) {
  const raw = text.length > LARGEST ? {} : parse(text.replace(/^\uFEFF/, ""));
  const title = textIn(raw["title"]).slice(0, LONGEST_TITLE);
  try {
    return read(raw, title, course);
  } catch {
    // Lists in lists, deeper than the browser can count.
    return { fault: "damaged", title };
  }
}

/**
 * @param {Record<string, unknown>} raw
 * @param {string} title
 * @param {string} course
 * @returns {{work: Work} | {fault: Fault, title: string}}
 */
function read(raw, title, course) {
  if (raw["format"] !== FORMAT) return { fault: "not-work", title };
  if (raw["version"] !== VERSION) return { fault: "newer", title };
  const snapshot = readJournal(JSON.stringify(raw["work"] ?? null));
  if (snapshot === null || raw["checksum"] !== checksum(raw["work"])) return { fault: "damaged", title };
  if (raw["course"] !== course) return { fault: "other-course", title };
  const saved = new Date(String(raw["saved"]));
  return { work: { course, title, saved: Number.isNaN(saved.getTime()) ? null : saved, snapshot } };
}

/**
 * Over the text of the work without spaces, so that a file whose line ends were changed is still whole.
 * @param {unknown} work
 * @returns {string}
 */
function checksum(work) {
  return crc32(encodeURIComponent(wellFormed(JSON.stringify(work)))).toString(16).padStart(8, "0");
}

/** Half a pair of surrogates cannot be percent-encoded. */
const wellFormed = (/** @type {string} */ text) => text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "?");
