/** Most hours that CMITimespan has room for. */
const LONGEST = 9999 * 3600 + 59 * 60 + 59;

/**
 * @param {number} seconds
 * @returns {{hours: number, minutes: number, rest: string}} `rest` with two decimals, always: Moodle reads `.5` as
 *   5 hundredths
 */
function parts(seconds) {
  const hundredths = Math.round(Math.min(Math.max(0, seconds || 0), LONGEST) * 100);
  const minutes = Math.floor(hundredths / 6000);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60, rest: ((hundredths % 6000) / 100).toFixed(2) };
}

/**
 * CMITimespan of SCORM 1.2: `0000:05:09.50`.
 * @param {number} seconds
 * @returns {string}
 */
export function timespan(seconds) {
  const { hours, minutes, rest } = parts(seconds);
  return `${String(hours).padStart(4, "0")}:${String(minutes).padStart(2, "0")}:${rest.padStart(5, "0")}`;
}

/**
 * timeinterval (second,10,2) of SCORM 2004: `PT0H5M9.50S`; hours and never days, which Moodle adds up wrongly.
 * @param {number} seconds
 * @returns {string}
 */
export function timeinterval(seconds) {
  const { hours, minutes, rest } = parts(seconds);
  return `PT${hours}H${minutes}M${rest}S`;
}

/**
 * CMITime of SCORM 1.2: `14:02:09`, the time on the learner's clock.
 * @param {Date} date
 * @returns {string}
 */
export function timeOfDay(date) {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

/**
 * time (second,10,0) of SCORM 2004: `2026-11-23T14:02:09.00Z`. A zone without a fraction is refused by Moodle and
 * scorm-again, three decimals by Moodle.
 * @param {Date} date
 * @returns {string} "" for a year that the standard has no room for
 */
export function timestamp(date) {
  const year = date.getUTCFullYear();
  return year >= 1970 && year < 2038 ? `${date.toISOString().slice(0, 19)}.00Z` : "";
}
