import { speakAs } from "../../runtime/page/strings.js";
import { sentencesOf } from "../aloud/sentences.js";
import { lettersOf, OUT, placeIn } from "./letters.js";

/** @typedef {import("./letters.js").Place} Place */

/**
 * The sentences of a module, each with a box to highlight it: nobody needs a mouse.
 * @param {HTMLElement} part closed, until somebody wants it
 * @param {string} id of the module
 * @param {import("./kept.js").Kept} kept
 * @returns {() => void} shows which are highlighted
 */
export function sentenceList(part, id, kept) {
  const list = /** @type {Element} */ (part.lastElementChild);
  /** @type {Map<EventTarget | null, Place>} */
  let boxes = new Map();
  const rowAt = (/** @type {Place} */ [from, to]) => kept.rowsOf(id).find(({ place }) => place && place[0] <= from && to <= place[1]);
  const show = () => boxes.forEach((place, box) => (/** @type {HTMLInputElement} */ (box).checked = rowAt(place) !== undefined));

  part.addEventListener("toggle", () => {
    const module = kept.moduleOf(id)?.element;
    if (!module) return;
    const letters = lettersOf(module);
    list.replaceChildren();
    boxes = new Map();
    for (const { block, words, range } of sentencesOf(module)) {
      const place = block.closest(OUT) ? null : placeIn(letters, range());
      if (!place) continue;
      const [label, box, said] = ["label", "input", "span"].map((name) => document.createElement(name));
      if (!label || !box || !said) continue;
      Object.assign(box, { type: "checkbox" });
      Object.assign(label, { className: "choice" }).append(box, " ", speakAs(Object.assign(said, { textContent: words }, /\p{L}/u.test(words) && { dir: "auto" }), block));
      boxes.set(box, place);
      list.append(label);
    }
    show();
  });
  list.addEventListener("change", ({ target }) => {
    const place = boxes.get(target);
    const row = place && rowAt(place);
    if (row) kept.remove(row.passage);
    else if (place) kept.add(id, place);
  });
  return show;
}
