import { READING } from "../contract.js";

/** Three bits for each list: eight choices. */
const BITS = 3;
const LISTS = Object.entries(READING);

/**
 * How a learner has the page look, as one number, and back. A choice that this version does not know is left out.
 * @param {Record<string, string | undefined>} chosen by list
 * @returns {number}
 */
export function numberOf(chosen) {
  return LISTS.reduce((sum, [name, choices], place) => sum | (Math.max(0, choices.indexOf(chosen[name] ?? "")) << (place * BITS)), 0);
}

/**
 * @param {number} number
 * @returns {Record<string, string>} what was chosen in each list
 */
export function readingOf(number) {
  const choiceIn = (/** @type {readonly string[]} */ choices, /** @type {number} */ place) =>
    choices[(number >> (place * BITS)) & (2 ** BITS - 1)] ?? choices[0] ?? "";
  return Object.fromEntries(LISTS.map(([name, choices], place) => [name, choiceIn(choices, place)]));
}
