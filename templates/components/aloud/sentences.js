import { languageOf } from "../../runtime/page/strings.js";
import { textsOf, UNSEEN } from "../search/passages.js";

/**
 * What is read in one breath: a sentence, or the part of one that is in one language.
 *
 * @typedef {object} Sentence
 * @property {Element} block the paragraph, heading or the like in which it stands
 * @property {string} language BCP 47 tag
 * @property {string} words
 * @property {() => Range} range where it stands
 */

const CLOSED = `${UNSEEN}, details:not([open]) > :not(summary)`;

/**
 * @param {Element} page
 * @returns {Sentence[]} all that can be seen on it now, in its order
 */
export function sentencesOf(page) {
  /** @type {{block: Element, language: string, start: number, texts: Text[]}[]} */
  const runs = [];
  /** @type {Map<Element, number>} */
  const passed = new Map();
  for (const { block, text } of textsOf(page)) {
    const language = languageOf(text.parentElement);
    const last = runs.at(-1);
    const start = passed.get(block) ?? 0;
    passed.set(block, start + text.data.length);
    if (last?.block === block && last.language === language) last.texts.push(text);
    else if (!block.closest(CLOSED) && block.getClientRects().length > 0) runs.push({ block, language, start, texts: [text] });
  }
  return runs.flatMap(({ texts, start, ...run }) => {
    const whole = texts.map(({ data }) => data).join("");
    return piecesOf(whole, run.language).flatMap(([from, to]) => {
      const words = whole.slice(from, to).replace(/\s+/g, " ").trim();
      return /[\p{L}\p{N}]/u.test(words) ? { ...run, words, range: () => rangeOf(run.block, start + from, start + to) } : [];
    });
  });
}

/**
 * @param {string} words
 * @param {string} language
 * @returns {[number, number][]} where each sentence begins and ends
 */
function piecesOf(words, language) {
  const { Segmenter } = Intl;
  // Firefox has had it since 125; before that a full stop is the end of a sentence.
  const starts = Segmenter
    ? [...new Segmenter(language || undefined, { granularity: "sentence" }).segment(words)].map(({ index }) => index)
    : [0, ...[...words.matchAll(/[.!?…]+[”"’)]*\s+/g)].map(({ 0: end, index }) => index + end.length)];
  return starts.map((start, place) => [start, starts[place + 1] ?? words.length]);
}

/**
 * The texts are looked for when they are needed: a highlight may have cut one since.
 * @param {Element} block
 * @param {number} from
 * @param {number} to
 * @returns {Range}
 */
function rangeOf(block, from, to) {
  const range = document.createRange();
  let passed = 0;
  for (const { block: own, text } of textsOf(block)) {
    if (own !== block) continue;
    const end = passed + text.data.length;
    if (from >= passed && from < end) range.setStart(text, from - passed);
    if (to > passed && to <= end) range.setEnd(text, to - passed);
    passed = end;
  }
  return range;
}
