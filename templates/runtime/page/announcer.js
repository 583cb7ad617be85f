/** After this the words are taken away again, so that nobody meets them later as if they were news. */
const STAYS = 5000;
/** A live region says nothing when the same words are put into it twice in one go. */
const PAUSE = 50;

/**
 * Says something to screen readers, once.
 *
 * @typedef {(words: string, language?: string) => void} Announce `language`: of the words, where it may be another than the page's
 */

/**
 * @param {Element | null} region the page's polite live region, empty from the start
 * @returns {Announce}
 */
export function announcer(region) {
  /** @type {string[]} */
  let waiting = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (words, language) => {
    if (!region || words === "") return;
    // A button that a trembling hand presses twice.
    if (waiting.at(-1) !== words) waiting.push(words);
    region.textContent = "";
    region.setAttribute("lang", language || document.documentElement.lang);
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = waiting.join(" ");
      waiting = [];
      timer = setTimeout(() => region.replaceChildren(), STAYS);
    }, PAUSE);
  };
}
