import { LmsCalls } from "./calls.js";
import { worst } from "./errors.js";
import { findApi } from "./find-api.js";
import { Interactions } from "./interactions.js";
import { Objectives } from "./objectives.js";
import { raise } from "../learner/standing.js";

/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./keeper.js").Entry} Entry */
/** @typedef {import("./keeper.js").Note} Note */
/** @typedef {import("./keeper.js").Remembered} Remembered */
/** @typedef {import("./keeper.js").Saved} Saved */
/** @typedef {import("./errors.js").Outcome} Outcome */
/** @typedef {import("../learner/standing.js").Standing} Standing */
/** @typedef {(element: string) => string} Get */
/** @typedef {[element: string, value: string]} Assignment */

/**
 * One edition of SCORM: its element names, vocabularies and forms.
 *
 * @typedef {object} Edition
 * @property {import("./find-api.js").ApiNames} api
 * @property {number} limit characters of suspend data that every LMS must hold
 * @property {number} longestReport characters of a written answer
 * @property {string} mode
 * @property {string} credit
 * @property {string} entry
 * @property {string} learner
 * @property {string} captions -1: off, 0: as the course has it, 1: on
 * @property {string} location
 * @property {string} data
 * @property {string} exit
 * @property {string} sessionTime
 * @property {Assignment[]} leave what is set when the learner leaves by herself
 * @property {string} interactions
 * @property {boolean} readableInteractions whether the id of an interaction can be read back
 * @property {(seconds: number) => string} duration
 * @property {(get: Get) => Standing} readStanding
 * @property {(standing: Standing) => Assignment[]} writeStanding
 * @property {(get: Get) => string} readScore percent, or ""
 * @property {(percent: number) => Assignment[]} writeScore
 * @property {(get: Get) => string} readPassMark percent, or ""
 * @property {(measure: number) => Assignment[]} writeMeasure
 * @property {(get: Get) => {standing: Standing, score: number}} readObjective by the names of its fields
 * @property {(objective: import("../learner/progress.js").Objective) => Assignment[]} writeObjective
 * @property {(note: Note, id: string, objective?: string) => {question: Assignment[], answer: Assignment[]}} interaction `question` is
 *   written once, `answer` at each attempt
 */

/**
 * @param {Window} start
 * @param {readonly Edition[]} editions the one that the package was made for first
 * @returns {Keeper | null} null when there is no LMS, or none that opens a session
 */
export function connectScorm(start, editions) {
  for (const edition of editions) {
    const find = () => findApi(start, edition.api);
    const found = find();
    const calls = found && new LmsCalls(found, edition.api, find);
    if (calls?.initialize()) return new ScormKeeper(calls, edition);
  }
  return null;
}

/**
 * Keeps the record in an LMS. Writes only what changed since the last commit that succeeded.
 * @implements {Keeper}
 */
export class ScormKeeper {
  /** @type {"lms"} */
  place = "lms";
  #calls;
  #edition;
  #interactions;
  #objectives;
  /** @type {Map<string, string>} what the LMS has taken, by element */
  #taken = new Map();
  /** @type {Set<string>} elements set since the last commit that succeeded */
  #uncommitted = new Set();
  /** @type {Standing} */
  #standing = { completion: "none", success: "unknown" };
  #score = -1;
  /** Whether captions were shown when the LMS was last asked or told. */
  #captions = true;
  #limit;
  reports;
  /** Characters of state up to which the LMS need not be asked what it holds; none is known to hold fewer. */
  #proved = 254;

  /**
   * @param {LmsCalls} calls
   * @param {Edition} edition
   */
  constructor(calls, edition) {
    this.#calls = calls;
    this.#edition = edition;
    this.#interactions = new Interactions(calls, edition);
    this.#objectives = new Objectives(calls, edition, (element, value) => this.#put(element, value));
    this.#limit = edition.limit;
    this.reports = edition.longestReport;
  }

  /** @returns {Remembered} */
  remembered() {
    const edition = this.#edition;
    const get = (/** @type {string} */ element) => this.#calls.get(element);
    const mode = get(edition.mode).trim().toLowerCase();
    this.#standing = edition.readStanding(get);
    this.#score = percentOf(edition.readScore(get)) ?? -1;
    const data = get(edition.data);
    const location = get(edition.location);
    this.#taken = new Map([[edition.data, data], [edition.location, location]]);
    const captions = Number(get(edition.captions));
    this.#captions = captions !== -1;
    if (this.#standing.completion !== "none") this.#prime(edition.writeStanding(this.#standing));
    return {
      mode: mode === "review" || mode === "browse" ? mode : "normal",
      credit: get(edition.credit),
      entry: get(edition.entry),
      standing: this.#standing,
      data,
      location,
      learner: get(edition.learner),
      score: this.#score,
      passMark: percentOf(edition.readPassMark(get)),
      captions: captions === 1 || captions === -1 ? captions === 1 : null,
    };
  }

  /**
   * @param {Map<string, number>} indexes
   * @param {readonly string[]} items
   */
  recall(indexes, items) {
    this.#interactions.recall(indexes, items);
  }

  /**
   * What the LMS gave back cannot be read: it holds no more than that.
   * @param {string} data
   */
  doubt(data) {
    if (data.startsWith("X1.") && data.length > this.#proved) this.#limit = Math.min(this.#limit, data.length);
  }

  /**
   * An LMS of SCORM 1.2 records `completed` at the end when nobody has said anything else. And whatever is not left
   * by `suspend` is not given back by SCORM 2004.
   * @param {Standing} standing
   * @returns {Outcome}
   */
  begin(standing) {
    const first = this.#standing.completion === "none" ? this.#putStanding(standing) : "done";
    return worst([first, this.#put(this.#edition.exit, "suspend"), this.#commit()]);
  }

  /**
   * @param {Note} note
   * @returns {number}
   */
  note(note) {
    return this.#interactions.record(note);
  }

  /**
   * One save, in the order that LMSs need: state, then score, then status, then commit.
   * @param {Entry} entry
   * @returns {Saved}
   */
  save(entry) {
    const saved = this.#saveOnce(entry);
    // Some LMSs say yes and cut what is long: then less is given to them, and once more.
    return saved.outcome === "done" && this.#wasCut() ? this.#saveOnce(entry) : saved;
  }

  /**
   * @param {Entry} entry
   * @returns {Saved}
   */
  #saveOnce(entry) {
    const { standing, score, measure, objectives = [] } = entry.summary;
    const data = this.#putData(entry.encode);
    const scored = this.#putScore(score);
    this.#objectives.write(objectives);
    const outcomes = [
      data.outcome,
      scored,
      this.#put(this.#edition.location, entry.location),
      this.#putAll(this.#edition.writeMeasure(measure)),
      this.#putStanding(standing),
      this.#put(this.#edition.exit, "suspend"),
      this.#putTime(entry.seconds),
      this.#putCaptions(entry.captions),
      this.#commit(),
    ];
    return { outcome: worst(outcomes), whole: data.whole };
  }

  forget() {
    this.#objectives.forget();
    this.#taken.clear();
  }

  /** @returns {boolean} */
  revive() {
    this.forget();
    return this.#calls.reopen();
  }

  /**
   * All was committed before: what an LMS does at the end cannot be relied on.
   * @param {boolean} leaves
   */
  end(leaves) {
    if (leaves) this.#putAll(this.#edition.leave);
    this.#calls.terminate();
  }

  /**
   * Never longer than the limit; when the LMS refuses it all the same, less.
   * @param {Entry["encode"]} encode
   * @returns {Saved}
   */
  #putData(encode) {
    for (;;) {
      const encoded = encode(this.#limit);
      if (encoded === null) return { outcome: "done", whole: false };
      const { text, whole } = encoded;
      if (this.#taken.get(this.#edition.data) === text) return { outcome: "done", whole };
      const outcome = this.#set(this.#edition.data, text);
      if (outcome !== "refused") return { outcome, whole };
      this.#limit = text.length - 1;
    }
  }

  /**
   * Looks, once for each length, whether the LMS still holds all of the state. Only a state cut short counts: some
   * give back what they held before, or nothing.
   * @returns {boolean}
   */
  #wasCut() {
    const text = this.#taken.get(this.#edition.data) ?? "";
    if (text.length <= this.#proved) return false;
    this.#proved = text.length;
    const held = this.#calls.get(this.#edition.data);
    if (held === "" || held.length >= text.length || !text.startsWith(held)) return false;
    this.#taken.delete(this.#edition.data);
    this.#limit = held.length;
    return true;
  }

  /** @param {number} percent */
  #putScore(percent) {
    if (percent < 0 || percent < this.#score) return "done";
    this.#score = percent;
    return this.#putAll(this.#edition.writeScore(percent));
  }

  /** @param {Standing} standing */
  #putStanding(standing) {
    this.#standing = raise(this.#standing, standing);
    return this.#putAll(this.#edition.writeStanding(this.#standing));
  }

  /** @param {boolean} captions */
  #putCaptions(captions) {
    if (captions === this.#captions) return "done";
    const outcome = this.#put(this.#edition.captions, captions ? "1" : "-1");
    if (outcome === "done") this.#captions = captions;
    return outcome;
  }

  /** @param {number} seconds */
  #putTime(seconds) {
    return this.#put(this.#edition.sessionTime, this.#edition.duration(seconds));
  }

  /**
   * What the LMS holds need not be set again.
   * @param {Assignment[]} assignments
   */
  #prime(assignments) {
    for (const [element, value] of assignments) this.#taken.set(element, value);
  }

  /** @param {Assignment[]} assignments */
  #putAll(assignments) {
    return worst(assignments.map(([element, value]) => this.#put(element, value)));
  }

  /**
   * @param {string} element
   * @param {string} value
   * @returns {Outcome}
   */
  #put(element, value) {
    if (this.#taken.get(element) === value) return "done";
    const outcome = this.#set(element, value);
    // What is refused will be refused again: it does not make the save fail.
    return outcome === "refused" ? "done" : outcome;
  }

  /**
   * @param {string} element
   * @param {string} value
   * @returns {Outcome}
   */
  #set(element, value) {
    const outcome = this.#calls.set(element, value);
    if (outcome === "done" || outcome === "refused") this.#taken.set(element, value);
    if (outcome === "done") this.#uncommitted.add(element);
    return outcome;
  }

  /** @returns {Outcome} */
  #commit() {
    const outcome = this.#calls.commit();
    if (outcome === "done") this.#uncommitted.clear();
    else this.#forgetUncommitted();
    return outcome;
  }

  /** After a commit that failed all is set again: the LMS may have lost what it took. */
  #forgetUncommitted() {
    this.#objectives.forget();
    for (const element of this.#uncommitted) this.#taken.delete(element);
    this.#uncommitted.clear();
  }
}

/**
 * @param {string} text
 * @returns {number | null}
 */
function percentOf(text) {
  const percent = text.trim() === "" ? Number.NaN : Number(text);
  return percent >= 0 && percent <= 100 ? percent : null;
}
