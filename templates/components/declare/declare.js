import { wordsOf } from "../choice/choice.js";
import { quote } from "../../runtime/page/strings.js";
import { Question } from "../../runtime/question/question.js";

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const declare = { open, choices: () => null, told, still };

const MINUTE = 60_000;

/** @type {(at?: string) => Date} when something was confirmed, from what is kept of it */
const timeOf = (at = "") => new Date(parseInt(at, 36) * MINUTE);

/**
 * A sentence to confirm. What is kept is the id of the sentence, which is that of its words, and the minute.
 * @param {HTMLElement} form
 * @param {import("../../runtime/page/workbench.js").Workbench} bench
 * @returns {() => void}
 */
function open(form, bench) {
  const { strings, clock } = bench;
  const box = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  return new Question(form, bench).runs({
    stays: true,
    changed: "declare.changed",
    given: () => (box.checked ? [box.value, Math.floor(clock.now().getTime() / MINUTE).toString(36)] : []),
    fill([id]) {
      box.checked = id === box.value;
    },
    lacks: (response) => (response[0] ? null : [strings.text("declare.none"), [box]]),
    judge: (response) => ({ state: still(form, response) ? /** @type {const} */ ("answered") : /** @type {const} */ ("incorrect") }),
    note: () => ({ choices: ["true", "false"], response: ["true"], correct: [] }),
    feedback: ([, at]) => ({ verdict: strings.text("declare.confirmed", { time: strings.moment(timeOf(at)) }) }),
  });
}

/** @type {NonNullable<import("../../runtime/page/workbench.js").Kind["still"]>} whether it is the sentence that she confirmed */
function still(form, [id]) {
  return id === form.querySelector("input")?.value;
}

/** @type {NonNullable<import("../../runtime/page/workbench.js").Kind["told"]>} the sentence, and when it was confirmed */
function told(form, [id = "", at], strings) {
  const said = quote(wordsOf([...form.querySelectorAll("input")], id));
  // Another sentence than the one that she confirmed has no time.
  return at && said[0] ? [...said, " ", strings.moment(timeOf(at))] : said;
}
