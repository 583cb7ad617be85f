import { unmarked } from "../missing-words.js";
import { paragraphs, wordsOf } from "./paper.js";

/** @typedef {import("./paper.js").Block} Block */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./paper.js").Said} Said */

/**
 * A document as plain text, for whatever cannot open a Word file and for copying.
 * @param {Paper} paper
 * @returns {string} lines end with a line feed; headings are underlined
 */
export function plainText({ title, blocks }) {
  return unmarked(`${[underlined(title, "="), ...blocks.map(blockText)].join("\n\n")}\n`);
}

/**
 * @param {Block} block
 * @returns {string}
 */
function blockText(block) {
  if (block.kind === "heading") return `\n${block.level === 1 ? underlined(wordsOf(block.words), "-") : wordsOf(block.words)}`;
  if (block.kind === "words") return paragraphs(block.words).map(wordsOf).join("\n\n");
  const named = (/** @type {(Said | Said[])[]} */ cells) =>
    cells.map(wordsOf).map((cell, column) => (column === 0 ? cell : `  ${block.head[column]}: ${cell}`)).join("\n");
  return block.rows.map(named).join("\n");
}

/** @type {(words: string, sign: string) => string} */
const underlined = (words, sign) => `${words}\n${sign.repeat(Math.min(72, words.length))}`;
