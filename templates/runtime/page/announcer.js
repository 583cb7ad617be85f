/** After this the words are taken away again, so that nobody meets them later as if they were news. */
const STAYS = 5000;
/** A live region says nothing when the same words are put into it twice in one go. */
const PAUSE = 50;
/** A hand that trembles presses a button again within this time, and the same words are said once; later they are asked for. */
const TREMBLES = 1000;

/**
 * Says something to screen readers, once.
 *
 * @typedef {(...words: import("./strings.js").Sentence) => void} Announce
 */

/**
 * @param {Element | null} region the page's polite live region, empty from the start
 * @returns {Announce}
 */
export function announcer(region) {
  /** @type {import("./strings.js").Sentence} */
  let waiting = [];
  let last = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let forgetting;
  return (...words) => {
    const said = words.map((part) => (typeof part === "object" ? part.textContent : part)).join("");
    if (!region || said === "" || said === last) return;
    waiting.push(...(waiting.length > 0 ? [" "] : []), ...words);
    last = said;
    clearTimeout(forgetting);
    forgetting = setTimeout(() => (last = ""), TREMBLES);
    region.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.replaceChildren(...waiting);
      waiting = [];
      timer = setTimeout(() => region.replaceChildren(), STAYS);
    }, PAUSE);
  };
}
