import { calendar, isDate } from "../../runtime/record/calendar.js";
import { docx, DOCX_TYPE } from "../../runtime/record/docx.js";
import { recordPaper } from "../../runtime/record/document.js";
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
 * @returns {() => void} writes what is there now into the text to copy from
 */
export function keeping(page, bench, course) {
  const { strings, clock } = bench;
  const paper = () => recordPaper(gather(page, course, bench), strings);
  const copy = /** @type {HTMLTextAreaElement} */ (page.querySelector("[data-copy]"));
  const fallback = /** @type {HTMLDetailsElement} */ (page.querySelector("[data-fallback]"));
  const step = /** @type {HTMLDetailsElement} */ (fallback.closest("[data-step]"));
  const sheet = /** @type {HTMLElement} */ (page.querySelector("[data-paper]"));
  // What came of it stands below the row of the button that was pressed; `act` gives its key, or "".
  const press = (/** @type {string} */ name, /** @type {() => string} */ act) => {
    for (const button of page.querySelectorAll(`[data-${name}]`)) {
      button.addEventListener("click", () => {
        const key = act();
        if (key) /** @type {Element} */ (button.parentElement?.nextElementSibling).textContent = strings.text(key);
      });
    }
  };
  const refresh = () => void (copy.value = plainText(paper()));
  // The text to copy opens by itself.
  const instead = (/** @type {string} */ key) => {
    step.open = fallback.open = true;
    refresh();
    return key;
  };
  const offer = (/** @type {string} */ key, /** @type {Parameters<Workbench["offerFile"]>} */ ...file) =>
    bench.offerFile(...file) ? instead("record.refused") : key;
  // The names of the files are the course's: what a learner wrote is not for a list of downloads.
  const name = `${course.id}-record`;

  press("word", () => {
    // The line that answers names another way, which must not be behind a closed step.
    step.open = true;
    return offer("record.word-made", page, `${name}.docx`, DOCX_TYPE, docx(paper()));
  });
  press("text", () => offer("record.text-made", page, `${name}.txt`, "text/plain;charset=utf-8", plainText(paper())));
  press("print", () => {
    // A frame may forbid it: then nothing happens, and nobody says so.
    let opens = false;
    window.addEventListener("beforeprint", () => void (opens = true), { once: true });
    window.print();
    return opens ? "" : instead("record.not-printed");
  });
  press("calendar", () => {
    const days = daysOf(bench, course).filter(({ date }) => isDate(date));
    if (days.length === 0) return "record.calendar-none";
    return offer("record.calendar-made", page, `${course.id}.ics`, "text/calendar;charset=utf-8", calendar(days, clock.now()));
  });
  fallback.addEventListener("toggle", refresh);
  // Whatever way the learner prints: the record as it is now.
  window.addEventListener("beforeprint", () => showPaper(sheet, paper()));
  window.addEventListener("afterprint", () => sheet.replaceChildren());
  return refresh;
}

/**
 * @param {Workbench} bench
 * @param {Course} course
 * @returns {Day[]}
 */
function daysOf({ learning, strings }, { id, title }) {
  const { goals, peer } = learning.portfolio;
  const days = goals
    .filter(({ stage, words }) => stage !== "reached" && words.trim() !== "")
    .map((goal) => ({ id: `${goal.id}@${id}`, date: goal.by, words: goal.words, about: title }));
  return [...days, { id: `peer@${id}`, date: peer, words: strings.text("record.peer-event"), about: title }];
}
