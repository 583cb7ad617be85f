import { PLACEHOLDER } from "../contract.js";

const PLACE = new RegExp(PLACEHOLDER);

/**
 * Words of the interface, with words of the course among them, each as an element that says its language.
 * @typedef {(string | Node)[]} Sentence
 */

/**
 * The words of the interface, in its language.
 *
 * @typedef {Record<string, string | number>} Values
 */
export class Strings {
  #catalogue;
  #language;
  #region;
  // For the script of the record too, which has no copy of its own.
  quote = quote;
  speakAs = speakAs;
  languageOf = languageOf;

  /**
   * @param {Record<string, string>} catalogue
   * @param {string} language BCP 47 tag
   * @param {string} [region] the same with a region, by which times and days are written
   */
  constructor(catalogue, language, region = language) {
    this.#catalogue = catalogue;
    this.#language = language;
    this.#region = region;
  }

  /** @returns {string} BCP 47 tag of the language that the words are in */
  get language() {
    return this.#language;
  }

  /**
   * @param {string} key
   * @param {Values} [values] for the places in braces
   * @returns {string}
   */
  text(key, values = {}) {
    return this.sentence(key, values).join("");
  }

  /**
   * @template T
   * @param {string} key
   * @param {Record<string, string | number | T | T[]>} [values] for the places in braces
   * @returns {(string | T)[]} with what the values are, as it is: elements stay elements
   */
  sentence(key, values = {}) {
    const words = this.#catalogue[key] ?? key;
    // Every other part is the name of a place.
    return words.split(PLACE).flatMap((part, index) => /** @type {T[]} */ (index % 2 ? (values[part] ?? `{${part}}`) : part));
  }

  /**
   * The form that this language has for so many: `key.one`, `key.other` and so on.
   * @param {string} key
   * @param {number} count
   * @param {Values} [values]
   * @returns {string}
   */
  plural(key, count, values = {}) {
    const form = `${key}.${this.#rule(count)}`;
    return this.text(form in this.#catalogue ? form : `${key}.other`, { count, ...values });
  }

  /**
   * The same with the number in words.
   * @param {string} key
   * @param {number} count
   * @returns {string}
   */
  spelled(key, count) {
    return this.plural(key, count, { count: this.number(count) });
  }

  /**
   * @param {number} value
   * @returns {string} in words when the language has a word for it, else in figures
   */
  number(value) {
    return this.#catalogue[`number.${value}`] ?? String(value);
  }

  /**
   * @param {Date} date
   * @returns {string} e.g. `14:02`
   */
  time(date) {
    return date.toLocaleTimeString(this.#locale, { hour: "2-digit", minute: "2-digit" });
  }

  /**
   * @param {Date} date
   * @returns {string} e.g. `23 Nov 2026, 14:02`
   */
  moment(date) {
    return date.toLocaleString(this.#locale, { dateStyle: "medium", timeStyle: "short" });
  }

  /**
   * @param {Date} date
   * @returns {string} e.g. `23 November 2026`
   */
  date(date) {
    return date.toLocaleDateString(this.#locale, { dateStyle: "long" });
  }

  /**
   * @param {string} day ISO 8601, as a field of type date gives it
   * @returns {string}
   */
  day(day) {
    // At noon no time zone, and no change of clocks, makes another day of it.
    return this.date(new Date(`${day}T12:00:00`));
  }

  /**
   * @param {number} seconds
   * @returns {string} in minutes; what was only looked at is not nothing
   */
  duration(seconds) {
    return seconds < 60 ? this.text("record.under-a-minute") : this.plural("record.minutes", Math.round(seconds / 60));
  }

  /** @param {number} count */
  #rule(count) {
    // Loading the rules of all languages takes longer than anything else at the start.
    if (/^en\b/.test(this.#language)) return count === 1 ? "one" : "other";
    return new Intl.PluralRules(this.#locale).select(count);
  }

  get #locale() {
    return Intl.DateTimeFormat.supportedLocalesOf([this.#region.replaceAll("_", "-")])[0];
  }
}

/**
 * The words of an element, to be said again: what is in another language than the interface keeps its mark.
 * @param {Node | null | undefined} source
 * @returns {Sentence}
 */
export function quote(source) {
  if (!source) return [];
  const said = [];
  const words = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
  /** @type {Element | null | undefined} */
  let last;
  while (words.nextNode()) {
    const { textContent, parentElement } = words.currentNode;
    const formula = parentElement?.closest("math");
    if (!formula || formula !== last) said.push(spoken((formula?.getAttribute("alttext") ?? textContent ?? "").replace(/\s+/g, " "), parentElement));
    last = formula;
  }
  if (said[0] === " ") said.shift();
  if (said.at(-1) === " ") said.pop();
  return said;
}

/**
 * @param {string} words
 * @param {Element | null | undefined} source
 * @returns {string | HTMLElement} the words, in an element where the source is in another language than the interface
 */
export function spoken(words, source) {
  const marked = words.trim() && source?.closest(MARKED);
  return marked ? speakAs(Object.assign(document.createElement("span"), { textContent: words }), marked) : words;
}

/**
 * @template {HTMLElement} T
 * @param {T} element takes the language and the direction of another one
 * @param {Element | null | undefined} source
 * @returns {T}
 */
export function speakAs(element, source) {
  const { lang = "", dir = "" } = /** @type {HTMLElement} */ (source?.closest(MARKED) ?? {});
  if (lang) element.lang = lang;
  if (dir) element.dir = dir;
  return element;
}

/** What is in another language than the interface: the page as a whole may be, the interface is the body's. */
const MARKED = "body [lang]";

/** @type {(page: Document) => string} BCP 47 tag of the language that the interface of a page is in */
export const interfaceLanguage = ({ body, documentElement }) => body.lang || documentElement.lang;

/** @type {(element: Element | null | undefined) => string} BCP 47 tag */
export const languageOf = (element) => /** @type {HTMLElement | null | undefined} */ (element?.closest("[lang]"))?.lang ?? "";
