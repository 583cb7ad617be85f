import { textsOf } from "../search/passages.js";

/** @typedef {import("../../runtime/state/portfolio.js").Passage} Passage */

/** What no author wrote to be read, and what changes under the learner's hands. */
export const OUT = "[data-item], [data-film], [data-my-notes], .module__head, .module__needs";
/** Letters that are remembered on either side of a passage. */
const AROUND = 24;
/** So many of them must be the same before words of fewer than `LONG` letters are known: those stand in many places. */
const ENOUGH = 8;
const LONG = 20;

/**
 * The text of a module, letter by letter. White space, and the end of a paragraph, is one space.
 *
 * @typedef {object} Letters
 * @property {string} words
 * @property {Text[]} texts in which each letter stands
 * @property {number[]} places and where in it
 *
 * @typedef {[from: number, to: number]} Place
 */

/**
 * @param {Element} module
 * @returns {Letters}
 */
export function lettersOf(module) {
  /** @type {Letters} */
  const letters = { words: "", texts: [], places: [] };
  /** @type {string[]} */
  const all = [];
  /** @type {Element | undefined} */
  let last;
  const add = (/** @type {string} */ letter, /** @type {Text} */ text, /** @type {number} */ place) => {
    const sign = /\s/.test(letter) ? " " : letter;
    if (sign === " " && (all.at(-1) ?? " ") === " ") return;
    all.push(sign);
    letters.texts.push(text);
    letters.places.push(place);
  };
  for (const { block, text } of textsOf(module)) {
    if (text.parentElement?.closest(OUT)) continue;
    if (block !== last) add(" ", text, 0);
    last = block;
    for (let place = 0; place < text.data.length; place += 1) add(text.data.charAt(place), text, place);
  }
  return { ...letters, words: all.join("") };
}

/**
 * @param {Letters} letters
 * @param {Range} range
 * @returns {Place | null} the letters in it, without spaces at its ends
 */
export function placeIn({ words, texts, places }, range) {
  let [from, to] = [-1, -1];
  let [start, end] = [0, 0];
  texts.forEach((text, at) => {
    if (text !== texts[at - 1]) {
      const isIn = range.intersectsNode(text);
      start = text === range.startContainer ? range.startOffset : 0;
      end = !isIn ? 0 : text === range.endContainer ? range.endOffset : text.data.length;
    }
    const place = places[at] ?? 0;
    if (place < start || place >= end) return;
    if (from < 0) from = at;
    to = at + 1;
  });
  while (from < to && words[from] === " ") from += 1;
  while (from < to && words[to - 1] === " ") to -= 1;
  return from < to ? [from, to] : null;
}

/**
 * @param {Letters} letters
 * @param {Place} place
 * @returns {Pick<Passage, "words" | "before" | "after">}
 */
export const wordsAt = ({ words }, [from, to]) => ({
  words: words.slice(from, to),
  before: words.slice(Math.max(0, from - AROUND), from),
  after: words.slice(to, to + AROUND),
});

/**
 * Where a passage stands now: its words, and of several places that with the most around it that was there before.
 * @param {Letters} letters
 * @param {Passage} passage
 * @returns {Place | null} null when it is gone; never other words
 */
export function findPassage({ words: all }, { words, before, after }) {
  const enough = words.length < LONG ? Math.min(ENOUGH, before.length + after.length) : 0;
  /** @type {Place | null} */
  let found = null;
  let most = enough - 1;
  for (let from = words ? all.indexOf(words) : -1; from >= 0; from = all.indexOf(words, from + 1)) {
    const to = from + words.length;
    const same = alike(backward(before), backward(all.slice(Math.max(0, from - AROUND), from))) + alike(after, all.slice(to, to + AROUND));
    if (same > most) [found, most] = [[from, to], same];
  }
  return found;
}

/** @type {(words: string) => string} */
const backward = (words) => words.split("").reverse().join("");

/** @type {(one: string, other: string) => number} how many letters both begin with */
function alike(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}
