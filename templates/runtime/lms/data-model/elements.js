import { worst } from "../errors.js";

/** @typedef {import("../calls.js").LmsCalls} LmsCalls */
/** @typedef {import("../edition.js").Assignment} Assignment */
/** @typedef {import("../errors.js").Outcome} Outcome */

/** The elements of the data model as the LMS has taken them: only what has changed since is set. */
export class Elements {
  #calls;
  /** @type {Map<string, string>} what the LMS has taken, by element */
  #taken = new Map();
  /** @type {Set<string>} elements whose last value it refused */
  #refused = new Set();
  /** @type {Set<string>} elements set since the last commit that succeeded */
  #uncommitted = new Set();

  /** @param {LmsCalls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * What the LMS holds need not be set again.
   * @param {Assignment[]} assignments
   */
  prime(assignments) {
    for (const [element, value] of assignments) this.#taken.set(element, value);
  }

  /**
   * @param {string} element
   * @returns {string | undefined} what the LMS has taken
   */
  taken(element) {
    return this.#taken.get(element);
  }

  /**
   * @param {Assignment[]} assignments
   * @returns {boolean} whether the LMS will have none of these
   */
  refuses(assignments) {
    return assignments.length > 0 && assignments.every(([element]) => this.#refused.has(element));
  }

  /**
   * What the LMS took may be lost: it is set again.
   * @param {string} [element] all of them, without one
   */
  forget(element) {
    if (element === undefined) this.#taken.clear();
    else this.#taken.delete(element);
  }

  /**
   * @param {Assignment[]} assignments
   * @returns {Outcome}
   */
  putAll(assignments) {
    return worst(assignments.map(([element, value]) => this.put(element, value)));
  }

  /**
   * @param {string} element
   * @param {string} value
   * @returns {Outcome}
   */
  put(element, value) {
    if (this.#taken.get(element) === value) return "done";
    const outcome = this.set(element, value);
    // What is refused will be refused again: it does not make the save fail.
    return outcome === "refused" ? "done" : outcome;
  }

  /**
   * Sets it, though the LMS may hold it.
   * @param {string} element
   * @param {string} value
   * @returns {Outcome}
   */
  set(element, value) {
    const outcome = this.#calls.set(element, value);
    if (outcome === "done" || outcome === "refused") this.#taken.set(element, value);
    if (outcome === "done") this.#uncommitted.add(element);
    if (outcome === "refused") this.#refused.add(element);
    else this.#refused.delete(element);
    return outcome;
  }

  /** @returns {Outcome} after one that failed all is set again: the LMS may have lost what it took */
  commit() {
    const outcome = this.#calls.commit();
    if (outcome !== "done") for (const element of this.#uncommitted) this.#taken.delete(element);
    this.#uncommitted.clear();
    return outcome;
  }
}
