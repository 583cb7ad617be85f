import { languageOf } from "../page/strings.js";

/** @typedef {import("../lms/keeper.js").Note} Note */

/**
 * What an LMS is told of an answer.
 * @param {HTMLElement} form
 * @param {import("../page/workbench.js").Workbench} bench
 * @param {import("./question.js").Given} given
 * @param {boolean} right
 * @param {number} since the clock's ticks when the question was shown, or answered last
 * @returns {Note}
 */
export function noteOf(form, { clock, typesOf }, given, right, since) {
  const { item = "", weight = 0 } = form.dataset;
  const title = form.querySelector("h2, h3");
  const description = title?.textContent ?? "";
  const module = form.closest("[data-module]")?.getAttribute("data-module") ?? "";
  const seconds = (clock.ticks() - since) / 1000;
  return { ...given, item, types: typesOf(form), module, right, seconds, at: clock.now(), description, language: languageOf(title), weight: Number(weight) };
}
