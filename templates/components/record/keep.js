import { calendar, isDate } from "../../runtime/record/calendar.js";
import { docx, DOCX_TYPE } from "../../runtime/record/docx.js";
import { certificatePaper, recordPaper } from "../../runtime/record/document.js";
import { showPaper } from "../../runtime/record/sheet.js";
import { plainText } from "../../runtime/record/text.js";
import { gather } from "./gather.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/record/calendar.js").Day} Day */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * Taking the record along: as Word, as text, on paper, and its dates in a calendar.
 * @param {HTMLElement} page
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {() => void} writes the record as it is now into the text to copy from
 */
export function keeping(page, bench, course) {
  const { strings, clock } = bench;
  const paper = () => recordPaper(gather(page, course, bench), strings);
  const copy = /** @type {HTMLTextAreaElement} */ (page.querySelector("[data-copy]"));
  const fallback = /** @type {HTMLDetailsElement} */ (page.querySelector("[data-fallback]"));
  const step = /** @type {HTMLDetailsElement} */ (fallback.closest("[data-step]"));
  const sheet = /** @type {HTMLElement} */ (page.querySelector("[data-paper]"));
  // Her name is on the certificate, and nowhere else.
  const name = () => /** @type {HTMLInputElement} */ (page.querySelector("[data-name]")).value;
  const certificate = () => certificatePaper(gather(page, course, bench, () => true), strings, name());
  let shown = paper;
  // What came of it stands below the row of the button that was pressed; `act` gives its key, or "".
  const press = (/** @type {string} */ name, /** @type {() => string} */ act) => {
    for (const button of page.querySelectorAll(`[data-${name}]`)) {
      button.addEventListener("click", () => {
        const key = act();
        if (key) /** @type {Element} */ (button.parentElement?.nextElementSibling).textContent = strings.text(key);
      });
    }
  };
  const refresh = () => void (copy.value = plainText(shown()));
  // The text to copy opens by itself.
  const instead = (/** @type {string} */ key) => {
    step.open = fallback.open = true;
    refresh();
    return key;
  };
  const offer = (/** @type {string} */ key, /** @type {Parameters<Workbench["offerFile"]>} */ ...made) =>
    bench.offerFile(...made) ? instead("record.refused") : key;
  // The names of the files are the course's: what a learner wrote is not for a list of downloads.
  const file = `${course.id}-record`;

  press("word", () => {
    // The line that answers names another way, which must not be behind a closed step.
    step.open = true;
    return offer("record.word-made", page, `${file}.docx`, DOCX_TYPE, docx(paper()));
  });
  press("text", () => offer("record.text-made", page, `${file}.txt`, "text/plain;charset=utf-8", plainText(paper())));
  const print = (/** @type {typeof paper} */ wanted) => {
    shown = wanted;
    return bench.prints() ? "" : instead("record.not-printed");
  };
  press("print", () => print(paper));
  press("certificate", () => print(certificate));
  press("calendar", () => {
    const days = daysOf(bench, course).filter(({ date }) => isDate(date));
    if (days.length === 0) return "record.calendar-none";
    return offer("record.calendar-made", page, `${course.id}.ics`, "text/calendar;charset=utf-8", calendar(days, clock.now()));
  });
  fallback.addEventListener("toggle", refresh);
  // Whatever way the learner prints: the record as it is now, unless she asked for the certificate.
  bench.on(window, "beforeprint", () => showPaper(sheet, shown()));
  const again = () => {
    shown = paper;
    refresh();
    sheet.replaceChildren();
  };
  bench.on(window, "afterprint", again);
  return again;
}

/**
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {Day[]}
 */
function daysOf({ learning, strings }, { id, title }) {
  const { goals, peer } = learning.portfolio;
  const days = goals
    .filter(({ stage, words }) => stage !== "reached" && words.trim())
    .map((goal) => ({ id: `${goal.id}@${id}`, date: goal.by, words: goal.words, about: title }));
  return [...days, { id: `peer@${id}`, date: peer, words: strings.text("record.peer-event"), about: title }];
}
