import { PLACEHOLDER } from "../contract.js";

const PLACE = new RegExp(PLACEHOLDER, "g");

/**
 * The words of the page, in the language of the course.
 *
 * @typedef {Record<string, string | number>} Values
 */
export class Strings {
  #catalogue;
  #language;

  /**
   * @param {Record<string, string>} catalogue
   * @param {string} language BCP 47 tag
   */
  constructor(catalogue, language) {
    this.#catalogue = catalogue;
    this.#language = language;
  }

  /**
   * @param {string} key
   * @param {Values} [values] for the places in braces
   * @returns {string}
   */
  text(key, values = {}) {
    const words = this.#catalogue[key] ?? key;
    return words.replace(PLACE, (place, name) => String(values[name] ?? place));
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
    return Intl.DateTimeFormat.supportedLocalesOf([this.#language.replaceAll("_", "-")])[0];
  }
}
