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
  /** @type {{block: Element, language: string, texts: Text[]}[]} */
  const runs = [];
  for (const { block, text } of textsOf(page)) {
    const language = languageOf(text.parentElement);
    const last = runs.at(-1);
    if (last?.block === block && last.language === language) last.texts.push(text);
    else if (!block.closest(CLOSED) && block.getClientRects().length > 0) runs.push({ block, language, texts: [text] });
  }
  return runs.flatMap(({ texts, ...run }) => {
    const whole = texts.map(({ data }) => data).join("");
    return piecesOf(whole, run.language).flatMap(([from, to]) => {
      const words = whole.slice(from, to).replace(/\s+/g, " ").trim();
      return /[\p{L}\p{N}]/u.test(words) ? { ...run, words, range: () => rangeOf(texts, from, to) } : [];
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
 * @param {Text[]} texts
 * @param {number} from
 * @param {number} to
 * @returns {Range}
 */
function rangeOf(texts, from, to) {
  const range = document.createRange();
  let passed = 0;
  for (const text of texts) {
    const end = passed + text.data.length;
    if (from >= passed && from < end) range.setStart(text, from - passed);
    if (to > passed && to <= end) range.setEnd(text, to - passed);
    passed = end;
  }
  return range;
}
