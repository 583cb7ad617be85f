/**
 * One element of a data model.
 *
 * @typedef {object} Element
 * @property {RegExp} name
 * @property {"r" | "w" | "rw"} access as the course has it
 * @property {RegExp} form of its values
 * @property {string} [start] its value before anybody set it
 *
 * @typedef {object} Errors codes of the edition's own table
 * @property {string} general
 * @property {string} early a call before the session is open
 * @property {string} late a call after it has ended
 * @property {string} twice Initialize in an open session
 * @property {string} unknown no such element
 * @property {string} order an index that leaves a gap
 * @property {string} readOnly
 * @property {string} writeOnly
 * @property {string} form
 * @property {string} unset no value yet; "0" where that is no error
 *
 * @typedef {object} Edition
 * @property {string} property where a course looks for the API
 * @property {Record<"initialize" | "terminate" | "get" | "set" | "commit" | "error" | "errorString" | "diagnostic", string>} methods
 * @property {Errors} errors
 * @property {readonly Element[]} elements
 * @property {number} limit characters of suspend data
 * @property {Record<"status" | "score" | "location" | "data" | "exit" | "entry", readonly string[]>} told elements that the pane
 *   and the record know by what they mean
 */

const ANY = /^[^]*$/;

/**
 * @param {string} name `n` stands for an index
 * @param {Element["access"]} access
 * @param {RegExp} [form]
 * @param {string} [start]
 * @returns {Element}
 */
export function element(name, access, form = ANY, start = "") {
  const pattern = name.replace(/\./g, "\\.").replace(/\bn\b/g, "\\d+");
  return { name: new RegExp(`^${pattern}$`), access, form, start };
}

/**
 * @param {Edition} edition
 * @param {string} name
 * @returns {Element | undefined}
 */
export function elementOf(edition, name) {
  return edition.elements.find((known) => known.name.test(name));
}

/**
 * How many entries a list has.
 * @param {ReadonlyMap<string, string>} values
 * @param {string} list `cmi.interactions`
 * @returns {number}
 */
export function countOf(values, list) {
  const indexes = new Set();
  for (const name of values.keys()) if (name.startsWith(`${list}.`)) indexes.add(name.slice(list.length + 1).split(".")[0]);
  return indexes.size;
}

/**
 * @param {ReadonlyMap<string, string>} values
 * @param {string} name
 * @returns {boolean} whether an index in it is larger than the list is long
 */
export function leavesGap(values, name) {
  const parts = name.split(".");
  return parts.some((part, place) => /^\d+$/.test(part) && Number(part) > countOf(values, parts.slice(0, place).join(".")));
}
