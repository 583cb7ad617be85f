import { NOT_IMPLEMENTED, outcomeOf, PERHAPS_INITIALISED } from "./errors.js";

/** @typedef {import("./errors.js").Outcome} Outcome */
/** @typedef {import("./find-api.js").ApiNames} ApiNames */
/** @typedef {import("./find-api.js").FoundApi} FoundApi */

/** In place of an answer, where the LMS throws or gives what is no text. No LMS says so; it is no yes, no no and no number. */
const THROWN = "\0";

/** Thrown before a call for which there is no time any more; what was said before it need not be said again. */
export const LATER = Symbol("later");

/** The conversation with an LMS: nothing that it throws comes through, and every answer is taken with a pinch of salt. */
export class LmsCalls {
  #found;
  #names;
  #find;
  #ticks = () => 0;
  /** Milliseconds that calls may take before the next one has to wait, and that they have taken. */
  #budget = Infinity;
  #spent = 0;
  /** @type {"" | "no" | "nothing"} the last answer, when it was no yes and had no reason */
  #mumbled = "";

  /**
   * @param {FoundApi} found
   * @param {ApiNames} names
   * @param {() => FoundApi | null} [find] looks for it again
   */
  constructor(found, names, find = () => null) {
    this.#found = found;
    this.#names = names;
    this.#find = find;
  }

  /**
   * Each call holds up the page. From now on no further one is made once they have taken so long: LATER is thrown.
   * @param {number} budget milliseconds
   * @param {() => number} [ticks] what the time is
   */
  pace(budget, ticks = this.#ticks) {
    this.#ticks = ticks;
    this.#budget = budget;
    this.#spent = 0;
  }

  /** @returns {boolean} true when a session that was lost is open again: the LMS may have put a new API in place */
  reopen() {
    this.#found = this.#find() ?? this.#found;
    return this.initialize();
  }

  /** @returns {boolean} true when a session is open */
  initialize() {
    if (isYes(this.#call(this.#names.initialize, ""))) return true;
    return PERHAPS_INITIALISED.includes(this.#error) && this.#answers();
  }

  /**
   * @param {string} element
   * @returns {string} "" for whatever is not known
   */
  get(element) {
    this.#wait();
    return this.read(element);
  }

  /**
   * The same, whatever time it takes.
   * @param {string} element
   * @returns {string}
   */
  read(element) {
    const text = this.#call(this.#names.get, element);
    return /^(\0|null|undefined|NaN)$/i.test(text) ? "" : text.trim();
  }

  /**
   * @param {string} element
   * @param {string} value
   * @returns {Outcome}
   */
  set(element, value) {
    const outcome = this.#ask(this.#names.set, element, value);
    if (this.#mumbled === "") return outcome;
    // No yes, and no error. What can be read is believed; what cannot was very likely taken.
    const held = this.read(element);
    return held === "" || held === value ? "done" : "failed";
  }

  /** @returns {Outcome} */
  commit() {
    const outcome = this.#ask(this.#names.commit, "");
    // What was committed cannot be read back: a no is a no, also without a reason.
    return this.#mumbled === "no" ? "failed" : outcome;
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
    return NOT_IMPLEMENTED.includes(this.#error);
  }

  #answers() {
    this.read("cmi._version");
    const error = this.#error;
    return error >= 0 && outcomeOf(error) !== "lost";
  }

  /**
   * @param {string} method
   * @param {string[]} words
   * @returns {Outcome}
   */
  #ask(method, ...words) {
    this.#wait();
    this.#mumbled = "";
    if (this.#closed) return "gone";
    const answer = this.#call(method, ...words);
    if (answer === THROWN) return "failed";
    if (isYes(answer)) return "done";
    const error = this.#error;
    if (error === 0) this.#mumbled = isNo(answer) ? "no" : "nothing";
    return outcomeOf(error);
  }

  #wait() {
    if (this.#spent > this.#budget) throw LATER;
  }

  /** @returns {number} NaN when even that is not to be had */
  get #error() {
    return Number.parseInt(this.#call(this.#names.lastError), 10);
  }

  get #closed() {
    try {
      // A window that shows another page now has taken along what the API stored to.
      const { home, document } = this.#found;
      return home.closed === true || home.document !== document;
    } catch {
      return true;
    }
  }

  /**
   * Chromium refuses synchronous requests while a page goes away, and the LMS's own code throws that at us.
   * @param {string} method
   * @param {string[]} words
   * @returns {string} its answer as text
   */
  #call(method, ...words) {
    const begun = this.#ticks();
    try {
      const answer = String(/** @type {any} */ (this.#found.api)[method](...words));
      // A promise, or a value in an object: the same for every learner and every element.
      return answer.startsWith("[object ") ? THROWN : answer;
    } catch {
      return THROWN;
    } finally {
      this.#spent += this.#ticks() - begun;
    }
  }
}

/** @type {(answer: string) => boolean} */
const isNo = (answer) => /^(false|0)$/i.test(answer);

/** @type {(answer: string) => boolean} */
const isYes = (answer) => /^(true|1)$/i.test(answer);
