import { COURSE_KEYS } from "../../contract.js";
import { encodePacked } from "./codec.js";

/** @typedef {import("../snapshot.js").Packed} Packed */

/**
 * Steps down when the state is longer than the LMS can hold: each leaves out a little more, none cuts anything in
 * two. Before answers are left out, those that nobody has checked stay on the device, and then words of reflections, the
 * longest first. The last but one keeps
 * how each question stands, and the attempts where they are numbered; the last one only which modules are done. The
 * builder counts the same (`builder/check/state_size/longest_state.py`).
 * @type {((packed: Packed) => Packed)[]}
 */
const STEPS = [
  (packed) => packed,
  ({ reading: _, ...packed }) => ({ ...packed, items: packed.items.map((item) => ({ ...item, attempts: item.limited ? item.attempts : 0 })) }),
  // The last film keeps its place and what was seen of it: alone, the place would count as all before it watched.
  (packed) => ({ ...packed, films: packed.films.filter(({ key }, at) => !at || key - COURSE_KEYS.narrow === packed.films[0]?.key) }),
  (packed) => ({ ...packed, items: packed.items.map((item) => ({ ...item, index: -1 })), drafts: [] }),
  (packed) => ({ ...packed, items: packed.items.map((item) => ({ ...item, texts: [] })) }),
  (packed) => ({ ...packed, items: packed.items.map((item) => ({ ...item, choices: [], basis: 0 })) }),
  (packed) => ({ ...packed, items: [] }),
];

/** From this step on the learner misses something when only the LMS remembers. */
const MISSED = 4;

/**
 * @typedef {object} Encoded
 * @property {string} text
 * @property {boolean} whole false when answers or words had to be left out
 * @property {readonly string[]} [without] ids of the reflections whose words had to be left out
 * @property {number} [room] characters that are left
 */

/**
 * @param {Packed} packed
 * @param {number} limit characters
 * @param {(key: number) => string | null} [idOf] of a reflection
 * @returns {Encoded | null} null when no form fits: then the bookmark and the status are all that an LMS can hold
 */
export function encodeWithin(packed, limit, idOf = () => null) {
  let left = packed;
  /** @type {string[]} */
  const without = [];
  for (const [step, reduce] of STEPS.entries()) {
    left = reduce(left);
    for (;;) {
      const text = encodePacked(left, step);
      const whole = step < MISSED && !without.length && (step < MISSED - 1 || !packed.drafts?.length);
      if (text.length <= limit) return { text, whole, without, room: limit - text.length };
      const [longest] = step === MISSED - 1 ? [...(left.prose ?? [])].sort((one, other) => other.text.length - one.text.length) : [];
      if (!longest) break;
      left = { ...left, prose: left.prose?.filter((entry) => entry !== longest) ?? [] };
      without.push(idOf(longest.key) ?? "");
    }
  }
  return null;
}
