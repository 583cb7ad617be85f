/**
 * What is right, and what the author says to each option: read from the answers that the page shows without script.
 *
 * @typedef {object} Answer
 * @property {string[]} choices ids of all options; of an order, in the right one
 * @property {string[]} correct ids of the options to choose
 * @property {(choice: string) => DocumentFragment | null} feedbackOn null when the author wrote none
 * @property {() => DocumentFragment | null} overall
 * @property {() => DocumentFragment | null} worked the worked answer
 * @property {() => string[][]} accepted for each gap of a text, all that is right in it, the first one to be shown
 * @property {() => Range} range
 *
 * @typedef {object} Range which numbers are right, as decimals with a point
 * @property {string} value
 * @property {string} low
 * @property {string} high
 */

/**
 * @param {Document} page
 * @param {string} item
 * @returns {Answer}
 */
export function answerOf(page, item) {
  const section = page.getElementById(`answer-${item}`);
  const entries = [...(section?.querySelectorAll("[data-choice]") ?? [])];
  const idOf = (/** @type {Element} */ entry) => entry.getAttribute("data-choice") ?? "";
  return {
    choices: entries.map(idOf),
    correct: entries.filter((entry) => entry.hasAttribute("data-correct")).map(idOf),
    feedbackOn(choice) {
      const entry = entries.find((candidate) => idOf(candidate) === choice);
      return copyOf(entry?.querySelector("[data-choice-feedback]"));
    },
    worked: () => copyOf(section?.querySelector("[data-worked]")),
    overall: () => copyOf(section?.querySelector("[data-overall-feedback]")),
    accepted: () => [...(section?.querySelectorAll("[data-gap]") ?? [])].map(acceptedIn),
    range() {
      const data = section?.querySelector("data");
      return { value: data?.value ?? "", low: data?.dataset["low"] ?? "", high: data?.dataset["high"] ?? "" };
    },
  };
}

/** @type {(gap: Element) => string[]} */
const acceptedIn = (gap) => [...gap.querySelectorAll("[data-accepted]")].map(({ textContent }) => textContent ?? "");

/**
 * @param {Element | null | undefined} source
 * @returns {DocumentFragment | null} its content without ids, which must be unique; null when it is empty
 */
function copyOf(source) {
  if (!source || source.childElementCount + (source.textContent ?? "").trim().length === 0) return null;
  const copy = source.ownerDocument.createDocumentFragment();
  copy.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
  for (const element of copy.querySelectorAll("[aria-labelledby]")) {
    const label = copy.getElementById(element.getAttribute("aria-labelledby") ?? "");
    if (!label) continue;
    element.setAttribute("aria-label", label.textContent ?? "");
    element.removeAttribute("aria-labelledby");
  }
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  return copy;
}
