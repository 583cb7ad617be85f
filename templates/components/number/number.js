import { verdictOf } from "../choice/choice.js";
import { westernDigits } from "../../runtime/digits.js";
import { languageOf } from "../../runtime/page/strings.js";
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
  const language = languageOf(form).replaceAll("_", "-");
  const question = new Question(form, bench);
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const data = /** @type {HTMLDataElement[]} */ (question.answer.all("data"));
  const ranges = data.map((one) => {
    const { low = "", high = "" } = one.dataset;
    return [low, high];
  });
  const units = (input.dataset["units"] ?? "").split("|");
  const figuresOf = (/** @type {string} */ text) => withoutUnit(text, units);

  return question.runs({
    given: () => [input.value.trim()],
    fill([text = ""]) {
      input.value = text;
    },
    lacks([text = ""]) {
      const figures = figuresOf(text);
      if (figures && readNumbers(figures, language)[0]) return null;
      const key = !text ? "none" : figures === null ? "other-unit" : "not-a-number";
      return [strings.text(`number.${key}`), [input]];
    },
    judge: ([text = ""]) => scoreNumber(figuresOf(text) ?? "", ranges, language),
    note: (_, { told }) => ({ choices: [], response: [told], correct: data.flatMap(({ value }, at) => [value, ...(ranges[at] ?? [])]) }),
    feedback: (_, result) => ({ verdict: verdictOf(strings, result) }),
  });
}

/**
 * A number without its unit, when that is one that the question takes.
 * @param {string} text
 * @param {readonly string[]} units that may stand beside it; one empty name when the number stands alone
 * @returns {string | null} null when it has another unit
 */
export function withoutUnit(text, units) {
  // Behind Arabic figures a minus is seen in front of them.
  text = text.replace(/([٠-٬۰-۹]+)[\p{Pd}\u2212](?=\P{Nd}*$)/u, "-$1");
  const [, before = "", figures, after = ""] = /^([^\p{Nd}\p{Pd}.,+\u2212]*)(.*?\p{Nd}[.,]?)((?:\p{L}\^?\p{Nd}|\P{Nd})*)$/su.exec(text) ?? [];
  // Without a unit, what stands beside the number is looked at with it.
  if (units[0] === "" || figures === undefined) return text;
  const unit = nameOf(before + after);
  return !unit || units.map(nameOf).includes(unit) ? figures : null;
}

/** @type {(unit: string) => string} capitals count in short names: mg is not Mg */
function nameOf(unit) {
  const name = unit.normalize("NFKC").replace(/[\s.^\p{Cf}]/gu, "");
  return name.length > 3 ? name.toLowerCase() : name;
}

/**
 * What a learner may mean by a number, in the figures of any script. A comma may be the decimal point, and may also group
 * thousands, or lakhs as in 1,50,000; a point groups thousands only where the language has a decimal comma.
 * @param {string} text
 * @param {string} [language] of the question, BCP 47
 * @returns {string[]} decimals with a point; none when it is no number
 */
export function readNumbers(text, language = "") {
  const figures = westernDigits(text.normalize("NFKC")).replace(/[\s'\u2019\u066c\p{Cf}]/gu, "");
  const plain = figures.replace("\u066b", ".").replace("\u060c", ",").replace(/[\p{Pd}\u2212]/gu, "-").replace(/[%\u066a]$/, "");
  const found = [];
  if (/^[+-]?(\d+[.,]?\d*|[.,]\d+)$/.test(plain)) found.push(plain.replace(",", "."));
  if (/^[+-]?(\d{1,3}(,\d{3})+|\d{1,2}(,\d\d)+,\d{3})(\.\d+)?$/.test(plain)) found.push(plain.replaceAll(",", ""));
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) && hasDecimalComma(language)) found.push(plain.replaceAll(".", "").replace(",", "."));
  return found.map(decimal);
}

/** @type {(language: string) => boolean} */
function hasDecimalComma(language) {
  const [locale] = language ? Intl.NumberFormat.supportedLocalesOf([language]) : [];
  return locale !== undefined && new Intl.NumberFormat(locale).format(0.5).includes(",");
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
 * @param {string} text as the learner wrote it, without a unit
 * @param {readonly (readonly string[])[]} ranges the lowest and the highest number that is right, both right themselves;
 *   "" where there is none
 * @param {string} [language] of the question, BCP 47
 * @returns {import("../../runtime/question/scoring.js").Result & {told: string}} `told`: the number that was understood
 */
export function scoreNumber(text, ranges, language = "") {
  const numbers = readNumbers(text, language);
  const fits = numbers.find((number) =>
    ranges.some(([low, high]) => (!low || Number(number) >= Number(low)) && (!high || Number(number) <= Number(high))));
  return { ...resultOf(fits === undefined ? 0 : 1, 1, 0), told: fits ?? numbers[0] ?? "" };
}
