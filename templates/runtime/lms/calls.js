/** @typedef {import("./find-api.js").ApiNames} ApiNames */
/** @typedef {import("./find-api.js").FoundApi} FoundApi */

/**
 * What became of a call.
 *
 * - `done`: the LMS took it
 * - `refused`: it will never take this value, or does not know this element; asking again is no use
 * - `lost`: it says that no session is open
 * - `ended`: it says that the session is over
 * - `failed`: anything else; it may work later
 *
 * @typedef {"done" | "refused" | "lost" | "ended" | "failed"} Outcome
 */

const REFUSED = [201, 202, 203, 401, 402, 403, 404, 405, 406, 407, 408];
const LOST = [112, 122, 132, 142, 301];
const ENDED = [104, 113, 123, 133, 143];
const PERHAPS_INITIALISED = [0, 101, 103];

const THROWN = Symbol("thrown");

/** The conversation with an LMS: no call can throw, and every answer is taken with a pinch of salt. */
export class LmsCalls {
  #api;
  #home;
  #names;

  /**
   * @param {FoundApi} found
   * @param {ApiNames} names
   */
  constructor(found, names) {
    this.#api = found.api;
    this.#home = found.home;
    this.#names = names;
  }

  /** @returns {boolean} true when a session is open */
  initialize() {
    if (isYes(this.#call(this.#names.initialize, ""))) return true;
    // Open already, by an earlier page of ours; but 101 is also the general failure, so a question must be answered.
    return PERHAPS_INITIALISED.includes(this.#error) && this.#answers();
  }

  /**
   * @param {string} element
   * @returns {string} "" for whatever is not known
   */
  get(element) {
    const value = this.#call(this.#names.get, element);
    const text = value === THROWN ? "" : String(value);
    return text === "null" || text === "undefined" ? "" : text;
  }

  /**
   * @param {string} element
   * @param {string} value
   * @returns {Outcome}
   */
  set(element, value) {
    return this.#ask(this.#names.set, element, value);
  }

  /** @returns {Outcome} */
  commit() {
    return this.#ask(this.#names.commit, "");
  }

  /** @returns {Outcome} */
  terminate() {
    const [right, wrong] = this.#names.terminate;
    const outcome = this.#ask(right, "");
    // A method that is not there fails as any other.
    return outcome === "failed" ? this.#ask(wrong, "") : outcome;
  }

  /** @returns {boolean} true when the LMS does without the element that was set last */
  get notImplemented() {
    return [401, 402].includes(this.#error);
  }

  #answers() {
    this.get("cmi._version");
    const error = this.#error;
    return error >= 0 && !LOST.includes(error);
  }

  /**
   * @param {string} method
   * @param {string[]} words
   * @returns {Outcome}
   */
  #ask(method, ...words) {
    if (this.#closed) return "failed";
    const answer = this.#call(method, ...words);
    if (answer === THROWN) return "failed";
    return isYes(answer) ? "done" : this.#judge(this.#error);
  }

  /**
   * @param {number} error
   * @returns {Outcome}
   */
  #judge(error) {
    // "false" and no error: a fault of the LMS, seen in the wild; it has kept the value.
    if (error === 0) return "done";
    if (REFUSED.includes(error)) return "refused";
    if (LOST.includes(error)) return "lost";
    return ENDED.includes(error) ? "ended" : "failed";
  }

  /** @returns {number} NaN when even that is not to be had */
  get #error() {
    return Number.parseInt(String(this.#call(this.#names.lastError)), 10);
  }

  get #closed() {
    try {
      return this.#home.closed === true;
    } catch {
      return true;
    }
  }

  /**
   * Chromium refuses synchronous requests while a page goes away, and the LMS's own code throws that at us.
   * @param {string} method
   * @param {string[]} words
   * @returns {unknown}
   */
  #call(method, ...words) {
    try {
      return /** @type {any} */ (this.#api)[method](...words);
    } catch {
      return THROWN;
    }
  }
}

/** @type {(answer: unknown) => boolean} */
const isYes = (answer) => /^(true|1)$/i.test(String(answer));
