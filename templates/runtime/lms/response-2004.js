import { choiceShape, identifiersOf } from "./ids.js";

/** @typedef {import("./keeper.js").Note} Note */

const LONGEST = 250;
const LONGEST_TEXT = 4000;
const MOST_GAPS = 10;
/** real (10,7): seven decimals at most. */
const FINER = /(\.\d{7})\d+$/;

/**
 * An answer in the words of SCORM 2004 (Run-Time Environment 4.2.9.1), readable in reports: `partnership[,]learning`.
 * @param {Note} note
 * @param {readonly string[]} given ids of options, pairs, words of gaps, or a number
 * @returns {string}
 */
export function response2004(note, given) {
  const [first = ""] = given;
  switch (note.kind) {
    case "true-false":
      return first === "true" ? "true" : "false";
    case "matching":
      return pairs(note, given);
    case "fill-in":
      return given.slice(0, MOST_GAPS).map((text) => localized(text, note.language ?? "")).join("[,]");
    case "long-fill-in":
      return localized(first, note.language ?? "", LONGEST_TEXT);
    case "numeric":
      return first.replace(FINER, "$1");
    case "likert":
      return `s${note.choices.indexOf(first) + 1}`;
    default:
      return identified(note.choices, given).join("[,]");
  }
}

/**
 * @param {Note} note
 * @returns {string} "" when there is no right answer
 */
export function pattern2004(note) {
  const [, low, high] = note.correct;
  // scorm-again refuses a pattern in which two gaps have the same answer.
  const twice = note.kind === "fill-in" && new Set(note.correct).size < note.correct.length;
  if (!isJudged(note) || twice) return "";
  return note.kind === "numeric" ? `${low}[:]${high}` : response2004(note, note.correct);
}

/**
 * @param {Note} note
 * @returns {string}
 */
export function result2004(note) {
  return !isJudged(note) ? "neutral" : note.right ? "correct" : "incorrect";
}

/** @type {(note: Note) => boolean} */
const isJudged = ({ kind }) => kind !== "likert" && kind !== "long-fill-in";

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
  const [tag] = /^[a-z]{2,3}(-[a-z]{2,8})?(?![a-z])/i.exec(language) ?? ["en"];
  return words.startsWith("{") ? `{lang=${tag}} ${words}` : words;
}
