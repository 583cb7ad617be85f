import { FIRST_BASIS, LAST_BASIS } from "../contract.js";

/** How many there are. */
const BASES = LAST_BASIS + 1 - FIRST_BASIS;

/**
 * What a verdict on an answer rests on: what is right in the question, and those words of the chosen options that their
 * ids do not say.
 * @param {HTMLElement} form
 * @param {readonly string[]} response
 * @returns {number} 2 to 16383; 0 when there is nothing of either
 */
export function basisOf({ dataset }, response) {
  return joined(Number(dataset["basis"] ?? 0), wordsOf(dataset, keysOf(response)));
}

/**
 * What an answer rests on that nobody has judged: words alone.
 * @param {HTMLElement} form
 * @param {readonly string[]} response
 * @returns {number}
 */
export function wordsBasisOf({ dataset }, response) {
  return joined(0, wordsOf(dataset, response.length > 0 ? [...keysOf(response), "*"] : []));
}

/**
 * @param {number} basis that was kept with an answer; 0 when it is not known
 * @param {HTMLElement} form
 * @param {readonly string[]} response
 * @returns {boolean} whether it still holds. Answers from before words were kept rest on what is right alone
 */
export function holds(basis, form, response) {
  const now = [0, Number(form.dataset["basis"]), basisOf(form, response), wordsBasisOf(form, response)];
  return now.includes(basis);
}

/** @type {(basis: number, words: number) => number} */
const joined = (basis, words) => (words === 0 ? basis : FIRST_BASIS + ((Math.max(0, basis - FIRST_BASIS) + words) % BASES));

/**
 * @param {DOMStringMap} dataset
 * @param {readonly string[]} keys
 * @returns {number} the numbers of the words of those options that have one, added up
 */
function wordsOf({ wording = "" }, keys) {
  const numbers = new Map(wording.split(" ").map((pair) => /** @type {[string, string]} */ (pair.split("="))));
  return keys.reduce((sum, key) => sum + Number(numbers.get(key) ?? 0), 0);
}

/** @type {(response: readonly string[]) => string[]} options by their ids; of a pair `thing.partner` both, the partner with its dot */
const keysOf = (response) =>
  response.flatMap((id) => {
    const dot = id.indexOf(".");
    return dot < 0 ? [id] : [id.slice(0, dot), id.slice(dot)];
  });
