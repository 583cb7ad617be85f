import { decodePacked } from "../../state/suspend-data/codec.js";

/** @typedef {import("../calls.js").LmsCalls} LmsCalls */
/** @typedef {import("./elements.js").Elements} Elements */
/** @typedef {import("../keeper.js").Entry} Entry */
/** @typedef {import("../keeper.js").Saved} Saved */

/** Characters that every LMS is known to hold. */
const FEW = 254;

/** The saved state in the LMS, in as many characters as it turns out to hold. */
export class SuspendData {
  #calls;
  #elements;
  #element;
  #limit;
  /** Characters up to which the LMS need not be asked what it holds. */
  #proved = 0;
  /** Whether the LMS takes the state, and gives back none or one that cannot be read. */
  #isAstray = false;

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
    this.#isAstray = data === "";
    if (data.length > FEW) this.#limit = Math.min(this.#limit, data.length);
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
      const { text } = encoded;
      const whole = encoded.whole && !this.#isAstray;
      if (this.#elements.taken(this.#element) === text) return { outcome: "done", whole };
      const outcome = this.#elements.set(this.#element, text);
      if (outcome !== "refused") return { outcome, whole };
      this.#limit = text.length - 1;
    }
  }

  /**
   * Looks, once for each length, whether the LMS still holds all of it. Some give back what they held before, or nothing.
   * @returns {boolean} whether there is something to do or to say about it
   */
  wasCut() {
    const text = this.#elements.taken(this.#element) ?? "";
    if (text.length <= this.#proved) return false;
    this.#proved = text.length;
    const held = this.#calls.read(this.#element);
    if (held === "") return false;
    const isCut = held !== text && text.startsWith(held);
    this.#isAstray = !text.startsWith(held) && decodePacked(held) === null;
    if (isCut) {
      this.#elements.forget(this.#element);
      this.#limit = held.length;
    }
    return isCut || this.#isAstray;
  }
}
