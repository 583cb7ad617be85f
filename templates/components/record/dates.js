import { isDate } from "../../runtime/record/calendar.js";
import { westernDigits } from "../../runtime/digits.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * @param {Element} date the fields of a day, a month and a year
 * @returns {string | null} ISO 8601, "" when nothing is written; null when it is no day of the calendar, or not yet
 */
export function dateIn(date) {
  const parts = partsIn(date);
  const iso = parts.map((part) => part.padStart(2, "0")).reverse().join("-");
  return parts.join("") && (isDate(iso) ? iso : null);
}

/** @type {(field: Element) => boolean} whether what is written in it can be kept: half a date cannot */
export const isWhole = (field) => {
  const date = field.closest("[data-date]");
  return date === null || dateIn(date) !== null;
};

/**
 * Shows a date. What is half written stays as long as there is no other date to show.
 * @param {Element} date
 * @param {string} iso ISO 8601, or ""
 */
export function showDate(date, iso) {
  const now = dateIn(date);
  if (now === iso || (now === null && iso === "") || date.contains(document.activeElement)) return;
  const parts = iso.split("-").reverse();
  fieldsIn(date).forEach((field, place) => (field.value = (parts[place] ?? "").replace(/^0(?=.$)/, "")));
  say(date, "");
}

/**
 * Says what is to be mended in the dates of a part: when the learner has left one, never while she types.
 * @param {HTMLElement} part
 * @param {Workbench} bench
 */
export function judgeDates(part, { strings, announce, behindPress }) {
  const judge = (/** @type {Event} */ event) => {
    const date = /** @type {Element} */ (event.target).closest("[data-date]");
    if (!date) return;
    const wrong = dateIn(date) === null;
    // Whoever looks something up in another window has not left the field.
    const next = /** @type {Node | null} */ (/** @type {FocusEvent} */ (event).relatedTarget) ?? document.activeElement;
    if (wrong && (event.type === "input" || date.contains(next))) return;
    const shaped = /^\d\d?,\d\d?,\d{4}$/.test(partsIn(date).join());
    const words = wrong ? strings.text(shaped ? "record.date-impossible" : "record.date-unclear") : "";
    behindPress(() => {
      say(date, words);
      announce(words);
    });
  };
  for (const sign of ["input", "focusout"]) part.addEventListener(sign, judge);
}

/**
 * @param {Element} date
 * @param {string} words what is to be mended, or ""
 */
function say(date, words) {
  /** @type {Element} */ (date.querySelector("[data-date-error]")).textContent = words;
  for (const field of fieldsIn(date)) field.setAttribute("aria-invalid", `${words !== ""}`);
}

/** @type {(date: Element) => HTMLInputElement[]} */
const fieldsIn = (date) => [...date.querySelectorAll("input")];

/** @type {(date: Element) => string[]} day, month and year as they are written, in figures from 0 to 9 */
const partsIn = (date) => fieldsIn(date).map(({ value }) => westernDigits(value.trim()));
