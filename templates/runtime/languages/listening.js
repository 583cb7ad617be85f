/** @type {(() => void)[]} */
const ends = [];

/**
 * Listens to the window or the document until the page is shown in another language: then all of it is made anew.
 * @param {EventTarget} target
 * @param {string} sign
 * @param {(event: any) => unknown} act
 * @param {boolean} [capture]
 */
export function on(target, sign, act, capture) {
  target.addEventListener(sign, act, capture);
  whenRenewed(() => target.removeEventListener(sign, act, capture));
}

/** @type {(end: () => void) => void} done once, when the page is about to be made anew in another language */
export const whenRenewed = (end) => void ends.push(end);

/** Nothing that was heard by `on` is heard any more, and the rest ends too. */
export function hearNoMore() {
  for (const end of ends.splice(0)) end();
}
