import { LATER, LmsCalls } from "./calls.js";
import { Elements } from "./data-model/elements.js";
import { worst } from "./errors.js";
import { findApi } from "./find-api.js";
import { Interactions } from "./data-model/interactions.js";
import { Objectives } from "./data-model/objectives.js";
import { SuspendData } from "./data-model/suspend-data.js";
import { raise } from "../learner/standing.js";

/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./keeper.js").Entry} Entry */
/** @typedef {import("./keeper.js").Note} Note */
/** @typedef {import("./keeper.js").Remembered} Remembered */
/** @typedef {import("./keeper.js").Saved} Saved */
/** @typedef {import("./errors.js").Outcome} Outcome */
/** @typedef {import("../learner/standing.js").Standing} Standing */
/** @typedef {import("./edition.js").Edition} Edition */

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
  #elements;
  #data;
  #interactions;
  #objectives;
  /** @type {Standing} */
  #standing = { completion: "none", success: "unknown" };
  #score = -1;
  /** Whether captions were shown when the LMS was last asked or told. */
  #captions = true;
  reports;

  /**
   * @param {LmsCalls} calls
   * @param {Edition} edition
   */
  constructor(calls, edition) {
    const elements = new Elements(calls);
    this.#calls = calls;
    this.#edition = edition;
    this.#elements = elements;
    this.#data = new SuspendData(calls, elements, edition);
    this.#interactions = new Interactions(calls, edition);
    this.#objectives = new Objectives(calls, edition, (element, value) => elements.put(element, value));
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
    this.#elements.prime([[edition.data, data], [edition.location, location]]);
    const captions = Number(get(edition.captions));
    this.#captions = captions !== -1;
    if (this.#standing.completion !== "none") this.#elements.prime(edition.writeStanding(this.#standing));
    return {
      mode: mode === "review" || mode === "browse" ? mode : "normal",
      // That it is an LMS which says nothing of it is something too.
      credit: get(edition.credit) || "?",
      entry: get(edition.entry),
      standing: this.#standing,
      data,
      location,
      learner: get(edition.learner),
      score: this.#score,
      // Nobody asks for one percent: a fraction, or nothing, is meant by it.
      passMark: percentOf(edition.readPassMark(get), 2),
      captions: captions === 1 || captions === -1 ? captions === 1 : null,
    };
  }

  /**
   * @param {Map<string, number>} indexes
   * @param {readonly string[]} items
   * @param {readonly import("./keeper.js").Asked[]} [asked]
   */
  recall(indexes, items, asked) {
    this.#interactions.recall(indexes, items, asked);
  }

  /** @param {string} data suspend data that came back shorter than it was */
  cut(data) {
    this.#data.cut(data);
  }

  /**
   * An LMS of SCORM 1.2 records `completed` at the end when nobody has said anything else. And whatever is not left
   * by `suspend` is not given back by SCORM 2004.
   * @param {Standing} standing
   * @returns {Outcome}
   */
  begin(standing) {
    const first = this.#standing.completion === "none" ? this.#putStanding(standing) : "done";
    return worst([first, this.#elements.put(this.#edition.exit, "suspend"), this.#commit()]);
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
    return saved.outcome === "done" && this.#data.wasCut() ? this.#saveOnce(entry) : saved;
  }

  /**
   * Asked only where a course has several languages.
   * @param {string} [chosen] what the learner prefers from now on; committed with the next save
   * @returns {string} what she prefers
   */
  language(chosen) {
    if (chosen) this.#elements.put(this.#edition.language, chosen);
    return chosen || this.#calls.get(this.#edition.language);
  }

  /**
   * @param {number} budget milliseconds
   * @param {() => number} ticks
   * @param {() => void} act
   */
  within(budget, ticks, act) {
    this.#calls.pace(budget, ticks);
    try {
      act();
    } catch (error) {
      if (error !== LATER) throw error;
    } finally {
      this.#calls.pace(Infinity);
    }
  }

  /**
   * @param {Entry} entry
   * @returns {Saved}
   */
  #saveOnce(entry) {
    const { standing, score, measure, objectives = [] } = entry.summary;
    const data = this.#data.put(entry.encode);
    const scored = this.#putScore(score);
    this.#objectives.write(objectives);
    const outcomes = [
      data.outcome,
      scored,
      this.#elements.put(this.#edition.location, entry.location),
      this.#elements.putAll(this.#edition.writeMeasure(measure)),
      this.#putStanding(standing),
      this.#elements.put(this.#edition.exit, "suspend"),
      this.#putTime(entry.seconds),
      this.#putCaptions(entry.captions),
      this.#commit(),
    ];
    return { outcome: worst(outcomes), whole: data.whole, ...(this.#isUnscored ? { unscored: true } : {}) };
  }

  /** Whether the LMS will not have the score, or that the learner is done. */
  get #isUnscored() {
    const { completion, success } = this.#standing;
    const isDone = completion === "completed" || success === "passed";
    // One of the forms of a score is enough; a score without its bounds is one too.
    const scores = this.#edition.writeScore(this.#score).filter(([element]) => !/\.m(in|ax)$/.test(element));
    return (this.#score >= 0 && this.#elements.refuses(scores)) || (isDone && this.#elements.refuses(this.#edition.writeStanding(this.#standing)));
  }

  forget() {
    this.#objectives.forget();
    this.#elements.forget();
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
    if (leaves) this.#elements.putAll(this.#edition.leave);
    this.#calls.terminate();
  }

  /** @param {number} percent */
  #putScore(percent) {
    if (percent < 0 || percent < this.#score) return "done";
    this.#score = percent;
    return this.#elements.putAll(this.#edition.writeScore(percent));
  }

  /** @param {Standing} standing */
  #putStanding(standing) {
    // She has completed a newer version, which asks for no pass mark.
    const lifts = this.#standing.success === "failed" && standing.completion === "completed" && standing.success === "unknown";
    if (lifts) this.#standing = standing;
    this.#standing = raise(this.#standing, standing);
    return this.#elements.putAll(this.#edition.writeStanding(this.#standing, lifts));
  }

  /** @param {boolean} captions */
  #putCaptions(captions) {
    if (captions === this.#captions) return "done";
    const outcome = this.#elements.put(this.#edition.captions, captions ? "1" : "-1");
    if (outcome === "done") this.#captions = captions;
    return outcome;
  }

  /** @param {number} seconds */
  #putTime(seconds) {
    return this.#elements.put(this.#edition.sessionTime, this.#edition.duration(seconds));
  }

  /** @returns {Outcome} */
  #commit() {
    const outcome = this.#elements.commit();
    if (outcome !== "done") this.#objectives.forget();
    return outcome;
  }
}

/**
 * @param {string} text `85`, or as some LMSs write it: `85,5`, `85 %`
 * @param {number} [least]
 * @returns {number | null}
 */
function percentOf(text, least = 0) {
  // 0.55 times 100 is a little more than 55, and nobody may miss a pass mark by that.
  const percent = Number(Number.parseFloat(text.replace(",", ".")).toFixed(4));
  return percent >= least && percent <= 100 ? percent : null;
}
