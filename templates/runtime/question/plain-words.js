/** Words as they are compared with an answer; the builder comes to the same (tests/contract/vectors.json). */

import { evenDigits } from "../digits.js";

/**
 * Capitals, what cannot be seen, and the shapes of apostrophes, quotes and dashes do not count. Of spaces only those
 * count that stand between two letters or two digits: `£ 5` is `£5`, and `10.30am` is `10.30 am`.
 * Letters that look like those of another keyboard (Urdu, Persian and Kurdish on an Arabic one, Romanian) are the same.
 * @param {string} text
 * @returns {string}
 */
export function plainWords(text) {
  return evenDigits(text)
    // Arabic tatweel, hints for line breaks, joiners, and hints for directions and for how an emoji is drawn.
    .replace(/[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]/g, "")
    .replace(/[\u2018-\u201b\u02bb\u02bc\u05f3\u00b4`\u2032\u2039\u203a]/g, "'")
    .replace(/[\u201c-\u201e\u05f4\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u05be\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/[\p{L}\p{M}] (?=[\p{L}\p{M}])|\p{N} (?=\p{N})| /gu, (found) => (found[1] ? found : "")) // any other space goes, also at either end
    .toLowerCase() // first: the capital of ß has no capital
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, "i") // what the Turkish capital İ leaves
    .normalize("NFC") // not before: capitals may put letters apart that belong together
    .replace(/ی/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/ہ/g, "ه")
    .replace(/ş/g, "ș")
    .replace(/ţ/g, "ț")
    .replace(/เเ/g, "แ"); // two letters that look as one
}
