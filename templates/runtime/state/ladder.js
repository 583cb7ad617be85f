import { encodePacked } from "./codec.js";

/** @typedef {import("./snapshot.js").Packed} Packed */

/**
 * Steps down when the state is longer than the LMS can hold: each leaves out a little more, none cuts anything in
 * two. The last but one keeps how each question stands, and its attempts where they are numbered; the last one only
 * which modules are done. The builder counts the same (`builder/check/room.py`).
 * @type {((packed: Packed) => Packed)[]}
 */
const STEPS = [
  (packed) => packed,
  (packed) => ({ ...packed, items: packed.items.map((item) => ({ ...item, attempts: item.limited ? item.attempts : 0 })) }),
  (packed) => ({ ...packed, films: packed.films.slice(0, 1) }),
  (packed) => ({ ...packed, items: packed.items.map((item) => ({ ...item, index: -1 })) }),
  (packed) => ({ ...packed, items: packed.items.map((item) => ({ ...item, texts: [] })) }),
  (packed) => ({ ...packed, items: packed.items.map((item) => ({ ...item, choices: [], basis: 0 })) }),
  (packed) => ({ ...packed, items: [] }),
];

/** From this step on the learner misses something when only the LMS remembers. */
const MISSED = 4;

/**
 * @typedef {object} Encoded
 * @property {string} text
 * @property {boolean} whole false when answers had to be left out
 */

/**
 * @param {Packed} packed
 * @param {number} limit characters
 * @returns {Encoded | null} null when no form fits: then the bookmark and the status are all that an LMS can hold
 */
export function encodeWithin(packed, limit) {
  let left = packed;
  for (const [step, reduce] of STEPS.entries()) {
    left = reduce(left);
    const text = encodePacked(left, step);
    if (text.length <= limit) return { text, whole: step < MISSED };
  }
  return null;
}
