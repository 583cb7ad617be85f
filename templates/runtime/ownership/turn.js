/**
 * Whose turn it is: of all pages that show one course to one learner, one writes and the others are read. Two pages
 * that both save would each undo what the other has done.
 *
 * @typedef {object} Turn
 * @property {() => void} ask takes it when nobody has it
 * @property {() => void} take takes it from whoever has it
 * @property {() => void} release
 *
 * @typedef {object} Heard
 * @property {() => void} got
 * @property {() => void} refused another page has it
 * @property {() => void} lost another page has taken it
 *
 * @typedef {import("../device/clock.js").Clock} Clock
 */

/** A page that is going away may take a moment to let go: one that is loaded anew must not find itself in its way. */
const TRIES = 3;
const PAUSE = 150;

/**
 * @param {Window} window
 * @param {string} key of course and learner
 * @param {Clock} clock
 * @param {Heard} heard
 * @returns {Turn}
 */
export function turnOf(window, key, clock, heard) {
  const locks = locksOf(window);
  return locks ? lockTurn(locks, key, clock, heard) : storageTurn(window, key, clock, heard);
}

/**
 * Reading the property throws where cookies are blocked (Chromium); it is not there on a site without https.
 * @param {Window} window
 * @returns {LockManager | null}
 */
function locksOf(window) {
  try {
    return window.navigator.locks ?? null;
  } catch {
    return null;
  }
}

/**
 * Web Locks: shared by all windows of a browser, also on file:// (Chromium, Firefox, WebKit), and let go when a page
 * dies.
 * @param {LockManager} locks
 * @param {string} key
 * @param {Clock} clock
 * @param {Heard} heard
 * @returns {Turn}
 */
export function lockTurn(locks, key, clock, heard) {
  let latest = 0;
  let letGo = () => {};

  /**
   * @param {LockOptions} options
   * @param {number} tries
   */
  function request(options, tries) {
    latest += 1;
    const mine = latest;
    let held = false;
    const answer = locks.request(key, options, (lock) => {
      if (mine !== latest) return;
      if (lock === null) {
        if (tries > 1) clock.later(() => mine === latest && request(options, tries - 1), PAUSE);
        else heard.refused();
        return;
      }
      held = true;
      heard.got();
      return new Promise((resolve) => (letGo = () => resolve(undefined)));
    });
    // Stolen; or refused to a frame in a sandbox, which nobody else can see into.
    answer.catch(() => {
      if (mine !== latest) return;
      if (held) heard.lost();
      else heard.got();
    });
  }

  return {
    ask: () => request({ ifAvailable: true }, TRIES),
    take: () => request({ steal: true }, 1),
    release() {
      latest += 1;
      letGo();
    },
  };
}

/**
 * Without Web Locks: pages of one origin hear what another one stores.
 * @param {Window} window
 * @param {string} key
 * @param {Clock} clock
 * @param {Heard} heard
 * @returns {Turn}
 */
export function storageTurn(window, key, clock, heard) {
  const place = `${key}:turn`;
  let state = "idle";
  let cancel = () => {};
  const say = (/** @type {string} */ word) => {
    try {
      // Only a changed value is heard.
      window.localStorage.setItem(place, `${word} ${Math.random()}`);
    } catch {
      // Nobody can hear, and nobody else can keep anything here either.
    }
  };
  const become = (/** @type {string} */ next, /** @type {() => void} */ tell) => {
    cancel();
    state = next;
    tell();
  };
  window.addEventListener("storage", ({ key: where, newValue }) => {
    if (where !== place || newValue === null) return;
    const [word] = newValue.split(" ");
    if (word === "ask" && state === "mine") say("mine");
    if (word === "mine" && state === "asking") become("idle", heard.refused);
    if (word === "take" && state === "mine") become("idle", heard.lost);
  });
  return {
    ask() {
      state = "asking";
      cancel = clock.later(() => become("mine", heard.got), PAUSE * TRIES);
      say("ask");
    },
    take() {
      say("take");
      become("mine", heard.got);
    },
    release: () => become("idle", () => {}),
  };
}
