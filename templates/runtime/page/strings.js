import { PLACEHOLDER } from "../contract.js";
import { BEGIN, END, OWN_BEGIN, OWN_END } from "../missing-words.js";

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
   * @param {T[]} parts
   * @returns {(string | T)[]} with what stands between them in a list
   */
  list(parts) {
    if (parts.length < 2) return parts;
    // Safari has it since 14.1.
    const [locale] = Intl.ListFormat?.supportedLocalesOf([this.#tag]) ?? [];
    if (!locale) return parts.flatMap((part, place) => (place ? [this.text("list.comma"), part] : [part]));
    const places = new Intl.ListFormat(locale, { type: "unit" }).formatToParts(parts.map((_, place) => `${place}`));
    return places.map(({ type, value }) => (type === "element" ? /** @type {T} */ (parts[Number(value)]) : value));
  }

  /**
   * @template T
   * @param {string} key
   * @param {Record<string, string | number | T | T[]>} [values] for the places in braces
   * @returns {(string | T)[]} with what the values are, as it is: elements stay elements
   */
  sentence(key, values = {}) {
    const words = this.#catalogue[key] ?? key;
    const missing = words.startsWith(BEGIN);
    const shown = (/** @type {unknown} */ value) => {
      if (typeof value === "number") return this.#figure(value);
      return missing && typeof value === "string" && /\p{L}/u.test(value) ? OWN_BEGIN + value + OWN_END : value;
    };
    // Every other part is the name of a place.
    const parts = /** @type {(string | T)[]} */ (words.split(PLACE).flatMap((part, index) => (index % 2 ? [values[part] ?? `{${part}}`].flat().map(shown) : part)));
    // Around an element no mark can stand.
    if (!missing || parts.every((part) => typeof part === "string")) return parts;
    return parts.map((part) => (typeof part === "string" ? BEGIN + part.replace(BEGIN, "").replace(END, "") + END : part));
  }

  /**
   * The form that this language has for so many: `key.one`, `key.other` and so on.
   * @param {string} key
   * @param {number} count
   * @param {Values} [values]
   * @returns {string}
   */
  plural(key, count, values = {}) {
    // What is in English for want of another language has the forms of English.
    const form = `${key}.${this.#rule(count, this.#catalogue[`${key}.other`]?.startsWith(BEGIN) ? "en" : this.#language)}`;
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
    return this.#catalogue[`number.${value}`] ?? this.#figure(value);
  }

  /** @param {number} value */
  #figure(value) {
    // As with plural forms. South Africa and India write large figures in other ways.
    if (value < 1000 && /^en\b/.test(this.#language)) return String(value);
    if (Number.isInteger(value) && /^en(-GB|-US)?$/.test(this.#tag)) return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
    return new Intl.NumberFormat(Intl.NumberFormat.supportedLocalesOf([this.#tag])[0] ?? "en").format(value);
  }

  /**
   * @param {Date} date
   * @returns {string} e.g. `14:02`
   */
  time(date) {
    return date.toLocaleTimeString(this.#locale ?? "en-GB", { hour: "2-digit", minute: "2-digit" });
  }

  /**
   * @param {Date} date
   * @returns {string} e.g. `23 November 2026 at 14:02`: the day as it is written alone
   */
  moment(date) {
    return this.#written(date, "short") ?? `${this.date(date)} ${this.time(date)}`;
  }

  /**
   * @param {Date} date
   * @returns {string} e.g. `23 November 2026`
   */
  date(date) {
    // Chromium has no days in Welsh or Somali: the builder sends how they are written.
    const [day, month, year] = [date.getDate(), this.text(`date.month-${date.getMonth() + 1}`), String(date.getFullYear())];
    return this.#written(date) ?? this.text("date.long", { day, month, year });
  }

  /**
   * In the language where the browser has it; in figures where neither browser nor builder know it: else a browser writes
   * in a language of its own.
   * @param {Date} date
   * @param {"short"} [timeStyle]
   */
  #written(date, timeStyle) {
    if (this.#locale || !this.#dates) return date.toLocaleString(this.#locale ?? "en-GB", { dateStyle: this.#locale ? "long" : "short", timeStyle });
    return undefined;
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

  /**
   * @param {number} count
   * @param {string} language
   */
  #rule(count, language) {
    // Loading the rules of all languages takes longer than anything else at the start.
    if (/^en\b/.test(language)) return count === 1 ? "one" : "other";
    return new Intl.PluralRules(Intl.PluralRules.supportedLocalesOf([this.#tag])[0] ?? "en").select(count);
  }

  get #tag() {
    return this.#region.replaceAll("_", "-");
  }

  get #locale() {
    return Intl.DateTimeFormat.supportedLocalesOf([this.#tag])[0];
  }

  get #dates() {
    return "date.long" in this.#catalogue;
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
