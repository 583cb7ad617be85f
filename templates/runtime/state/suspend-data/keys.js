import { CHOICE_KEYS, COURSE_KEYS } from "../../contract.js";
import { hash32 } from "../hash.js";

/**
 * Short numbers that stand for ids in the saved state. An id has a narrow key (its hash) unless another id of the
 * same course has that one too; then both have a wide key. Keys depend on the ids alone, never on their order.
 *
 * @typedef {object} Keys
 * @property {(id: string) => number} keyOf
 * @property {(key: number) => string | null} idOf null for a key of no id, or of several
 */

/**
 * @param {Iterable<string>} ids
 * @param {number} narrow how many narrow keys there are, e.g. 65536
 * @param {number} wide how many wide keys there are
 * @returns {Keys}
 */
export function keysOf(ids, narrow, wide) {
  const unique = [...new Set(ids)];
  /** @type {Map<number, string | null>} */
  const byKey = new Map();
  for (const id of unique) {
    // Both keys are known for every id: a key may have been wide, or narrow, in an earlier version of the course.
    for (const key of [narrowKey(id, narrow), wideKey(id, narrow, wide)]) byKey.set(key, byKey.has(key) ? null : id);
  }
  return {
    keyOf(id) {
      const key = narrowKey(id, narrow);
      return byKey.get(key) === null ? wideKey(id, narrow, wide) : key;
    },
    idOf: (key) => byKey.get(key) ?? null,
  };
}

/** @type {(id: string, narrow: number) => number} */
const narrowKey = (id, narrow) => hash32(id) % narrow;

/** @type {(id: string, narrow: number, wide: number) => number} */
const wideKey = (id, narrow, wide) => narrow + (hash32(id, 1) % wide);

/**
 * Keys of modules, questions and films: 16 bits, or 32 after a collision.
 * @param {Iterable<string>} ids
 * @returns {Keys}
 */
export function courseKeys(ids) {
  return keysOf(ids, COURSE_KEYS.narrow, COURSE_KEYS.wide);
}

/**
 * Keys of the options of one question: two bytes at most, or four after a collision.
 * @param {Iterable<string>} ids
 * @returns {Keys}
 */
export function choiceKeys(ids) {
  return keysOf(ids, CHOICE_KEYS.narrow, CHOICE_KEYS.wide);
}

/** Behind the id of a film: under it stands which parts of the film were watched. */
const SEEN = "--seen";

/** @type {(film: string) => string} */
export const seenOf = (film) => film + SEEN;

/** @type {(id: string) => boolean} */
export const isSeen = (id) => id.endsWith(SEEN);

/**
 * Keys of films, and of what was watched of each: that of the film, and as many more as there are narrow ones. So the key of
 * a place in a film is what it has always been.
 * @param {readonly string[]} ids of films
 * @returns {Keys}
 */
export function filmKeys(ids) {
  const films = courseKeys(ids);
  return {
    keyOf: (id) => (isSeen(id) ? films.keyOf(id.slice(0, -SEEN.length)) + COURSE_KEYS.narrow : films.keyOf(id)),
    idOf(key) {
      const seen = films.idOf(key - COURSE_KEYS.narrow);
      return films.idOf(key) ?? (seen === null ? null : seenOf(seen));
    },
  };
}
