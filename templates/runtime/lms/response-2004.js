import { SCORM2004 } from "../contract.js";
import { choiceShape, identifiersOf } from "./ids.js";

/** @typedef {import("./keeper.js").Note} Note */

const LONGEST = 250;
const MOST_GAPS = 10;
/** real (10,7): seven decimals at most. */
const FINER = /(\.\d{7})\d+$/;

/**
 * How an answer is written in each type of interaction of SCORM 2004 (Run-Time Environment 4.2.9.1) but `performance` and
 * `other`; readable in reports: `partnership[,]learning`.
 * @type {Record<string, (note: Note, given: readonly string[]) => string>}
 */
const FORMS = {
  "true-false": (_, [first]) => (first === "true" ? "true" : "false"),
  choice: listed,
  sequencing: listed,
  matching: pairs,
  "fill-in": ({ language = "" }, given) => given.slice(0, MOST_GAPS).map((text) => localized(text, language)).join("[,]"),
  "long-fill-in": ({ language = "" }, [first = ""]) => localized(first, language, SCORM2004.longestText),
  numeric: (_, [first = ""]) => first.replace(FINER, "$1"),
  likert: ({ choices }, [first = ""]) => `s${choices.indexOf(first) + 1}`,
};

/**
 * An answer in the words of SCORM 2004.
 * @param {Note} note
 * @param {readonly string[]} given ids of options, pairs, words of gaps, or a number
 * @returns {string}
 */
export function response2004(note, given) {
  return (FORMS[note.types.scorm2004] ?? listed)(note, given);
}

/**
 * @param {Note} note
 * @returns {string} "" when there is no right answer
 */
export function pattern2004(note) {
  const { correct, types } = note;
  const [, low, high, another] = correct;
  // scorm-again refuses a pattern in which two gaps have the same answer.
  const twice = types.scorm2004 === "fill-in" && new Set(correct).size < correct.length;
  // A numeric interaction has one pattern: none says that either of two numbers is right.
  if (correct.length === 0 || twice || (types.scorm2004 === "numeric" && another !== undefined)) return "";
  return types.scorm2004 === "numeric" ? `${low}[:]${high}` : response2004(note, correct);
}

/**
 * @param {Note} note
 * @returns {string}
 */
export function result2004({ correct, right }) {
  return correct.length === 0 ? "neutral" : right ? "correct" : "incorrect";
}

/** @type {(note: Note, given: readonly string[]) => string} */
function listed({ choices }, given) {
  return identified(choices, given).join("[,]");
}

/** @type {(ids: readonly string[], given: readonly string[]) => string[]} */
function identified(ids, given) {
  const identifiers = identifiersOf(ids, choiceShape);
  return given.map((id) => identifiers.get(id) ?? choiceShape(id));
}

/** @type {(note: Note, given: readonly string[]) => string} */
function pairs({ choices, targets = [] }, given) {
  const sources = identified(choices, given.map((pair) => pair.split(".")[0] ?? ""));
  const partners = identified(targets, given.map((pair) => pair.split(".")[1] ?? ""));
  return sources.map((source, place) => `${source}[.]${partners[place]}`).join("[,]");
}

/**
 * localized_string_type, of 250 characters unless more are allowed: a brace at the start would be taken for a language, so one is said. The
 * space after it is for scorm-again, which refuses a brace there too.
 * @param {string} text
 * @param {string} language BCP 47 tag
 * @param {number} [longest]
 * @returns {string}
 */
function localized(text, language, longest = LONGEST) {
  const room = text.startsWith("{") ? longest - 1 : longest;
  const words = text.replace(/\s+/g, " ").replaceAll("[,]", "[, ]").slice(0, room).replace(/[\uD800-\uDBFF]$/, "");
  return words.startsWith("{") ? `{lang=${tagOf(language)}} ${words}` : words;
}

/**
 * The language and one subtag of letters: Moodle takes no more.
 * @param {string} language BCP 47 tag
 * @returns {string}
 */
export function tagOf(language) {
  const [tag] = /^[a-z]{2,3}(-[a-z]{2,8})?(?![a-z])/i.exec(language) ?? ["en"];
  return tag;
}
