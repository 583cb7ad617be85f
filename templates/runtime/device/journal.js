import { readPortfolio, writePortfolio } from "../learner/portfolio.js";
import { noSpare } from "./second-copy.js";
import { hash32 } from "../state/hash.js";
import { readNote, writeNote } from "../state/kept-note.js";
import { emptyRecord, emptySnapshot, ITEM_STATES } from "../state/snapshot.js";

/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../state/snapshot.js").ItemRecord} ItemRecord */
/** @typedef {ReturnType<typeof import("./storage.js").guardStorage>} Storage */

const FORMAT = 1;

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
    const kept = [this.key, this.#earlier].map((key) => ({ key, text: this.#storage.read(key) }));
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
    for (const key of [this.key, this.#earlier]) this.#storage.remove(key);
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

/**
 * @param {Snapshot} snapshot
 * @param {number} [serial]
 * @returns {string}
 */
export function writeJournal(snapshot, serial) {
  const { counter, current, completed, passed, score, seed, preferences } = snapshot;
  const modules = Object.fromEntries(snapshot.modules);
  const items = Object.fromEntries([...snapshot.items].map(([id, record]) => [id, shortRecord(record)]));
  const films = [...snapshot.films];
  const whole = { format: FORMAT, serial, counter, current, completed, passed, score, seed, preferences, modules, items, films };
  return JSON.stringify({ ...whole, portfolio: writePortfolio(snapshot.portfolio) });
}

/**
 * Without what is as in an empty record.
 * @param {ItemRecord} record
 */
function shortRecord(record) {
  /** @type {Record<string, unknown>} */
  const empty = { ...emptyRecord() };
  return Object.fromEntries(
    Object.entries({ ...record, ...writeNote(record) }).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(empty[name])),
  );
}

/**
 * @param {string} text anything at all: other pages share the storage
 * @returns {Snapshot | null} what of it is sound; null when nothing is; never throws
 */
export function readJournal(text) {
  const raw = parse(text);
  if (raw["format"] !== FORMAT) return null;
  const snapshot = emptySnapshot();
  snapshot.counter = whole(raw["counter"], 0);
  snapshot.current = typeof raw["current"] === "string" ? raw["current"] : "";
  snapshot.completed = raw["completed"] === true;
  snapshot.passed = raw["passed"] === true;
  snapshot.score = whole(raw["score"], -1);
  snapshot.seed = whole(raw["seed"], 0);
  for (const [id, state] of Object.entries(objectOf(raw["modules"]))) {
    snapshot.modules.set(id, state === "done" ? "done" : "started");
  }
  for (const [id, record] of Object.entries(objectOf(raw["items"]))) {
    snapshot.items.set(id, readRecord(id, objectOf(record)));
  }
  for (const film of Array.isArray(raw["films"]) ? raw["films"] : []) {
    if (!Array.isArray(film) || typeof film[0] !== "string") continue;
    snapshot.films.set(film[0], Math.max(0, Number(film[1]) || 0));
  }
  snapshot.portfolio = readPortfolio(raw["portfolio"]);
  const preferences = objectOf(raw["preferences"]);
  snapshot.preferences.captions = preferences["captions"] !== false;
  snapshot.preferences.speed = Math.min(4, Math.max(0.25, Number(preferences["speed"]) || 1));
  return snapshot;
}

/**
 * @param {string} id
 * @param {Record<string, unknown>} raw
 * @returns {ItemRecord}
 */
function readRecord(id, raw) {
  const record = emptyRecord();
  record.state = ITEM_STATES.find((state) => state === raw["state"]) ?? "unanswered";
  record.response = texts(raw["response"]) ?? [];
  record.draft = texts(raw["draft"]);
  record.attempts = whole(raw["attempts"], 0);
  record.index = whole(raw["index"], -1);
  record.basis = whole(raw["basis"], 0);
  record.credit = whole(raw["credit"], 0);
  if (Number.isSafeInteger(raw["sent"])) record.sent = Number(raw["sent"]);
  if (raw["joined"] === true) record.joined = true;
  record.text = typeof raw["text"] === "string" ? raw["text"] : "";
  if (raw["noted"] === true) record.noted = true;
  return Object.assign(record, readNote(id, raw["note"], record.text));
}

/** @type {(text: string | null) => number} */
const serialOf = (text) => whole(parse(text ?? "")["serial"], 0);

/**
 * @param {string} text
 * @returns {Record<string, unknown>}
 */
function parse(text) {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function objectOf(value) {
  return typeof value === "object" && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @type {(value: unknown) => string[] | null} */
const texts = (value) => (Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : null);

/** @type {(value: unknown, otherwise: number) => number} */
const whole = (value, otherwise) => (Number.isSafeInteger(value) ? Number(value) : otherwise);
