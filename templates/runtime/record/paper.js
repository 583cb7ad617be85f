/**
 * A document as values, before it is Word, text or paper: what one may hand to a supervisor.
 *
 * @typedef {object} Heading
 * @property {"heading"} kind
 * @property {1 | 2} level 1 for a part, 2 for a question in it
 * @property {Said | Said[]} words
 *
 * @typedef {object} Words
 * @property {"words"} kind
 * @property {Said | Said[]} words a line break is a new paragraph; what is in several languages has none
 * @property {boolean} [quiet] true for what the course says, not the learner
 *
 * @typedef {object} Table
 * @property {"table"} kind
 * @property {string[]} head
 * @property {(Said | Said[])[][]} rows each as long as the head
 *
 * @typedef {Heading | Words | Table} Block
 *
 * @typedef {string | {words: string, language: string}} Said words, with the BCP 47 tag of their language where that is
 *   another than the document's; an empty tag is the document's
 *
 * @typedef {object} Paper
 * @property {string} title
 * @property {string} language BCP 47 tag
 * @property {Block[]} blocks
 */

/**
 * @param {Said | Said[]} said
 * @returns {(Said | Said[])[]} its paragraphs: no empty ones, nothing lost of the others
 */
export function paragraphs(said) {
  if (Array.isArray(said)) return [said];
  const lines = wordsOf(said).split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return lines.map((words) => ({ words, language: languageOf(said) }));
}

/** @type {(said: Said | Said[]) => string} */
export const wordsOf = (said) => [said].flat().map((part) => (typeof part === "string" ? part : part.words)).join("");

/** @type {(said: Said) => string} BCP 47 tag, "" for that of the document */
export const languageOf = (said) => (typeof said === "string" ? "" : said.language);
