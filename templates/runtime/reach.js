/** Asked no more often than this, in milliseconds. */
const EVERY = 30_000;

/**
 * Whether the server can be reached at all: some LMSs say that all is saved while the network is down, or while a login
 * page stands where the session was. Only a server that has answered well before is missed when it does not.
 * @param {() => Promise<unknown>} ask rejected when there is no good answer
 * @param {import("./clock.js").Clock} clock
 * @returns {(then: (there: boolean) => void, urgent?: boolean) => void} when it was asked not long ago, it is asked later
 */
export function reachOf(ask, clock) {
  let known = false;
  let asked = Number.NEGATIVE_INFINITY;
  let cancel = () => {};
  return (then, urgent = false) => {
    const look = () => {
      asked = clock.ticks();
      ask().then(
        () => {
          known = true;
          then(true);
        },
        () => known && then(false),
      );
    };
    cancel();
    const wait = asked + EVERY - clock.ticks();
    if (urgent || wait <= 0) look();
    else cancel = clock.later(look, wait);
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
    const { ok } = await window.fetch("satchel.css", settings);
    if (!ok) throw new Error("the server shows something else");
  };
}
