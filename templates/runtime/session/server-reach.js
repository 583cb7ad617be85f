import { STYLES } from "../contract.js";

/** Asked no more often than this, in milliseconds. */
const EVERY = 30_000;

/**
 * Whether the server can be reached at all: some LMSs say that all is saved while the network is down, or while a login
 * page stands where the session was. Only a server that has answered well before is missed when it does not. Whoever
 * asks too soon is answered later.
 * @param {() => Promise<unknown>} ask rejected when there is no good answer
 * @param {import("../device/clock.js").Clock} clock
 * @returns {(then: (there: boolean) => void, urgent?: boolean) => void} when it was asked not long ago, it is asked later
 */
export function reachOf(ask, clock) {
  let known = false;
  let asked = Number.NEGATIVE_INFINITY;
  let cancel = () => {};
  return function reach(then, urgent = false) {
    cancel();
    const wait = urgent ? 0 : asked + EVERY - clock.ticks();
    if (wait > 0) {
      cancel = clock.later(() => reach(then, true), wait);
      return;
    }
    asked = clock.ticks();
    ask().then(
      () => {
        known = true;
        then(true);
      },
      () => then(!known),
    );
  };
}

/**
 * Asks for the head of a small file of ours. A page of no origin (in a sandbox, or from disk) may ask nothing.
 * @param {Window} window
 * @returns {() => Promise<unknown>}
 */
export function askServer(window) {
  if (window.location.protocol === "file:" || window.origin === "null") return () => Promise.resolve();
  const settings = /** @type {const} */ ({ method: "HEAD", cache: "no-store", redirect: "manual" });
  return async () => {
    const { ok } = await window.fetch(STYLES, settings);
    // The server shows something else.
    if (!ok) throw new Error();
  };
}
