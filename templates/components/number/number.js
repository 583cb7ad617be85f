import { verdictOf } from "../choice/choice.js";
import { Question } from "../../runtime/question/question.js";
import { resultOf } from "../../runtime/question/scoring.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const number = { open, choices: () => null };

/**
 * A number to write, with a comma or a point.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(form, bench) {
  const { strings } = bench;
  const question = new Question(form, bench);
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const [data] = /** @type {HTMLDataElement[]} */ (question.answer.all("data"));
  const { value = "" } = data ?? {};
  const { low = "", high = "" } = data?.dataset ?? {};

  return question.runs({
    given: () => [input.value.trim()],
    fill([text = ""]) {
      input.value = text;
    },
    lacks([text = ""]) {
      if (readNumbers(text).length > 0) return null;
      return [strings.text(text === "" ? "number.none" : "number.not-a-number"), [input]];
    },
    judge: ([text = ""]) => scoreNumber(text, low, high),
    note: (_, { told }) => ({ choices: [], response: [told], correct: [value, low, high] }),
    feedback: (_, result) => ({ verdict: verdictOf(strings, result) }),
  });
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
 * @returns {import("../../runtime/question/scoring.js").Result & {told: string}} `told`: the number that was understood
 */
export function scoreNumber(text, low, high) {
  const numbers = readNumbers(text);
  const fits = numbers.find((number) => Number(number) >= Number(low) && Number(number) <= Number(high));
  return { ...resultOf(fits === undefined ? 0 : 1, 1, 0), told: fits ?? numbers[0] ?? "" };
}
