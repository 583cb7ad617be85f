/**
 * Asks before the page is left, only while something would be lost: always there, such a question is no longer read,
 * and the listener keeps pages out of the back-forward cache (Firefox).
 * @param {Window} window
 * @returns {(risky: boolean) => void}
 */
export function askBeforeLeaving(window) {
  let asking = false;
  const ask = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();
  return (risky) => {
    if (risky === asking) return;
    asking = risky;
    if (risky) window.addEventListener("beforeunload", ask);
    else window.removeEventListener("beforeunload", ask);
  };
}
