/** What is read from text that any other page may have written: each is looked at before it is believed. */

/** @typedef {Record<string, unknown>} Fields */

/** @type {(text: string | null) => Fields} those of an object in JSON; none of anything else */
export function parse(text) {
  try {
    return fieldsOf(JSON.parse(text ?? ""));
  } catch {
    return {};
  }
}

/** @type {(value: unknown) => Fields} */
export const fieldsOf = (value) => (typeof value === "object" && value !== null ? /** @type {Fields} */ (value) : {});

/** @type {(value: unknown) => string} */
export const textIn = (value) => (typeof value === "string" ? value : "");

/** @type {(value: unknown) => unknown[]} */
export const listIn = (value) => (Array.isArray(value) ? value : []);

/** @type {(value: unknown) => string[]} */
export const textsIn = (value) => listIn(value).filter((entry) => typeof entry === "string");

/** @type {(value: unknown) => [string, unknown][]} */
export const pairsIn = (value) =>
  listIn(value).flatMap((pair) => (Array.isArray(pair) && typeof pair[0] === "string" ? [[pair[0], pair[1]]] : []));

/** @type {(value: unknown) => number} zero or more */
export const numberIn = (value) => (Number.isFinite(value) ? Math.max(0, Number(value)) : 0);

/** @type {(value: unknown, otherwise: number) => number} */
export const wholeIn = (value, otherwise) => (Number.isSafeInteger(value) ? Number(value) : otherwise);
