/** @typedef {import("./letters.js").Letters} Letters */
/** @typedef {import("./letters.js").Place} Place */

/**
 * Takes all marks of highlights out of a module; links, terms and emphasis stay as they are.
 * @param {Element} module
 */
export function unmark(module) {
  for (const mark of module.querySelectorAll("[data-mark]")) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}

/**
 * Marks passages: each text in one is wrapped by itself, so that no element around it is cut.
 * @param {Letters} letters of the module without marks
 * @param {readonly Place[]} passages may overlap
 */
export function mark({ texts, places }, passages) {
  const isIn = (/** @type {number} */ at) => passages.some(([from, to]) => from <= at && at < to);
  // From the end, so that what is cut off is behind what is still to be marked.
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    if (!isIn(at)) continue;
    const text = /** @type {Text} */ (texts[at]);
    const end = (places[at] ?? 0) + 1;
    while (texts[at - 1] === text && isIn(at - 1)) at -= 1;
    wrap(text, places[at] ?? 0, end);
  }
}

/** @type {(text: Text, start: number, end: number) => void} */
function wrap(text, start, end) {
  // Space between the rows of a list or a table may hold no mark.
  if (text.data.slice(start, end).trim() === "") return;
  text.splitText(end);
  const inside = text.splitText(start);
  const mark = document.createElement("mark");
  mark.dataset["mark"] = "";
  inside.replaceWith(mark);
  mark.append(inside);
}
