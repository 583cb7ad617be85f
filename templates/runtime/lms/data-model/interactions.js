import { identifiersOf, interactionShape } from "../ids.js";
import { objectiveId } from "./objectives.js";

/** @typedef {import("../keeper.js").Note} Note */
/** @typedef {import("../calls.js").LmsCalls} LmsCalls */
/** @typedef {import("../edition.js").Edition} Edition */
/** @typedef {import("../edition.js").Assignment} Assignment */

/**
 * One record for each question, made at its first check and written anew at each later one. Which place is whose is
 * our own knowledge: SCORM 1.2 cannot be asked.
 */
export class Interactions {
  #calls;
  #edition;
  /** @type {Map<string, number>} place by item */
  #places = new Map();
  /** @type {Set<string>} items whose question this session has written */
  #written = new Set();
  /** @type {Map<string, string>} */
  #identifiers = new Map();
  /** @type {number | null} the next free place; null before the first look */
  #next = null;
  #supported = true;

  /**
   * @param {LmsCalls} calls
   * @param {Edition} edition
   */
  constructor(calls, edition) {
    this.#calls = calls;
    this.#edition = edition;
  }

  /**
   * @param {Map<string, number>} places
   * @param {readonly string[]} items
   */
  recall(places, items) {
    this.#places = new Map(places);
    this.#identifiers = identifiersOf(items, interactionShape);
  }

  /**
   * Never makes a save fail: an LMS may do without interactions.
   * @param {Note} note
   * @returns {number} -1 when the LMS did not take it
   */
  record(note) {
    const next = this.#look();
    if (!this.#supported) return -1;
    const id = this.#identifiers.get(note.item) ?? interactionShape(note.item);
    const place = this.#placeOf(note.item, id) ?? next;
    const { question, answer } = this.#edition.interaction(note, id, note.module ? objectiveId(note.module) : "");
    const assignments = this.#written.has(note.item) ? answer : [...question, ...answer];
    if (!this.#setAll(place, assignments)) return -1;
    this.#written.add(note.item);
    this.#places.set(note.item, place);
    this.#next = Math.max(next, place + 1);
    return place;
  }

  /** @returns {number} the next free place, by the LMS's count when it has one */
  #look() {
    if (this.#next !== null) return this.#next;
    const highest = Math.max(-1, ...this.#places.values());
    const count = this.#calls.get(`${this.#edition.interactions}._count`).trim();
    const counted = /^\d+$/.test(count) ? Number(count) : null;
    // Fewer than we remember: the LMS has begun anew, and our places mean nothing.
    if (counted !== null && counted <= highest) this.#places.clear();
    this.#next = counted ?? highest + 1;
    return this.#next;
  }

  /**
   * @param {string} item
   * @param {string} id
   * @returns {number | null}
   */
  #placeOf(item, id) {
    const place = this.#places.get(item);
    if (place === undefined || this.#written.has(item) || !this.#edition.readableInteractions) return place ?? null;
    const found = this.#calls.get(`${this.#edition.interactions}.${place}.id`);
    return found === id || found === "" ? place : null;
  }

  /**
   * @param {number} place
   * @param {Assignment[]} assignments
   */
  #setAll(place, assignments) {
    for (const [position, [field, value]] of assignments.entries()) {
      const outcome = this.#calls.set(`${this.#edition.interactions}.${place}.${field}`, value);
      if (outcome !== "done" && position === 0) {
        // Without its id there is no record; an LMS that does without interactions is never asked again.
        if (outcome === "refused" && this.#calls.notImplemented) this.#supported = false;
        return false;
      }
    }
    return true;
  }
}
