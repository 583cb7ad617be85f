const DIGIT = /\p{Nd}/gu;

/** @type {(text: string) => string} the same with figures from 0 to 9, of whatever script they were */
export const westernDigits = (text) => text.replace(DIGIT, westernDigit);

/** @type {(digit: string) => string} the figures of a script follow each other from nought */
function westernDigit(digit) {
  const code = digit.codePointAt(0) ?? 0;
  let nought = code;
  while (String.fromCodePoint(nought - 1).match(DIGIT)) nought -= 1;
  return String((code - nought) % 10);
}
