import { hash32 } from "../state/hash.js";
import { parse, textsIn } from "../state/fields.js";
import { readJournal, serialOf, writeJournal } from "../state/journal-text.js";
import { noSpare } from "./second-copy.js";
import { noStorage } from "./storage.js";

/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {ReturnType<typeof import("./storage.js").guardStorage>} Storage */
/** @typedef {{text: string, work: Snapshot, at: Date}} Parcel work as it is kept, and when it was last changed */

/** A key under which nothing is ever looked for. */
const PROBE = "satchel";

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
  /** @type {boolean} whether what was written last is in local storage */
  #first;
  /** @type {boolean | null} whether it is in the spare copy; null while that is not known */
  #second = null;
  /** Called when it turns out otherwise. */
  whenKnown = () => {};
  /** Whether what is kept here may be somebody else's: it is not read, and put aside before anything is written. */
  #apart = false;
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
    this.#first = this.#storage.works;
    this.#spare = spare;
    this.#serial = serialOf(this.#storage.read(this.key));
    this.#cleared = storage.read(this.clearing);
    if (!this.#first) this.#writeSpare(PROBE, "");
  }

  /** @returns {boolean} false when nothing can be kept: all is lost when the page closes */
  get works() {
    // Nobody is told that it is lost before that is known.
    return this.#first || this.#second !== false;
  }

  /**
   * A browser that was killed may have left more in the spare copy.
   * @param {(snapshot: Snapshot) => void} then
   */
  async recover(then) {
    const begun = Math.max(this.#serial, serialOf(this.text));
    if (this.shared || this.#apart) return;
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
    this.#first = this.#storage.works;
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
    const { text } = this;
    return text === null || this.#apart ? null : readJournal(text);
  }

  /**
   * Written at once: the page may be gone in the next moment.
   * @param {Snapshot} snapshot
   * @returns {boolean}
   */
  write(snapshot) {
    if (this.outlived) return false;
    if (this.#apart) this.#putAside();
    // By the clock too: another window may have written meanwhile.
    this.#serial = Math.max(this.#serial + 1, Date.now());
    const text = writeJournal(snapshot, this.#serial);
    this.#first = this.#storage.write(this.key, text);
    if (!this.shared) this.#writeSpare(this.key, text);
    return this.works;
  }

  /**
   * @param {string} key
   * @param {string} text
   */
  #writeSpare(key, text) {
    this.#spare.write(key, text, (kept) => {
      const before = this.works;
      this.#second = kept;
      if (this.works !== before) this.whenKnown();
    });
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
   * @returns {"" | "damaged" | "damaged-unkept"} what the learner has still to read of it: also where nothing can be kept
   */
  keepDamaged(text) {
    if (parse(this.#storage.read(this.#damaged))["text"] === text) return this.hasDamaged ? "damaged" : "";
    return !this.outlived && this.#storage.write(this.#damaged, JSON.stringify({ text })) ? "damaged" : "damaged-unkept";
  }

  /** @returns {boolean} whether the learner has still to read that something was damaged */
  get hasDamaged() {
    const kept = parse(this.#storage.read(this.#damaged));
    return kept["text"] !== undefined && kept["read"] !== true;
  }

  /** She has read it. */
  readDamaged() {
    const { text } = parse(this.#storage.read(this.#damaged));
    if (text !== undefined) this.#storage.write(this.#damaged, JSON.stringify({ text, read: true }));
  }

  get #damaged() {
    return `${this.key}:damaged`;
  }

  /** What is kept, as it is kept. */
  get text() {
    return this.#storage.read(this.key);
  }

  /** @returns {Parcel[]} work of which nobody has said yet that it is hers: what is kept under this key, and what was put aside */
  parcels() {
    const { text } = this;
    return [...(text ? [text] : []), ...this.#listOf(this.#aside)].flatMap((kept) => {
      const work = readJournal(kept);
      return work ? [{ text: kept, work, at: new Date(serialOf(kept)) }] : [];
    });
  }

  /** An LMS names nobody: what is kept here may be anybody's. */
  keepApart() {
    this.#apart = true;
  }

  /** What is kept here is this learner's all the same. */
  join() {
    this.#apart = false;
  }

  /** Put aside for whoever says that it is hers; when there is no room for that, nothing stands in its place. */
  #putAside() {
    this.#apart = false;
    const { text } = this;
    if (!text) return;
    if (this.#storage.write(this.#aside, JSON.stringify([text, ...this.#listOf(this.#aside)]))) this.leave();
    else this.#storage = this.#fleeting ?? noStorage;
  }

  /** @param {Parcel} parcel somebody has said that it is hers */
  take({ text }) {
    if (this.text === text) this.leave();
    const left = this.#listOf(this.#aside).filter((kept) => kept !== text);
    if (left.length > 0) this.#storage.write(this.#aside, JSON.stringify(left));
    else this.#storage.remove(this.#aside);
  }

  get #aside() {
    return `${this.key}:aside`;
  }

  /**
   * @param {Parcel} parcel this learner has said that it is not hers
   */
  decline({ text }) {
    this.#storage.write(this.#declined, JSON.stringify([String(hash32(text)), ...this.#listOf(this.#declined)]));
  }

  /**
   * @param {Parcel} parcel
   * @returns {boolean} whether this learner has said that it is not hers
   */
  hasDeclined({ text }) {
    return this.#listOf(this.#declined).includes(String(hash32(text)));
  }

  get #declined() {
    return `${this.key}:declined`;
  }

  /**
   * @param {string} key
   * @returns {string[]}
   */
  #listOf(key) {
    const { list } = parse(`{"list":${this.#storage.read(key) ?? "[]"}}`);
    return textsIn(list);
  }

  /** All that is kept of this learner. */
  get #keys() {
    return [this.key, this.#earlier, this.#damaged, this.#declined];
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
