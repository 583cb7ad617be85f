/**
 * A document as values, before it is Word, text or paper: what one may hand to a supervisor.
 *
 * @typedef {object} Heading
 * @property {"heading"} kind
 * @property {1 | 2} level 1 for a part, 2 for a question in it
 * @property {string} words
 * @property {string} [language] BCP 47 tag, when it is another than the document's
 *
 * @typedef {object} Words
 * @property {"words"} kind
 * @property {string} words a line break is a new paragraph
 * @property {boolean} [quiet] true for what the course says, not the learner
 *
 * @typedef {object} Table
 * @property {"table"} kind
 * @property {string[]} head
 * @property {string[][]} rows each as long as the head
 *
 * @typedef {Heading | Words | Table} Block
 *
 * @typedef {object} Paper
 * @property {string} title
 * @property {string} language BCP 47 tag
 * @property {Block[]} blocks
 */

/**
 * @param {string} words
 * @returns {string[]} its paragraphs: no empty ones, nothing lost of the others
 */
export function paragraphs(words) {
  return words.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
}
