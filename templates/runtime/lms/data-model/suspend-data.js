/** @typedef {import("../calls.js").LmsCalls} LmsCalls */
/** @typedef {import("./elements.js").Elements} Elements */
/** @typedef {import("../keeper.js").Entry} Entry */
/** @typedef {import("../keeper.js").Saved} Saved */

/** The saved state in the LMS, in as many characters as it turns out to hold. */
export class SuspendData {
  #calls;
  #elements;
  #element;
  #limit;
  /** Characters up to which the LMS need not be asked what it holds; none is known to hold fewer. */
  #proved = 254;

  /**
   * @param {LmsCalls} calls
   * @param {Elements} elements
   * @param {Pick<import("../edition.js").Edition, "data" | "limit">} edition
   */
  constructor(calls, elements, { data, limit }) {
    this.#calls = calls;
    this.#elements = elements;
    this.#element = data;
    this.#limit = limit;
  }

  /** @param {string} data what the LMS gave back of more: it holds no more than that */
  cut(data) {
    if (data.length > this.#proved) this.#limit = Math.min(this.#limit, data.length);
  }

  /**
   * Never longer than the limit; when the LMS refuses it all the same, less.
   * @param {Entry["encode"]} encode
   * @returns {Saved}
   */
  put(encode) {
    for (;;) {
      const encoded = encode(this.#limit);
      if (encoded === null) return { outcome: "done", whole: false };
      const { text, whole } = encoded;
      if (this.#elements.taken(this.#element) === text) return { outcome: "done", whole };
      const outcome = this.#elements.set(this.#element, text);
      if (outcome !== "refused") return { outcome, whole };
      this.#limit = text.length - 1;
    }
  }

  /**
   * Looks, once for each length, whether the LMS still holds all of it. Only a state cut short counts: some give back
   * what they held before, or nothing.
   * @returns {boolean}
   */
  wasCut() {
    const text = this.#elements.taken(this.#element) ?? "";
    if (text.length <= this.#proved) return false;
    this.#proved = text.length;
    const held = this.#calls.read(this.#element);
    if (held === "" || held.length >= text.length || !text.startsWith(held)) return false;
    this.#elements.forget(this.#element);
    this.#limit = held.length;
    return true;
  }
}
