const DIGIT = /\p{Nd}/gu;

/** @type {(text: string) => string} the same with figures from 0 to 9, of whatever script they were */
export const westernDigits = (text) => text.replace(DIGIT, westernDigit);

/** @type {(text: string) => string} also with letters and signs as wide as others, which East Asian keyboards write wider */
export const evenDigits = (text) => westernDigits(text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));

/** @type {(digit: string) => string} the figures of a script follow each other from nought */
function westernDigit(digit) {
  const code = digit.codePointAt(0) ?? 0;
  let nought = code;
  while (String.fromCodePoint(nought - 1).match(DIGIT)) nought -= 1;
  return String((code - nought) % 10);
}
