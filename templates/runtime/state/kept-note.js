import { fieldsOf, numberIn, textIn, textsIn } from "./fields.js";

/** @typedef {import("../lms/keeper.js").Note} Note */
/** @typedef {import("./snapshot.js").ItemRecord} ItemRecord */

/**
 * What the LMS is told of an answer, as JSON beside the answer. Words of a reflection are not kept twice.
 * @param {ItemRecord} record
 * @returns {Record<string, unknown>}
 */
export function writeNote({ note, text }) {
  if (!note) return {};
  const { item: _, ...kept } = note;
  return { note: { ...kept, ...(text !== "" && note.response[0] === text ? { response: [] } : {}) } };
}

/**
 * @param {string} item
 * @param {unknown} value anything at all; never throws
 * @param {string} text words of the reflection
 * @returns {Pick<ItemRecord, "note">} nothing when it is not whole
 */
export function readNote(item, value, text) {
  const raw = fieldsOf(value);
  const at = new Date(String(raw["at"]));
  const { scorm12, scorm2004 } = fieldsOf(raw["types"]);
  const response = textsIn(raw["response"]);
  if (Number.isNaN(at.getTime()) || typeof scorm12 !== "string" || typeof scorm2004 !== "string") return {};
  const note = {
    item,
    types: { scorm12, scorm2004 },
    choices: textsIn(raw["choices"]),
    response: response.length === 0 && text !== "" ? [text] : response,
    correct: textsIn(raw["correct"]),
    right: raw["right"] === true,
    seconds: numberIn(raw["seconds"]),
    at,
    description: textIn(raw["description"]),
    ...(raw["targets"] ? { targets: textsIn(raw["targets"]) } : {}),
    ...(raw["module"] ? { module: textIn(raw["module"]) } : {}),
    ...(raw["weight"] ? { weight: Number(raw["weight"]) || 0 } : {}),
    ...(raw["language"] ? { language: textIn(raw["language"]) } : {}),
  };
  return { note };
}
