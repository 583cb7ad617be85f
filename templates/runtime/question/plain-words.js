/** Words as they are compared with an answer; the builder comes to the same (tests/contract/vectors.json). */

import { westernDigits } from "../digits.js";

/**
 * Capitals, what cannot be seen, and the shapes of apostrophes, quotes and dashes do not count. Of spaces only those
 * count that stand between two letters or two digits: `£ 5` is `£5`, and `10.30am` is `10.30 am`.
 * Letters that look like those of another keyboard (Urdu, Persian and Kurdish on an Arabic one, Romanian) are the same, and
 * so are the points and commas of Arabic figures.
 * @param {string} text
 * @returns {string}
 */
export function plainWords(text) {
  return westernDigits(text)
    // Letters and signs that keyboards and files shape otherwise, such as wide ones and two in one; no power and no fraction.
    .replace(/[^\u00a8-\u00be\u2033-\u2037\u2070-\u209f\u2150-\u218b]+/g, (shaped) => shaped.normalize("NFKC"))
    // Arabic tatweel, hints for line breaks, joiners, and hints for directions and for how an emoji is drawn.
    .replace(/[\p{Cf}\u0640\ufe0e\ufe0f]/gu, "")
    .replace(/[\u2018-\u201b\u2032\u2039\u203a\u02bb\u02bc\u05f3\u00b4`]/g, "'")
    .replace(/[\u201c-\u201e\u2033\u00ab\u00bb\u05f4]/g, '"')
    .replace(/[\p{Pd}\u2212\u30fc]/gu, "-") // and the long vowel of Japanese, for which many type a dash
    .replace(/\s+/g, " ")
    .replace(/[\p{L}\p{M}] (?=[\p{L}\p{M}])|\p{N} (?=\p{N})| /gu, (found) => (found[1] ? found : "")) // any other space goes, also at either end
    .toLowerCase() // first: the capital of ß has no capital
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, "i") // what the Turkish capital İ leaves
    .normalize("NFC") // not before: capitals may put letters apart that belong together
    .replace(/[یکہşţº٫٬]/g, (sign) => /** @type {string} */ ("يكهșț°.,"["یکہşţº٫٬".indexOf(sign)]))
    .replace(/เเ/g, "แ") // two letters that look as one
    .replace(/ৎ/g, "ত্"); // as it is typed without its key
}
