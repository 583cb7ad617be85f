import { countOf, elementOf, leavesGap } from "./elements.js";

/** @typedef {import("./elements.js").Edition} Edition */
/** @typedef {import("./record.js").LearnerRecord} LearnerRecord */

/**
 * One call of the API.
 *
 * @typedef {object} Call
 * @property {string} method
 * @property {string} element
 * @property {string} value
 * @property {string} result
 * @property {string} error what GetLastError says after it
 *
 * @typedef {object} Faults ways to fail, that may change at any time
 * @property {boolean} commit
 * @property {boolean} slow
 * @property {boolean} initialize
 */

const SLOW = 3000;

/** One launch of the course: from Initialize to Terminate. */
export class LmsSession {
  /** @type {"waiting" | "open" | "over"} */
  state = "waiting";
  /** @type {Map<string, string>} what the course has set, and what it was given */
  values = new Map();
  #edition;
  #record;
  #faults;
  #error = "0";

  /**
   * @param {Edition} edition
   * @param {LearnerRecord} record
   * @param {Faults} faults
   * @param {(call: Call) => void} told
   */
  constructor(edition, record, faults, told) {
    this.#edition = edition;
    this.#record = record;
    this.#faults = faults;
    this.#error = "0";
    const { methods } = edition;
    /** @type {Record<string, (element?: unknown, value?: unknown) => string>} */
    const acts = {
      [methods.initialize]: () => this.#initialize(),
      [methods.terminate]: () => this.#terminate(),
      [methods.get]: (element) => this.#get(String(element)),
      [methods.set]: (element, value) => this.#set(String(element), String(value)),
      [methods.commit]: () => this.#commit(),
      [methods.error]: () => this.#error,
      [methods.errorString]: () => "",
      [methods.diagnostic]: () => "",
    };
    /** @type {Record<string, (element?: unknown, value?: unknown) => string>} */
    this.api = {};
    for (const [method, act] of Object.entries(acts)) {
      this.api[method] = (element = "", value = "") => {
        if (![methods.error, methods.errorString, methods.diagnostic].includes(method)) this.#error = "0";
        const result = act(element, value);
        told({ method, element: String(element), value: String(value), result, error: this.#error });
        return result;
      };
    }
  }

  /**
   * @param {string} error
   * @returns {"false"}
   */
  #refuse(error) {
    this.#error = error;
    return "false";
  }

  /** @returns {string} "" in an open session, else the error of every call */
  get #closed() {
    if (this.state === "open") return "";
    return this.state === "over" ? this.#edition.errors.late : this.#edition.errors.early;
  }

  #initialize() {
    if (this.#faults.initialize) return this.#refuse(this.#edition.errors.general);
    if (this.state !== "waiting") return this.#refuse(this.#edition.errors.twice);
    this.state = "open";
    this.values = this.#record.given();
    return "true";
  }

  #terminate() {
    if (this.#closed) return this.#refuse(this.#closed);
    const result = this.#keep();
    this.state = "over";
    return result;
  }

  #commit() {
    if (this.#closed) return this.#refuse(this.#closed);
    // As an LMS does that waits for its server: nothing else happens in the window.
    if (this.#faults.slow) for (const end = performance.now() + SLOW; performance.now() < end; );
    return this.#keep();
  }

  #keep() {
    if (this.#faults.commit) return this.#refuse(this.#edition.errors.general);
    this.#record.store(this.values);
    return "true";
  }

  /** @param {string} name */
  #get(name) {
    const { errors } = this.#edition;
    const known = elementOf(this.#edition, name);
    this.#error = this.#closed || (known ? "0" : errors.unknown);
    if (this.#error !== "0" || !known) return "";
    if (known.access === "w") this.#error = errors.writeOnly;
    if (this.#error !== "0") return "";
    if (name.endsWith("._count")) return String(countOf(this.values, name.slice(0, -"._count".length)));
    const value = this.values.get(name) ?? known.start ?? "";
    if (value === "" && !this.values.has(name)) this.#error = errors.unset;
    return value;
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #set(name, value) {
    const { errors } = this.#edition;
    const known = elementOf(this.#edition, name);
    if (this.#closed) return this.#refuse(this.#closed);
    if (!known) return this.#refuse(errors.unknown);
    if (known.access === "r") return this.#refuse(errors.readOnly);
    if (leavesGap(this.values, name)) return this.#refuse(errors.order);
    if (!known.form.test(value)) return this.#refuse(errors.form);
    this.values.set(name, value);
    return "true";
  }
}
