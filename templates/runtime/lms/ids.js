import { LONGEST_ID } from "../contract.js";
import { hash32 } from "../state/hash.js";

/**
 * Identifiers that every LMS takes, made from the ids of the course: Moodle refuses hyphens in answers, and
 * interaction ids of one character or with an end that is no letter or digit. They depend on the ids alone.
 * @param {Iterable<string>} ids
 * @param {(id: string) => string} shape `interactionShape` or `choiceShape`
 * @returns {Map<string, string>} identifier by id, each one different
 */
export function identifiersOf(ids, shape) {
  const unique = [...new Set(ids)];
  /** @type {Map<string, number>} */
  const uses = new Map();
  for (const id of unique) uses.set(shape(id), (uses.get(shape(id)) ?? 0) + 1);
  return new Map(unique.map((id) => [id, alone(id, shape(id), uses)]));
}

/**
 * @param {string} id
 * @returns {string} `^[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]$`, of at least two characters
 */
export function interactionShape(id) {
  const plain = choiceShape(id).replace(/_+$/, "");
  return /^[A-Za-z]/.test(plain) && plain.length > 1 ? plain : `q_${plain || "0"}`;
}

/**
 * @param {string} id
 * @returns {string} `^[A-Za-z0-9_]+$`
 */
export function choiceShape(id) {
  return id.replace(/[^A-Za-z0-9]/g, "_") || "_";
}

/** @type {(id: string, shaped: string, uses: Map<string, number>) => string} */
function alone(id, shaped, uses) {
  const shared = (uses.get(shaped) ?? 0) > 1 && id !== shaped;
  if (!shared && shaped.length <= LONGEST_ID) return shaped;
  return `${shaped.slice(0, LONGEST_ID - 9)}_${hash32(id).toString(16).padStart(8, "0")}`;
}
