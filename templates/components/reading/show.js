import { READING } from "../../runtime/contract.js";
import { readingOf } from "../../runtime/state/reading.js";

/**
 * Lets the page look as the learner has chosen: an attribute for each list in which it is not the first choice.
 * @param {HTMLElement} root the page's `html`
 * @param {number} number what she has chosen (`state/reading.js`)
 */
export function showReading({ dataset }, number) {
  for (const [name, choice] of Object.entries(readingOf(number))) {
    if (choice === READING[name]?.[0]) delete dataset[name];
    else dataset[name] = choice;
  }
}
