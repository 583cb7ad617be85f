import { languageOf, paragraphs, wordsOf } from "./paper.js";

/** @typedef {import("./paper.js").Block} Block */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./paper.js").Said} Said */

/**
 * A document as elements, for the printer.
 * @param {HTMLElement} sheet takes them, in place of what is in it
 * @param {Paper} paper
 */
export function showPaper(sheet, { title, blocks }) {
  sheet.replaceChildren(elementOf("h1", title), ...blocks.flatMap(elementsOf));
}

/**
 * @param {HTMLElement} part takes them, in place of what is in it
 * @param {readonly Block[]} blocks
 */
export function showBlocks(part, blocks) {
  part.replaceChildren(...blocks.flatMap(elementsOf));
}

/**
 * @param {Block} block
 * @returns {HTMLElement[]}
 */
function elementsOf(block) {
  if (block.kind === "words") return paragraphs(block.words).map((line) => Object.assign(elementOf("p", line), block.quiet && { className: "record__note" }));
  if (block.kind === "heading") return [elementOf(`h${block.level + 1}`, block.words)];
  const row = (/** @type {(Said | Said[])[]} */ cells, /** @type {string} */ tag) =>
    around("tr", ...cells.map((words) => Object.assign(elementOf(tag, words), tag === "th" && { scope: "col" })));
  const rows = block.rows.map((cells) => row(cells, "td"));
  return [around("table", around("thead", row(block.head, "th")), around("tbody", ...rows))];
}

/** @type {(tag: string, ...children: (Node | string)[]) => HTMLElement} */
function around(tag, ...children) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

/** @type {(tag: string, said: Said | Said[]) => HTMLElement} */
function elementOf(tag, said) {
  // What is in several languages is in as many elements; the direction is that of the words, whoever wrote them.
  if (Array.isArray(said)) return around(tag, ...said.map((part) => (languageOf(part) ? elementOf("span", part) : wordsOf(part))));
  const element = around(tag, wordsOf(said));
  if (wordsOf(said)) element.dir = "auto";
  if (languageOf(said)) element.lang = languageOf(said);
  return element;
}
