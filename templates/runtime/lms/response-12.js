import { choiceShape } from "./ids.js";

/** @typedef {import("./keeper.js").Note} Note */

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const PLACES = "123456789abcdefghijklmnopqrstuvwxyz0";
const LONGEST = 255;

/**
 * An answer in the words of SCORM 1.2 (CMIFeedback): one character for each option.
 * @param {Note} note
 * @param {readonly string[]} given ids of options, pairs, words of gaps, or a number
 * @returns {string}
 */
export function response12(note, given) {
  const [first = ""] = given;
  switch (note.kind) {
    case "true-false":
      return first === "true" ? "t" : "f";
    case "matching":
      return given.map((pair) => pairOf(note, pair)).join(",");
    case "fill-in":
    case "long-fill-in":
      return shortened(given.join(", "));
    case "numeric":
      return first;
    case "likert":
      return PLACES[note.choices.indexOf(first)] ?? "";
    default:
      return given.map((id) => letterOf(note.choices, id)).join(",");
  }
}

/**
 * @param {Note} note
 * @returns {string} "" when there is no right answer
 */
export function pattern12(note) {
  return isJudged(note) ? response12(note, note.correct) : "";
}

/**
 * @param {Note} note
 * @returns {string}
 */
export function result12(note) {
  return !isJudged(note) ? "neutral" : note.right ? "correct" : "wrong";
}

/** @type {(note: Note) => boolean} */
const isJudged = ({ kind }) => kind !== "likert" && kind !== "long-fill-in";

/** @type {(choices: readonly string[], id: string) => string} */
const letterOf = (choices, id) => LETTERS[choices.indexOf(id)] ?? choiceShape(id);

/** @type {(note: Note, pair: string) => string} */
function pairOf({ choices, targets = [] }, pair) {
  const [source = "", target = ""] = pair.split(".");
  return `${letterOf(choices, source)}.${PLACES[targets.indexOf(target)] ?? choiceShape(target)}`;
}

/** @type {(text: string) => string} */
function shortened(text) {
  return text.replace(/\s+/g, " ").slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "");
}
