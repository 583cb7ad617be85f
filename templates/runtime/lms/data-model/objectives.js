import { identifiersOf, interactionShape } from "../ids.js";
import { raise } from "../../learner/standing.js";

/** @typedef {import("../../learner/progress.js").Objective} Objective */
/** @typedef {import("../../learner/standing.js").Standing} Standing */
/** @typedef {import("../calls.js").LmsCalls} LmsCalls */
/** @typedef {import("../edition.js").Edition} Edition */

/** @typedef {{place: number, standing: Standing, score: number}} Held `place`: -1 when the LMS did not take it */

/**
 * @param {string} module its id
 * @returns {string} the identifier of its objective. Two modules never have the same: a hyphen is all that is changed in an id
 */
export function objectiveId(module) {
  const name = `obj-${module}`;
  return identifiersOf([name], interactionShape).get(name) ?? "";
}

/** Objectives that an LMS is asked about, whatever it says of their number (SCORM 2004 4th Edition, RTE 4.2.16: 100). */
const MOST = 250;

/** One objective for each module that was opened. It is found again by its id, which both editions let us read. */
export class Objectives {
  #calls;
  #edition;
  #put;
  /** @type {Map<string, Held> | null} by id; null before the LMS was asked */
  #known = null;
  /** @type {Map<string, string>} what the LMS has answered so far, while it is asked */
  #answers = new Map();
  /** The next free place; -1 when the LMS does without objectives. */
  #next = -1;

  /**
   * @param {LmsCalls} calls
   * @param {Edition} edition
   * @param {(element: string, value: string) => unknown} put sets what the LMS does not hold yet
   */
  constructor(calls, edition, put) {
    this.#calls = calls;
    this.#edition = edition;
    this.#put = put;
  }

  /** What the LMS took may be lost: it is asked anew. */
  forget() {
    this.#known = null;
    this.#answers.clear();
  }

  /**
   * Never makes a save fail: an LMS may do without objectives.
   * @param {readonly Objective[]} objectives
   */
  write(objectives) {
    const known = (this.#known ??= this.#look());
    for (const objective of objectives) {
      const id = objectiveId(objective.module);
      const held = known.get(id) ?? this.#begin(id);
      const standing = raise(objective.standing, held.standing);
      const score = Math.max(objective.score, held.score);
      known.set(id, { ...held, standing, score });
      if (held.place < 0) continue;
      for (const [field, value] of this.#edition.writeObjective({ ...objective, standing, score })) this.#put(elementOf(held.place, field), value);
    }
  }

  /** @returns {Map<string, Held>} those that the LMS has, which must not be lowered */
  #look() {
    const get = (/** @type {string} */ element) => {
      const answer = this.#answers.get(element) ?? this.#calls.get(element);
      this.#answers.set(element, answer);
      return answer;
    };
    const supported = /\bid\b/.test(get("cmi.objectives._children"));
    this.#next = supported ? Number.parseInt(get("cmi.objectives._count"), 10) || 0 : -1;
    const known = new Map();
    for (let place = 0; place < Math.min(this.#next, MOST); place += 1) {
      const held = this.#edition.readObjective((field) => get(elementOf(place, field)));
      known.set(get(elementOf(place, "id")), { place, ...held });
    }
    return known;
  }

  /**
   * @param {string} id
   * @returns {Held}
   */
  #begin(id) {
    const taken = this.#next >= 0 && this.#calls.set(elementOf(this.#next, "id"), id) === "done";
    return { place: taken ? this.#next++ : -1, standing: { completion: "none", success: "unknown" }, score: -1 };
  }
}

/** @type {(place: number, field: string) => string} */
const elementOf = (place, field) => `cmi.objectives.${place}.${field}`;
