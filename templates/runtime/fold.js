import { westernDigits } from "./digits.js";

const MARKS = /[\p{M}\p{Cf}\u0640]/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Letters that a reader types as others, and no form of Unicode does: of an alphabet next door, or with a stroke. */
const AS = new Map("łl øo đd ıi ßss æae œoe یي ىي کك ةه ʼ' ’'".split(" ").map(([letter = "", ...typed]) => [letter, typed.join("")]));

/** @type {(words: string) => string} the same for capitals and small letters, wide and narrow ones, with and without accents or what nobody sees */
export function fold(words) {
  const small = words.toLowerCase();
  if (!BEYOND_ASCII.test(small)) return small;
  const plain = small.normalize("NFKD").replace(MARKS, "");
  return westernDigits([...plain].map((letter) => AS.get(letter) ?? letter).join(""));
}
