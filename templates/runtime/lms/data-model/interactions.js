import { identifiersOf, interactionShape } from "../ids.js";
import { objectiveId } from "./objectives.js";

/** @typedef {import("../keeper.js").Note} Note */
/** @typedef {import("../calls.js").LmsCalls} LmsCalls */
/** @typedef {import("../edition.js").Edition} Edition */
/** @typedef {import("../edition.js").Assignment} Assignment */

/** @typedef {import("../keeper.js").Asked} Asked */

/** @typedef {{note: Note, place: number, isNew: boolean, left: Assignment[]}} Begun `isNew`: nothing of it was set yet */

/** An LMS need hold no more interactions (SCORM 2004 4th Edition, RTE 4.2.9). */
const MOST = 250;

/**
 * One record for each question, made at its first check and written anew at each later one. Its place is that of the
 * question in the course, so that a column of a report is one question for all learners. Which place is whose is our own
 * knowledge: SCORM 1.2 cannot be asked.
 */
export class Interactions {
  #calls;
  #edition;
  /** @type {Map<string, number>} place by item */
  #places = new Map();
  /** @type {readonly Asked[]} what can be reported, in the order of the course; none where the LMS keeps no places for it */
  #order = [];
  /** @type {Map<string, Record<string, string>>} of the options of each question that is to be reported in words */
  #words = new Map();
  /** @type {Set<string>} items whose question this session has written */
  #written = new Set();
  /** @type {Map<string, string>} */
  #identifiers = new Map();
  /** @type {Begun | null} what there was no time to finish */
  #begun = null;
  /** @type {number | null} the next free place; null before the first look */
  #next = null;
  #supported = true;
  /** Whether the LMS has refused an answer as people write it: then it is not tried again. */
  #isStrict = false;

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
   * @param {readonly Asked[]} [asked]
   */
  recall(places, items, asked = []) {
    this.#places = new Map(places);
    this.#order = asked.slice(0, MOST);
    for (const { id, words } of asked) if (words) this.#words.set(id, words);
    this.#identifiers = identifiersOf(items, interactionShape);
  }

  /**
   * Never makes a save fail: an LMS may do without interactions.
   * @param {Note} note
   * @returns {number} -1 when the LMS did not take it
   */
  record(note) {
    const record = this.#begun?.note === note ? this.#begun : this.#begin(note);
    this.#begun = record;
    if (record === null || !this.#setAll(record)) return -1;
    this.#written.add(note.item);
    this.#places.set(note.item, record.place);
    this.#next = Math.max(this.#look(), record.place + 1);
    return record.place;
  }

  /**
   * @param {Note} note
   * @returns {Begun | null} null where the LMS does without interactions
   */
  #begin(note) {
    const next = this.#look();
    if (!this.#supported) return null;
    const id = this.#identifiers.get(note.item) ?? interactionShape(note.item);
    const place = this.#placeOf(note.item, id) ?? this.#ownPlace(note.item, id, next) ?? this.#look();
    const { question, answer } = this.#edition.interaction(note, id, note.module ? objectiveId(note.module) : "", this.#words.get(note.item));
    return { note, place, isNew: true, left: this.#written.has(note.item) ? answer : [...question, ...answer] };
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
   * The place that the question has in the course. An LMS takes a place only after all before it, so those are kept for
   * their questions: with an id and a type, and nothing else. A place that may be another question's is never taken.
   * @param {string} item
   * @param {string} id
   * @param {number} next
   * @returns {number | null} null when it is not to be had
   */
  #ownPlace(item, id, next) {
    const rank = (/** @type {string} */ one) => this.#order.findIndex((asked) => asked.id === one);
    const own = rank(item);
    if (own < 0 || [...this.#places.values()].includes(own)) return null;
    if (own >= next) return this.#keepFree(next, own) ? own : null;
    // It was kept free for this question, as far as that can be known.
    if (this.#edition.readableInteractions) return this.#calls.get(`${this.#edition.interactions}.${own}.id`) === id ? own : null;
    return this.#places.size > 0 && [...this.#places].every(([one, place]) => rank(one) === place) ? own : null;
  }

  /**
   * @param {number} from
   * @param {number} to
   * @returns {boolean} false when one of these questions has a place elsewhere, or the LMS will not have it so
   */
  #keepFree(from, to) {
    if (this.#order.slice(from, to).some(({ id }) => this.#places.has(id))) return false;
    for (const { id, types } of this.#order.slice(from, to)) {
      const at = `${this.#edition.interactions}.${this.#next}`;
      const identifier = this.#identifiers.get(id) ?? interactionShape(id);
      if (this.#calls.set(`${at}.id`, identifier) !== "done") {
        this.#order = [];
        return false;
      }
      this.#calls.set(`${at}.type`, types[this.#edition.types]);
      this.#next = (this.#next ?? from) + 1;
    }
    return true;
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
   * Each assignment is made once, also when there is time for the others only later.
   * @param {Begun} record
   * @returns {boolean}
   */
  #setAll(record) {
    for (let [next] = record.left; next; [next] = record.left) {
      const [field, value, otherwise] = next;
      const element = `${this.#edition.interactions}.${record.place}.${field}`;
      let outcome = this.#calls.set(element, (this.#isStrict && otherwise) || value);
      if (outcome === "refused" && otherwise !== undefined && !this.#isStrict) {
        this.#isStrict = true;
        outcome = this.#calls.set(element, otherwise);
      }
      if (outcome !== "done" && record.isNew) {
        // Without its id there is no record; an LMS that does without interactions is never asked again.
        if (outcome === "refused" && this.#calls.notImplemented) this.#supported = false;
        this.#begun = null;
        return false;
      }
      record.isNew = false;
      record.left = record.left.slice(1);
    }
    this.#begun = null;
    return true;
  }
}
