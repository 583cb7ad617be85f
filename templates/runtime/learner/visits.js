/** @typedef {import("../device/clock.js").Clock} Clock */
/** @typedef {import("../device/clock.js").Stopwatch} Stopwatch */
/** @typedef {import("./learning.js").Learning} Learning */

/** When each module was opened and left, and how long it took: for the learner's own record. */
export class Visits {
  #clock;
  #stopwatch;
  #learning;
  #module = "";
  #since = 0;

  /**
   * @param {Clock} clock
   * @param {Stopwatch} stopwatch
   * @param {{gather: (change: Parameters<Learning["gather"]>[0]) => unknown}} learning
   */
  constructor(clock, stopwatch, learning) {
    this.#clock = clock;
    this.#stopwatch = stopwatch;
    this.#learning = learning;
  }

  /** @param {string} module the one that is shown now, or "" for another page */
  turn(module) {
    this.note();
    this.#module = module;
    this.#since = this.#stopwatch.seconds;
    this.note();
  }

  /** Writes down the time since the last note: the page may be gone in the next moment. */
  note() {
    if (this.#module === "") return;
    const now = this.#clock.now().getTime();
    const seconds = this.#stopwatch.seconds;
    const spent = seconds - this.#since;
    this.#since = seconds;
    this.#learning.gather(({ visits }) => {
      const visit = visits.get(this.#module) ?? { first: now, last: now, seconds: 0 };
      visits.set(this.#module, { ...visit, last: now, seconds: visit.seconds + spent });
    });
  }
}
