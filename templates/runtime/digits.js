const DIGIT = /\p{Nd}/gu;

/** @type {(text: string) => string} the same with figures from 0 to 9, of whatever script they were */
export const westernDigits = (text) => text.replace(DIGIT, westernDigit);

/**
 * @type {(text: string) => string} also with letters and signs that some keyboards and files shape otherwise: as wide as
 * others or half as wide in East Asia, joined in Arabic, two in one sign
 */
export const evenDigits = (text) => westernDigits(text.replace(/[\u2103\ufb00-\ufdfb\ufe70-\ufefc\uff01-\uff9f]+/g, (shaped) => shaped.normalize("NFKC")));

/** @type {(digit: string) => string} the figures of a script follow each other from nought */
function westernDigit(digit) {
  const code = digit.codePointAt(0) ?? 0;
  let nought = code;
  while (String.fromCodePoint(nought - 1).match(DIGIT)) nought -= 1;
  return String((code - nought) % 10);
}
