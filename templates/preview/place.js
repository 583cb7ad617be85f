/**
 * Where somebody is on a page, so that the page can be loaded anew without her noticing.
 *
 * @typedef {object} Place
 * @property {string} address with the module after `#`
 * @property {Landmark[]} landmarks by which the place is found again, the best first
 * @property {number} top how far the page was scrolled
 * @property {string} focus id of the element with the focus
 * @property {[number, number] | null} selection in a box for text
 *
 * @typedef {object} Landmark
 * @property {string} words of a block that are nowhere else on its page
 * @property {number} top its distance from the upper edge of the window
 */

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, pre, summary, label, figcaption";
const ENOUGH = 12;
const KEY = "satchel-preview:place";

/**
 * Remembers the place, until the same window has loaded the page again.
 * @param {Window} view
 */
export function keepPlace(view) {
  // The browser's own memory of the scroll position would set in after ours.
  view.history.scrollRestoration = "manual";
  window.sessionStorage.setItem(KEY, JSON.stringify(placeIn(view)));
}

/**
 * Goes back to where `keepPlace` was called, if it was, and the address is still the same.
 * @param {Window} view
 */
export function restorePlace(view) {
  const kept = window.sessionStorage.getItem(KEY);
  if (kept === null) return;
  window.sessionStorage.removeItem(KEY);
  /** @type {Place} */
  const place = JSON.parse(kept);
  const go = () => {
    if (view.location.href === place.address) goTo(view, place);
  };
  const settle = () => {
    go();
    // Not in this turn: the browser would still restore its own.
    view.setTimeout(() => (view.history.scrollRestoration = "auto"), 0);
  };
  if (view.document.readyState === "complete") return settle();
  view.document.addEventListener("DOMContentLoaded", go);
  // Pictures have their size by now, and the course has put the focus where it wants it.
  view.addEventListener("load", settle);
}

/**
 * @param {Window} view
 * @returns {Place}
 */
function placeIn(view) {
  const focused = view.document.activeElement;
  return {
    address: view.location.href,
    landmarks: view.scrollY === 0 ? [] : landmarksIn(view),
    top: view.scrollY,
    focus: focused?.id ?? "",
    selection: focused && isText(focused) ? [focused.selectionStart, focused.selectionEnd] : null,
  };
}

/**
 * What was added or taken away elsewhere must not move what is being looked at. The block that was saved has other words
 * now, so there are several.
 * @param {Window} view
 * @returns {Landmark[]} what is seen from the top down, then what is above from the bottom up
 */
function landmarksIn(view) {
  const all = [...blocksOf(view.document)].map(([words, block]) => ({ words, top: block.getBoundingClientRect().top }));
  const seen = all.filter(({ top }) => top >= 0 && top < view.innerHeight);
  const above = all.filter(({ top }) => top < 0).reverse();
  return [...seen.slice(0, ENOUGH), ...above.slice(0, ENOUGH)];
}

/**
 * @param {Document} page
 * @returns {Map<string, Element>} blocks of the page that is shown, in order, by words that are on it once
 */
function blocksOf(page) {
  /** @type {Map<string, Element>} */
  const blocks = new Map();
  const often = new Set();
  for (const block of page.querySelectorAll(`[data-current] :is(${BLOCKS})`)) {
    const words = (block.textContent ?? "").trim();
    if (words === "" || block.getClientRects().length === 0) continue;
    if (blocks.has(words)) often.add(words);
    blocks.set(words, block);
  }
  for (const words of often) blocks.delete(words);
  return blocks;
}

/**
 * @param {Window} view
 * @param {Place} place
 */
function goTo(view, place) {
  const page = view.document;
  const focus = place.focus === "" ? null : page.getElementById(place.focus);
  if (focus && focus !== page.activeElement) focus.focus({ preventScroll: true });
  if (focus && place.selection && isText(focus)) focus.setSelectionRange(...place.selection);
  const blocks = blocksOf(page);
  const landmark = place.landmarks.find(({ words }) => blocks.has(words));
  const moved = landmark ? (blocks.get(landmark.words)?.getBoundingClientRect().top ?? 0) - landmark.top : null;
  view.scrollTo({ top: moved === null ? place.top : view.scrollY + moved, behavior: "instant" });
}

/**
 * @param {Element} element
 * @returns {element is HTMLTextAreaElement}
 */
const isText = (element) => element.localName === "textarea";
