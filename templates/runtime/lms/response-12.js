import { SCORM12 } from "../contract.js";
import { choiceShape } from "./ids.js";

/** @typedef {import("./keeper.js").Note} Note */

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const PLACES = "123456789abcdefghijklmnopqrstuvwxyz0";

/**
 * How an answer is written in each type of interaction of SCORM 1.2 (CMIFeedback) but `performance`: one character for
 * each option.
 * @type {Record<string, (note: Note, given: readonly string[]) => string>}
 */
const FORMS = {
  "true-false": (_, [first]) => (first === "true" ? "t" : "f"),
  choice: lettered,
  sequencing: lettered,
  matching: (note, given) => given.map((pair) => pairOf(note, pair)).join(","),
  "fill-in": (_, given) => shortened(given.join("; ")),
  numeric: (_, [first = ""]) => first,
  likert: ({ choices }, [first = ""]) => PLACES[choices.indexOf(first)] ?? "",
};

/**
 * An answer in the words of SCORM 1.2.
 * @param {Note} note
 * @param {readonly string[]} given ids of options, pairs, words of gaps, or a number
 * @returns {string}
 */
export function response12(note, given) {
  return (FORMS[note.types.scorm12] ?? lettered)(note, given);
}

/**
 * The same in words; of several that are too long together each is cut, none left out.
 * @param {readonly string[]} given ids of options, or pairs
 * @param {Record<string, string>} words by id; that of a partner begins with a dot
 * @returns {string}
 */
export function words12(given, words) {
  const said = given.map((id) => words[id] ?? id.split(".").map((part, at) => words[at > 0 ? `.${part}` : part] ?? part).join(": "));
  const room = Math.floor((SCORM12.longestText + 2) / said.length) - 2;
  const all = said.join("; ");
  if (all.length <= SCORM12.longestText) return shortened(all);
  return said.map((text) => (text.length > room ? `${text.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text)).join("; ");
}

/**
 * @param {Note} note
 * @returns {string} "" when there is no right answer
 */
export function pattern12(note) {
  return note.correct.length > 0 ? response12(note, note.correct) : "";
}

/**
 * @param {Note} note
 * @returns {string}
 */
export function result12({ correct, right }) {
  return correct.length === 0 ? "neutral" : right ? "correct" : "wrong";
}

/** @type {(note: Note, given: readonly string[]) => string} */
function lettered({ choices }, given) {
  return given.map((id) => letterOf(choices, id)).join(",");
}

/** @type {(choices: readonly string[], id: string) => string} */
const letterOf = (choices, id) => LETTERS[choices.indexOf(id)] ?? choiceShape(id);

/** @type {(note: Note, pair: string) => string} */
function pairOf({ choices, targets = [] }, pair) {
  const [source = "", target = ""] = pair.split(".");
  return `${letterOf(choices, source)}.${PLACES[targets.indexOf(target)] ?? choiceShape(target)}`;
}

/** @type {(text: string) => string} */
function shortened(text) {
  return text.replace(/\s+/g, " ").slice(0, SCORM12.longestText).replace(/[\uD800-\uDBFF]$/, "");
}
