/**
 * @typedef {object} Result
 * @property {"correct" | "partly-correct" | "incorrect"} state
 * @property {number} right options rightly chosen, or steps in their right place
 * @property {number} total options that should be chosen, or steps
 * @property {number} extra options chosen that should not be
 * @property {number} credit what it is worth where parts count: whole percent, 100 for all of it
 */

/**
 * @param {readonly string[]} chosen
 * @param {readonly string[]} correct
 * @returns {Result}
 */
export function scoreChoice(chosen, correct) {
  const right = correct.filter((id) => chosen.includes(id)).length;
  const extra = chosen.length - right;
  return resultOf(right, correct.length, extra);
}

/**
 * @param {readonly string[]} order as the learner put the steps
 * @param {readonly string[]} correct
 * @returns {Result}
 */
export function scoreOrder(order, correct) {
  const right = correct.filter((id, place) => order[place] === id).length;
  return resultOf(right, correct.length, 0);
}

/**
 * @param {readonly string[]} pairs `thing.partner`, one for each thing
 * @param {readonly string[]} correct
 * @returns {Result}
 */
export function scorePairs(pairs, correct) {
  return resultOf(correct.filter((pair) => pairs.includes(pair)).length, correct.length, 0);
}

/**
 * @param {readonly string[]} written for each gap
 * @param {readonly (readonly string[])[]} accepted for each gap
 * @returns {Result}
 */
export function scoreGaps(written, accepted) {
  const right = accepted.filter((answers, place) => {
    const words = plainWords(written[place] ?? "");
    return words !== "" && answers.some((answer) => plainWords(answer) === words);
  });
  return resultOf(right.length, accepted.length, 0);
}

/**
 * Words as they are compared: capitals, spaces, and the shapes of apostrophes, quotes and dashes do not count.
 * @param {string} text
 * @returns {string}
 */
function plainWords(text) {
  return text
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFC"); // last: capitals may put letters apart that belong together
}

/**
 * What a learner may mean by a number: a comma may be the decimal point, and may also group thousands.
 * @param {string} text
 * @returns {string[]} decimals with a point; none when it is no number
 */
export function readNumbers(text) {
  const plain = text.normalize("NFKC").replace(/[\s']/g, "").replace(/\u2212/g, "-").replace(/%$/, "");
  const found = [];
  if (/^[+-]?(\d+[.,]?\d*|[.,]\d+)$/.test(plain)) found.push(plain.replace(",", "."));
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) found.push(plain.replaceAll(",", ""));
  return found.map(decimal);
}

/**
 * @param {string} text digits, at most one point and a sign
 * @returns {string} `-0.5` for `-.50`
 */
function decimal(text) {
  const [, sign = "", whole = "", part = ""] = /^([+-]?)0*(\d*)\.?(\d*?)0*$/.exec(text) ?? [];
  const digits = `${whole || "0"}${part && `.${part}`}`;
  return sign === "-" && digits !== "0" ? `-${digits}` : digits;
}

/**
 * @param {string} text as the learner wrote it
 * @param {string} low
 * @param {string} high both are right themselves
 * @returns {Result & {told: string}} `told`: the number that was understood
 */
export function scoreNumber(text, low, high) {
  const numbers = readNumbers(text);
  const fits = numbers.find((number) => Number(number) >= Number(low) && Number(number) <= Number(high));
  return { ...resultOf(fits === undefined ? 0 : 1, 1, 0), told: fits ?? numbers[0] ?? "" };
}

/** @type {(right: number, total: number, extra: number) => Result} */
function resultOf(right, total, extra) {
  const whole = right === total && extra === 0;
  // Who ticks everything has known nothing: what is wrong is taken off what is right.
  const credit = Math.max(0, Math.floor((100 * (right - extra)) / total));
  return { state: whole ? "correct" : right > 0 ? "partly-correct" : "incorrect", right, total, extra, credit };
}

/**
 * @param {Pick<import("../state/snapshot.js").ItemRecord, "state" | "credit">} record
 * @returns {number} part of a question's points that an answer is worth, 0 to 1; a part of it only where one was kept
 */
export function worthOf({ state, credit }) {
  return state === "correct" ? 1 : state === "partly-correct" ? credit / 100 : 0;
}

/**
 * @param {number} correct points
 * @param {number} scored points that can be had
 * @returns {number} whole percent, rounded down: 79.6 is not a pass mark of 80
 */
export function percentRight(correct, scored) {
  // Hundredths are added up in binary: what is a whole percent may come to a hair less.
  return scored === 0 ? 0 : Math.floor((100 * correct) / scored + 1e-9);
}
