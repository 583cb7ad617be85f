import { elementOf } from "../later.js";
import { speakAs, spoken } from "../page/strings.js";

/**
 * What is right, and what the author says to each option: read from the answers that the page shows without script.
 *
 * @typedef {object} Answer
 * @property {string[]} choices ids of all options; of an order, in the right one
 * @property {string[]} correct ids of the options to choose
 * @property {(choice: string) => DocumentFragment | null} feedbackOn null when the author wrote none
 * @property {() => DocumentFragment | null} overall
 * @property {() => DocumentFragment | null} right what is right, without what is said to it; null where the author keeps it back
 * @property {() => DocumentFragment | null} worked the worked answer
 * @property {(selector: string) => Element[]} all what else of it a kind of question looks for
 */

/**
 * @param {Document} page
 * @param {string} item
 * @returns {Answer}
 */
export function answerOf(page, item) {
  const section = elementOf(page, `answer-${item}`);
  const entries = [...(section?.querySelectorAll("[data-choice]") ?? [])];
  const idOf = (/** @type {Element} */ entry) => entry.getAttribute("data-choice") ?? "";
  return {
    choices: entries.map(idOf),
    correct: entries.filter((entry) => entry.hasAttribute("data-correct")).map(idOf),
    feedbackOn(choice) {
      const entry = entries.find((candidate) => idOf(candidate) === choice);
      return copyOf(entry?.querySelector("[data-choice-feedback]"));
    },
    right() {
      const copy = section?.closest("[data-kept-back]") ? null : copyOf(section?.querySelector("[data-right-answer]"), true);
      const [wrong, said] = [copy?.querySelector("[data-correct]") ? "li:not([data-correct]), " : "", "[data-choice-feedback], [data-verdict]"];
      for (const part of copy?.querySelectorAll(wrong + said) ?? []) part.remove();
      return copy;
    },
    worked: () => copyOf(section?.querySelector("[data-worked]")),
    overall: () => copyOf(section?.querySelector("[data-overall-feedback]")),
    all: (selector) => [...(section?.querySelectorAll(selector) ?? [])],
  };
}

/**
 * @param {Element | null | undefined} source
 * @param {boolean} [whole] whether the element itself is part of it
 * @returns {DocumentFragment | null} its content without ids, which must be unique, each part with its language; null when
 *   it is empty
 */
function copyOf(source, whole = false) {
  if (!source || source.childElementCount + (source.textContent ?? "").trim().length === 0) return null;
  const copy = source.ownerDocument.createDocumentFragment();
  for (const node of whole ? [source] : source.childNodes) {
    const own = node.cloneNode(true);
    if (own instanceof HTMLElement && own.lang === "") speakAs(own, source);
    copy.append(own instanceof Text ? spoken(own.data, source) : own);
  }
  for (const element of copy.querySelectorAll("[aria-labelledby]")) {
    const label = copy.getElementById(element.getAttribute("aria-labelledby") ?? "");
    if (!label) continue;
    element.setAttribute("aria-label", label.textContent ?? "");
    element.removeAttribute("aria-labelledby");
  }
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  return copy;
}
