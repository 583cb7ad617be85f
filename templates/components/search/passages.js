import { fold } from "../../runtime/fold.js";

/** What begins a passage: words in one of these are not words of what stands around it. */
const BLOCKS = /^(address|article|blockquote|caption|d[dlt]|div|details|fieldset|figcaption|figure|form|h[1-6]|header|label|legend|li|ol|p|pre|section|summary|t[dhr]|table|ul)$/;
/** Controls and what is said of them, what a learner is given when she has answered or asks for it, and what only paper has. */
const NEVER = "[data-item] > p, [download], fieldset > p, nav, button, input, select, script, style, svg, template, textarea, [data-feedback], [data-film-stage], [data-film-settings], [data-item] details, [data-no-js]";
/** What this learner does not see now. */
export const UNSEEN = "[hidden], [data-undrawn], [data-waits], [data-scene]:not([data-now])";

/**
 * Words of the course as they stand together, to be searched.
 *
 * @typedef {object} Passage
 * @property {Element} place
 * @property {string} words
 * @property {string} folded
 *
 * @typedef {object} Found
 * @property {HTMLElement} page on which something was found
 * @property {Passage[]} passages which have the most of the words
 */

/**
 * @param {Iterable<HTMLElement>} pages
 * @returns {(words: string) => Found[]} pages that have all of the words, in their order
 */
export function passagesOf(pages) {
  const all = [...pages].map((page) => {
    const passages = gather(page);
    return { page, passages, folded: passages.map(({ folded }) => folded).join("\n") };
  });
  return (words) => {
    const sought = fold(words).split(/\s+/).filter(Boolean);
    if (sought.join("").length < 2) return [];
    return all.flatMap(({ page, passages, folded }) => {
      if (!sought.every((word) => folded.includes(word))) return [];
      /** @type {Set<string>} */
      const had = new Set();
      /** @type {Passage[]} */
      let most = [];
      let number = 1;
      for (const passage of passages) {
        const has = sought.filter((word) => passage.folded.includes(word));
        // What is out of sight does not count: it would say what stands in it.
        if (has.length === 0 || passage.place.closest(UNSEEN)) continue;
        for (const word of has) had.add(word);
        if (has.length > number) [most, number] = [[], has.length];
        if (has.length === number) most.push(passage);
      }
      return sought.every((word) => had.has(word)) ? { page, passages: most } : [];
    });
  };
}

/**
 * @param {Element} page
 * @returns {Passage[]} in their order
 */
function gather(page) {
  /** @type {Map<Element, string>} */
  const all = new Map();
  for (const { block, text } of textsOf(page)) all.set(block, (all.get(block) ?? "") + text.data);
  return [...all].flatMap(([place, text]) => {
    const words = text.replace(/\s+/g, " ").trim();
    return words ? { place, words, folded: fold(words) } : [];
  });
}

/**
 * The text of a page, and the paragraph, heading, cell or the like that each part of it stands in.
 * @param {Element} place
 * @param {Element} [block]
 * @returns {{block: Element, text: Text}[]}
 */
export function textsOf(place, block = place) {
  return [...place.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return { block, text: /** @type {Text} */ (node) };
    return node instanceof Element && !node.matches(NEVER) ? textsOf(node, BLOCKS.test(node.localName) ? node : block) : [];
  });
}

/**
 * The words around the first that was sought.
 * @param {Passage} passage
 * @param {string} query
 * @param {number} [room] characters before and after
 * @returns {[string, string, string]} before it, itself, and behind it
 */
export function around({ words, folded }, query, room = 60) {
  const sought = fold(query).split(/\s+/).filter((word) => word && folded.includes(word));
  const at = Math.min(...sought.map((word) => folded.indexOf(word)));
  const length = sought.find((word) => folded.startsWith(word, at))?.length ?? 0;
  const [from, to] = [unfolded(words, at), unfolded(words, at + length)];
  const before = from > room ? `… ${words.slice(from - room, from).replace(/^\S*\s/, "")}` : words.slice(0, from);
  const behind = words.length > to + room ? `${words.slice(to, to + room).replace(/\s\S*$/, "")} …` : words.slice(to);
  return [before, words.slice(from, to), behind];
}

/** @type {(words: string, at: number) => number} the place in the words that a place in the folded ones stands for */
function unfolded(words, at) {
  if (fold(words).length === words.length) return at;
  let [place, passed] = [0, 0];
  for (const letter of words) {
    const folded = fold(letter).length;
    if (passed >= at && folded > 0) break;
    passed += folded;
    place += letter.length;
  }
  return place;
}
