import contract from "../../builder/model/contract/contract.json" with { type: "json" };

/**
 * What the run-time and the builder must both know, from `contract.json`, which both read (`builder/model/contract/`).
 * In a bundle these names are plain values, and only those that it uses.
 *
 * The words of an author's settings; a test holds them against the file:
 *
 * @typedef {"all-modules" | "all-questions" | "pass-mark"} CompletionRule
 * @typedef {"device" | "lms-resume" | "report"} Privacy
 * @typedef {"no" | "all" | "all-but-last"} Shuffle
 * @typedef {"not-started" | "on-the-way" | "reached"} GoalStage
 */

const { editions, state, basis, hash, keys, longest, files } = contract;

export const SCORM12 = editions.scorm12;
export const SCORM2004 = editions.scorm2004;

export const GOAL_STAGES = /** @type {readonly GoalStage[]} */ (contract.goalStages);

/** How a learner may have the page look: the choices of each list, as the author left it first. Saved states number them. */
export const READING = /** @type {Readonly<Record<string, readonly string[]>>} */ (contract.reading);

/** A place in the page's words where a value goes, such as `{count}`: group 1 is its name. */
export const PLACEHOLDER = contract.placeholder;

/** Characters of an identifier that every LMS takes; no id of a course is longer. */
export const LONGEST_ID = longest.id;
/** Characters of an answer in words: as many as a gap's field takes. */
export const LONGEST_GAP = longest.gap;

/** Forms of the saved state: what each has is in `state/suspend-data/codec.js`. */
export const SCHEMA = state.schemas.plain;
export const SCHEMA_WITH_TEXTS = state.schemas.texts;
export const SCHEMA_WITH_BASES = state.schemas.bases;
export const SCHEMA_WITH_SEED = state.schemas.seed;

/** Seconds to which the place in a film is rounded down. */
export const FILM_STEP = state.filmStep;
/** Parts of a film of which it is kept whether they were watched: as many bits as a number of four bytes has. */
export const FILM_PARTS = state.filmParts;
export const LARGEST_SEED = state.largestSeed;
/** More attempts are not counted: two bytes hold so many. */
export const MOST_ATTEMPTS = state.mostAttempts;
/** Numbered attempts are 20 at most, and have one byte wherever the question has one. */
export const MOST_NUMBERED_ATTEMPTS = state.mostNumberedAttempts;

/** The basis of an answer that no verdict fits any more; the builder never gives it to a question. */
export const OUTDATED = basis.outdated;
/** The smallest and the largest number for what an answer rests on. */
export const FIRST_BASIS = basis.first;
export const LAST_BASIS = basis.last;

export const HASH_START = hash.start;
export const HASH_PRIME = hash.prime;
export const HASH_FIRST_MIX = hash.firstMix;
export const HASH_SECOND_MIX = hash.secondMix;

/** How many keys there are of each length, of modules, questions and films, and of the options of one question. */
export const COURSE_KEYS = keys.course;
export const CHOICE_KEYS = keys.choice;

export const STYLES = files.styles;
export const RECORD_SCRIPT = files.recordScript;

export const PREVIEW = contract.preview;
