import { paragraphs } from "./paper.js";

/** @typedef {import("./paper.js").Block} Block */
/** @typedef {import("./paper.js").Paper} Paper */

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
  if (block.kind === "heading") {
    const heading = elementOf(`h${block.level + 1}`, block.words);
    if (block.language) heading.lang = block.language;
    return [heading];
  }
  const row = (/** @type {string[]} */ cells, /** @type {string} */ tag) => {
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
 * @param {string} [words]
 * @param {string} [kind]
 */
function elementOf(tag, words = "", kind = "") {
  const element = document.createElement(tag);
  element.textContent = words;
  if (kind) element.className = kind;
  return element;
}
