/** Words as they are compared with an answer; the builder comes to the same (tests/contract/vectors.json). */

/** What cannot be seen: hints for line breaks, joiners, and hints for directions and for how an emoji is drawn. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]/g;

/**
 * Capitals, what cannot be seen, and the shapes of apostrophes, quotes and dashes do not count. Of spaces only those
 * count that stand between two letters or two digits: `£ 5` is `£5`, and `10.30am` is `10.30 am`.
 * @param {string} text
 * @returns {string}
 */
export function plainWords(text) {
  return text
    .replace(INVISIBLE, "")
    .replace(/[\u2018-\u201b\u02bb\u02bc\u05f3\u00b4`\u2032\u2039\u203a]/g, "'")
    .replace(/[\u201c-\u201e\u05f4\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u05be\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(.) (?=(.))/gu, (whole, before, after) => (isApart(before, after) ? whole : before))
    .toLowerCase() // first: the capital of ß has no capital
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, "i") // what the Turkish capital İ leaves
    .normalize("NFC"); // last: capitals may put letters apart that belong together
}

/** @type {(before: string, after: string) => boolean} whether a space parts two words, or two numbers */
const isApart = (before, after) =>
  [/[\p{L}\p{M}]/u, /\p{N}/u].some((kind) => kind.test(before) && kind.test(after));
