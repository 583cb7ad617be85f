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
  if (block.kind === "words") return paragraphs(block.words).map((line) => elementOf("p", line, block.quiet ? "record__note" : ""));
  if (block.kind === "heading") return [elementOf(`h${block.level + 1}`, block.words)];
  const row = (/** @type {(Said | Said[])[]} */ cells, /** @type {string} */ tag) => {
    const line = elementOf("tr");
    line.append(...cells.map((words) => elementOf(tag, words)));
    if (tag === "th") for (const cell of line.children) cell.setAttribute("scope", "col");
    return line;
  };
  const table = elementOf("table");
  const [head, body] = [elementOf("thead"), elementOf("tbody")];
  head.append(row(block.head, "th"));
  body.append(...block.rows.map((cells) => row(cells, "td")));
  table.append(head, body);
  return [table];
}

/**
 * @param {string} tag
 * @param {Said | Said[]} [said]
 * @param {string} [kind]
 */
function elementOf(tag, said = "", kind = "") {
  const element = document.createElement(tag);
  // What is in several languages is in as many elements; the direction is that of the words, whoever wrote them.
  if (Array.isArray(said)) element.append(...said.map((part) => (languageOf(part) ? elementOf("span", part) : wordsOf(part))));
  else if (wordsOf(said)) Object.assign(element, { textContent: wordsOf(said), dir: "auto" });
  if (!Array.isArray(said) && languageOf(said)) element.lang = languageOf(said);
  if (kind) element.className = kind;
  return element;
}
