import { whenRenewed } from "./languages/listening.js";

/**
 * Words of the interface that its language lacks: they come in English. `Strings` gives them between marks, which no text
 * has, and here each mark becomes an element that says its language, wherever the words are put into the page.
 */

/** Around words in English for want of others, and around words in the language of the interface within them. */
export const [BEGIN, END, OWN_BEGIN, OWN_END] = /** @type {[string, string, string, string]} */ (["\uf5d0", "\uf5d1", "\uf5d2", "\uf5d3"]);

const MARK = /([\uf5d0-\uf5d3])/;

/** @type {(words: string) => string} the same where no element can stand: in a text file, in the title of the window */
export const unmarked = (words) => words.replace(/[\uf5d0-\uf5d3]/g, "");

/**
 * @param {HTMLElement} root watched as long as the page is in this language
 * @param {string} language of the interface, BCP 47
 */
export function markMissingWords(root, language) {
  const { dir } = root.ownerDocument.documentElement;
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) for (const node of type === "childList" ? addedNodes : [target]) markIn(node, language, dir);
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  whenRenewed(() => observer.disconnect());
}

/** @type {(node: Node, language: string, dir: string) => void} */
function markIn(node, language, dir) {
  if (!MARK.test(node.textContent ?? "")) return;
  if (node.nodeType !== Node.TEXT_NODE) return node.childNodes.forEach((child) => markIn(child, language, dir));
  const whole = document.createDocumentFragment();
  /** @type {Node[]} */
  const around = [whole];
  for (const part of (node.textContent ?? "").split(MARK)) {
    const inner = /** @type {Node} */ (around.at(-1));
    if (part === BEGIN || part === OWN_BEGIN) {
      const span = document.createElement("span");
      [span.lang, span.dir] = part === BEGIN ? ["en", "ltr"] : [language, dir];
      around.push(inner.appendChild(span));
    } else if (part === END || part === OWN_END) around.pop();
    else inner.appendChild(document.createTextNode(part));
  }
  node.parentNode?.replaceChild(whole, node);
}

/**
 * @param {string} words
 * @returns {{words: string, language: string}[]} in parts, with the tag of each: "en", or "" for that of the interface
 */
export function spokenParts(words) {
  const around = [""];
  const parts = [];
  for (const part of words.split(MARK)) {
    if (part === BEGIN || part === OWN_BEGIN) around.push(part === BEGIN ? "en" : "");
    else if (part === END || part === OWN_END) around.pop();
    else if (part || words === "") parts.push({ words: part, language: around.at(-1) ?? "" });
  }
  return parts;
}
