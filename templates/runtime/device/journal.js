import { hash32 } from "../state/hash.js";
import { parse, readJournal, serialOf, writeJournal } from "../state/journal-text.js";
import { noSpare } from "./second-copy.js";

/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {ReturnType<typeof import("./storage.js").guardStorage>} Storage */

/**
 * What this device remembers of one learner and one course: everything, also the words of reflections, which go
 * nowhere else. All pages opened from disk share one storage in Chromium, and all packages of an LMS share its
 * origin: so the key holds the course, and a hash of the learner, that the next person at a shared computer does not
 * see what the last one wrote.
 */
export class Journal {
  #storage;
  #lasting;
  #fleeting;
  #spare;
  /** Number of the last time that it was written, the greater the later. */
  #serial;
  /** Under which all is kept; also names the course and the learner to other windows. */
  key;
  /** False when nothing can be kept: all is lost when the page closes. */
  works;
  /** What stood in the place of the last clearing when this window began. */
  #cleared;

  /**
   * @param {Storage} storage
   * @param {string} course
   * @param {string} learner id that the LMS gave, or "" on a device of one's own
   * @param {Storage | null} [fleeting] keeps all until the tab is closed, for a shared computer
   * @param {import("./second-copy.js").Spare} [spare]
   */
  constructor(storage, course, learner, fleeting = null, spare = noSpare) {
    this.key = journalKey(course, learner);
    this.#lasting = storage;
    this.#fleeting = fleeting;
    this.#storage = fleeting !== null && fleeting.read(this.key) !== null ? fleeting : storage;
    this.works = this.#storage.works;
    this.#spare = spare;
    this.#serial = serialOf(this.#storage.read(this.key));
    this.#cleared = storage.read(this.clearing);
  }

  /**
   * A browser that was killed may have left more in the spare copy.
   * @param {(snapshot: Snapshot) => void} then
   */
  async recover(then) {
    const begun = this.#serial;
    if (!this.works || this.shared) return;
    const text = await this.#spare.read(this.key);
    const snapshot = serialOf(text) > begun && !this.shared && !this.outlived ? readJournal(text ?? "") : null;
    if (snapshot) then(snapshot);
  }

  /** Where other windows see that all was cleared; names neither the course nor the learner. */
  get clearing() {
    return `satchel:${hash32(this.key, 2).toString(16)}`;
  }

  /**
   * Whether another window has cleared all: nothing that this one still knows may come back. A mark that is gone is not
   * meant: then the browser has emptied or shut its storage, and this window may be the last to know.
   * @returns {boolean}
   */
  get outlived() {
    const mark = this.#lasting.read(this.clearing);
    return mark !== null && mark !== this.#cleared;
  }

  /** @returns {boolean} whether all is kept only until the tab is closed */
  get shared() {
    return this.#storage === this.#fleeting;
  }

  /**
   * From now on all is kept until the tab is closed, or for good; nothing stays where it was.
   * @param {boolean} shared
   */
  share(shared) {
    const kept = this.#keys.map((key) => ({ key, text: this.#storage.read(key) }));
    this.clear();
    this.#storage = (shared ? this.#fleeting : null) ?? this.#lasting;
    this.works = this.#storage.works;
    // What is there says that it is to be looked for there, even when it is nothing yet.
    for (const { key, text } of kept) if (text !== null || key === this.key) this.#storage.write(key, text ?? "");
  }

  /**
   * Nothing is left of this learner and this course, here and in windows that still know it.
   * @returns {Promise<unknown>} when the page may be left
   */
  clear() {
    for (const key of this.#keys) this.#storage.remove(key);
    const mark = String(Math.random());
    if (this.#lasting.write(this.clearing, mark)) this.#cleared = mark;
    return this.#spare.remove(this.key);
  }

  /** What is kept here has gone on under another key. */
  leave() {
    this.#storage.remove(this.key);
    this.#spare.remove(this.key);
  }

  /** @returns {Snapshot | null} null when there is nothing that can be read */
  read() {
    const text = this.#storage.read(this.key);
    return text === null ? null : readJournal(text);
  }

  /**
   * Written at once: the page may be gone in the next moment.
   * @param {Snapshot} snapshot
   * @returns {boolean}
   */
  write(snapshot) {
    if (this.outlived) return false;
    // By the clock too: another window may have written meanwhile.
    this.#serial = Math.max(this.#serial + 1, Date.now());
    const text = writeJournal(snapshot, this.#serial);
    this.works = this.#storage.write(this.key, text);
    if (this.works && !this.shared) this.#spare.write(this.key, text);
    return this.works;
  }

  /** @returns {Snapshot | null} the work of an earlier attempt, of which the learner has not yet decided */
  readEarlier() {
    const text = this.#storage.read(this.#earlier);
    return text === null ? null : readJournal(text);
  }

  /**
   * @param {Snapshot} snapshot
   * @returns {boolean} false when it could not be put aside
   */
  writeEarlier(snapshot) {
    return !this.outlived && this.#storage.write(this.#earlier, writeJournal(snapshot));
  }

  /** She has decided. */
  forgetEarlier() {
    this.#storage.remove(this.#earlier);
  }

  /**
   * @param {string} text what an LMS gave back, and nobody can read: kept as it is, until another one is
   * @returns {boolean} whether the learner has still to read of it
   */
  keepDamaged(text) {
    if (parse(this.#storage.read(this.#damaged) ?? "")["text"] === text) return this.hasDamaged;
    if (!this.outlived) this.#storage.write(this.#damaged, JSON.stringify({ text }));
    return true;
  }

  /** @returns {boolean} whether the learner has still to read that something was damaged */
  get hasDamaged() {
    const kept = parse(this.#storage.read(this.#damaged) ?? "");
    return kept["text"] !== undefined && kept["read"] !== true;
  }

  /** She has read it. */
  readDamaged() {
    const { text } = parse(this.#storage.read(this.#damaged) ?? "");
    if (text !== undefined) this.#storage.write(this.#damaged, JSON.stringify({ text, read: true }));
  }

  get #damaged() {
    return `${this.key}:damaged`;
  }

  /** All that is kept of this learner. */
  get #keys() {
    return [this.key, this.#earlier, this.#damaged];
  }

  get #earlier() {
    return `${this.key}:earlier`;
  }
}

/**
 * @param {string} course
 * @param {string} learner
 * @returns {string}
 */
export function journalKey(course, learner) {
  const hex = (/** @type {number} */ seed) => hash32(learner, seed).toString(16).padStart(8, "0");
  return `satchel:${course}:${learner === "" ? "device" : hex(0) + hex(1)}`;
}
