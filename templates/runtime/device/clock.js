/**
 * Time as the run-time needs it; tests put a false one in its place.
 *
 * @typedef {object} Clock
 * @property {() => Date} now for people to read
 * @property {() => number} ticks milliseconds that never go back, for measuring
 * @property {(act: () => void, milliseconds: number) => () => void} later returns what calls it off
 */

/** @type {Clock} */
export const deviceClock = {
  now: () => new Date(),
  ticks: () => performance.now(),
  later(act, milliseconds) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

const IDLE_LIMIT = 30 * 60 * 1000;

/** Time at work: a pause of more than half an hour counts as half an hour. */
export class Stopwatch {
  #clock;
  #last;
  #total = 0;

  /** @param {Clock} clock */
  constructor(clock) {
    this.#clock = clock;
    this.#last = clock.ticks();
  }

  /** The learner has just done something. */
  touch() {
    this.#total += this.#pause();
    this.#last = this.#clock.ticks();
  }

  /** @returns {number} milliseconds since she did something */
  get idle() {
    return this.#clock.ticks() - this.#last;
  }

  /** @returns {number} */
  get seconds() {
    return (this.#total + this.#pause()) / 1000;
  }

  #pause() {
    return Math.min(Math.max(0, this.#clock.ticks() - this.#last), IDLE_LIMIT);
  }
}
