import { FILM_STEP, OUTDATED } from "../contract.js";
import { keepAchieved, progressOf, summarise } from "./progress.js";
import { seenOf } from "../state/suspend-data/keys.js";
import { emptyRecord, emptySnapshot } from "../state/snapshot.js";

/** @typedef {import("../lms/keeper.js").Note} Note */
/** @typedef {import("../state/portfolio.js").Portfolio} Portfolio */
/** @typedef {import("./progress.js").Outline} Outline */
/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./progress.js").Summary} Summary */
/** @typedef {import("../state/snapshot.js").ItemRecord} ItemRecord */
/** @typedef {import("../state/snapshot.js").ItemState} ItemState */
/** @typedef {import("../state/snapshot.js").Preferences} Preferences */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/** @typedef {Pick<import("../session/session.js").Session, "save" | "keep" | "note"> & {looking?: boolean}} Saving */

/** What the learner does, written into the snapshot and handed on to be saved. */
export class Learning {
  #course;
  #saving;
  #changed;
  #snapshot = emptySnapshot();

  /**
   * @param {Outline} course
   * @param {Saving} saving
   * @param {(progress: Progress, completed: boolean, news: boolean) => void} changed `news`: the course was completed just now
   */
  constructor(course, saving, changed) {
    this.#course = course;
    this.#saving = saving;
    this.#changed = changed;
  }

  /** @param {Snapshot} snapshot what is remembered */
  resume(snapshot) {
    this.#snapshot = snapshot;
    this.#refresh();
  }

  /** @returns {string} id of the module last opened, or "" */
  get current() {
    return this.#snapshot.current;
  }

  /** All of it, to go on with in another language. */
  get snapshot() {
    return this.#snapshot;
  }

  get preferences() {
    return this.#snapshot.preferences;
  }

  /** @returns {"completed" | "passed" | "failed" | ""} what was achieved, ever; `failed`: the pass mark was missed, and nothing can change it */
  get achieved() {
    return this.#snapshot.passed ? "passed" : this.#snapshot.completed ? "completed" : this.#progress(this.#snapshot).failed ? "failed" : "";
  }

  /** @returns {number} what the learner's own order is made from; 0 while it is not known */
  get seed() {
    return this.#snapshot.seed;
  }

  /** @returns {IterableIterator<[string, ItemRecord]>} */
  get records() {
    return this.#snapshot.items.entries();
  }

  /** @returns {ReadonlyMap<string, unknown>} modules opened, by id */
  get opened() {
    return this.#snapshot.modules;
  }

  /** @returns {Portfolio} */
  get portfolio() {
    return this.#snapshot.portfolio;
  }

  /**
   * Something in the record of learning changed; it stays on this device.
   * @param {(portfolio: Portfolio) => void} change
   */
  gather(change) {
    change(this.#snapshot.portfolio);
    this.#saving.keep(this.#snapshot);
  }

  /**
   * @param {string} item
   * @returns {Readonly<ItemRecord>}
   */
  recordOf(item) {
    return this.#snapshot.items.get(item) ?? emptyRecord();
  }

  /**
   * Words that a tutor is to read.
   * @param {Note} note
   */
  report(note) {
    this.#note(note);
  }

  /**
   * @param {string} film
   * @returns {number} seconds
   */
  reached(film) {
    return this.#snapshot.films.get(film) ?? 0;
  }

  /**
   * @param {string} film
   * @returns {number | undefined} which parts of it were watched, a bit for each; states of the first versions do not say
   */
  seen(film) {
    const seen = this.#snapshot.films.get(seenOf(film));
    return seen && seen / FILM_STEP;
  }

  /** @param {string} module */
  open(module) {
    // What is only looked at gets no further: it would be gone at the next launch.
    if (this.#saving.looking) return;
    const { current, modules } = this.#snapshot;
    if (current === module && modules.has(module)) return;
    this.#snapshot.current = module;
    if (!modules.has(module)) modules.set(module, "started");
    this.#refresh();
    this.#saving.save(this.#snapshot, "soon", false);
  }

  /**
   * A question was checked.
   * @param {Note} note
   * @param {ItemState} state
   * @param {readonly string[]} response
   * @param {number} [basis] what it was held against
   * @param {number} [worth] percent that it is worth where parts count
   */
  check(note, state, response, basis = 0, worth = 0) {
    const record = this.#record(note.item);
    const credit = this.#course.completion.partial && state === "partly-correct" ? worth : 0;
    Object.assign(record, { state, response: [...response], attempts: record.attempts + 1, basis, credit });
    keepDraft(record, null);
    this.#refresh();
    this.#note(note);
    this.#saving.save(this.#snapshot, "now");
  }

  /**
   * What was said of an answer does not hold any more.
   * @param {string} item
   */
  outdate(item) {
    Object.assign(this.#record(item), { state: "answered", basis: OUTDATED });
    this.#refresh();
  }

  /**
   * An answer that is to be handed in with others. What was handed in before counts until then.
   * @param {string} item
   * @param {readonly string[]} response
   * @param {boolean} whole whether nothing is missing in it
   * @param {number} [words] what the words of its options are
   * @param {number} [saves] 1 when it is saved for good: what was taken back then must not come back from elsewhere
   */
  hold(item, response, whole, words = 0, saves = 0) {
    const record = this.#record(item);
    record.attempts += saves;
    const judged = !/answered/.test(record.state);
    // Until it is handed in the learner may answer once more a question that has changed.
    const basis = record.basis === OUTDATED ? OUTDATED : words;
    if (!judged) Object.assign(record, { state: whole ? "answered" : "unanswered", response: whole ? [...response] : [], basis });
    keepDraft(record, judged || !whole ? response : null, words);
    this.#refresh();
    this.#saving.save(this.#snapshot, "idle");
  }

  /**
   * Options or words changed, and not yet checked.
   * @param {string} item
   * @param {readonly string[]} options
   * @param {number} [words] what their words are
   */
  draft(item, options, words = 0) {
    keepDraft(this.#record(item), options, words);
    this.#saving.save(this.#snapshot, "idle");
  }

  /**
   * Words of a reflection.
   * @param {string} item
   * @param {string} text
   * @param {"" | "idle" | "soon"} [when] the LMS may keep these words too, and when it is to hear of them
   * @param {boolean} [alone] no LMS was found: they stay on this device until she takes them to one
   */
  write(item, text, when = "", alone = false) {
    const record = this.#record(item);
    const state = text.trim() ? "answered" : "unanswered";
    const turned = state !== record.state;
    Object.assign(record, { text, state });
    delete record.joined;
    // They go where the page says as she writes, and no further when another version says otherwise.
    if (when) record.sent = alone ? 0 : record.sent || 1;
    else delete record.sent;
    if (record.note?.response[0] !== text) delete record.note;
    if (turned) this.#refresh();
    // Unless the author chose otherwise, only whether there are words goes further than this device.
    if (when) this.#saving.save(this.#snapshot, when);
    else if (turned) this.#saving.save(this.#snapshot);
    else this.#saving.keep(this.#snapshot);
  }

  /**
   * @param {string} film
   * @param {number} seconds
   * @param {boolean} stopped
   * @param {number} [seen] which parts of it were watched, a bit for each
   */
  watch(film, seconds, stopped, seen) {
    const { films } = this.#snapshot;
    if (seen !== undefined) films.set(seenOf(film), seen * FILM_STEP);
    films.delete(film);
    if (seconds > 0) films.set(film, seconds);
    if (stopped) this.#saving.save(this.#snapshot);
    else this.#saving.keep(this.#snapshot);
  }

  /** @param {string} mark a module was read to its end, or a film watched, that completion asks for */
  reach(mark) {
    const record = this.#record(mark);
    if (record.state === "answered" || this.#saving.looking) return;
    record.state = "answered";
    this.#refresh();
    this.#saving.save(this.#snapshot, "soon");
  }

  /** @param {Partial<Preferences>} preferences */
  prefer(preferences) {
    Object.assign(this.#snapshot.preferences, preferences);
    this.#saving.keep(this.#snapshot);
  }

  /** @param {number} reading how the page is to look, wherever she goes on */
  read(reading) {
    this.#snapshot.preferences.reading = reading;
    if (this.#saving.looking) this.#saving.keep(this.#snapshot);
    else this.#saving.save(this.#snapshot, "idle", false);
  }

  /**
   * @param {Snapshot} snapshot
   * @returns {Summary}
   */
  summarise(snapshot) {
    return summarise(snapshot, this.#progress(snapshot), this.#course);
  }

  /** @param {Note} note kept beside the answer, until it is known that the LMS has it, and for another attempt */
  #note(note) {
    const record = this.#record(note.item);
    record.note = note;
    delete record.noted;
    this.#saving.note(note);
  }

  /** @param {string} item */
  #record(item) {
    const record = this.#snapshot.items.get(item) ?? emptyRecord();
    this.#snapshot.items.set(item, record);
    return record;
  }

  /** @param {Snapshot} snapshot */
  #progress(snapshot) {
    return progressOf(this.#course, snapshot);
  }

  #refresh() {
    const progress = this.#progress(this.#snapshot);
    const before = this.#snapshot.completed;
    keepAchieved(this.#snapshot, progress, this.#course.completion.rule);
    const { completed } = this.#snapshot;
    this.#changed(progress, completed, completed && !before);
  }
}

/**
 * @param {ItemRecord} record
 * @param {readonly string[] | null} options
 * @param {number} [words]
 */
function keepDraft(record, options, words = 0) {
  record.draft = options && [...options];
  delete record.drafted;
  if (options && words !== 0) record.drafted = words;
}
