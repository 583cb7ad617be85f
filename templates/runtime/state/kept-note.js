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
  if (typeof value !== "object" || value === null) return {};
  const raw = /** @type {Record<string, unknown>} */ (value);
  const at = new Date(String(raw["at"]));
  const { scorm12, scorm2004 } = /** @type {Record<string, unknown>} */ (raw["types"] ?? {});
  const response = listOf(raw["response"]);
  if (Number.isNaN(at.getTime()) || typeof scorm12 !== "string" || typeof scorm2004 !== "string") return {};
  const note = {
    item,
    types: { scorm12, scorm2004 },
    choices: listOf(raw["choices"]),
    response: response.length === 0 && text !== "" ? [text] : response,
    correct: listOf(raw["correct"]),
    right: raw["right"] === true,
    seconds: Math.max(0, Number(raw["seconds"]) || 0),
    at,
    description: textOf(raw["description"]),
    ...(raw["targets"] ? { targets: listOf(raw["targets"]) } : {}),
    ...(raw["module"] ? { module: textOf(raw["module"]) } : {}),
    ...(raw["weight"] ? { weight: Number(raw["weight"]) || 0 } : {}),
    ...(raw["language"] ? { language: textOf(raw["language"]) } : {}),
  };
  return { note };
}

/** @type {(value: unknown) => string[]} */
const listOf = (value) => (Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : []);

/** @type {(value: unknown) => string} */
const textOf = (value) => (typeof value === "string" ? value : "");
