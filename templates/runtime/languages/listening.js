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
  ends.push(() => target.removeEventListener(sign, act, capture));
}

/** Nothing that was heard by `on` is heard any more. */
export function hearNoMore() {
  for (const end of ends.splice(0)) end();
}
