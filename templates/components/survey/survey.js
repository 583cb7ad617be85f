import { labelsOf, ticking, valuesOf } from "../choice/choice.js";
import { OUTDATED } from "../../runtime/contract.js";
import { basisOf, wordsBasisOf } from "../../runtime/question/basis.js";
import { noteOf } from "../../runtime/question/note.js";

/** @typedef {import("../../runtime/page/workbench.js").Kind} Kind */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @type {Kind} */
export const surveyed = { open: openQuestion, choices: valuesOf, told: labelsOf };

/** @type {Kind} */
export const survey = { open };

/**
 * A question of a survey: what is chosen is kept at once, and saved with the others.
 * @param {HTMLElement} question
 * @param {Workbench} bench
 * @returns {() => void}
 */
function openQuestion(question, { learning }) {
  const { id } = question;
  const { given, fill } = ticking([...question.querySelectorAll("input")]);
  question.addEventListener("input", () => learning.draft(id, given(), wordsBasisOf(question, given())));
  const restore = () => fill(learning.recordOf(id).draft ?? learning.recordOf(id).response);
  restore();
  return restore;
}

/**
 * The end of a survey: one button saves what was chosen since the last time, and how much is answered is said once.
 * @param {HTMLElement} end
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(end, bench) {
  const { learning, clock, strings } = bench;
  const all = (end.dataset["questions"] ?? "").split(" ").map((id) => /** @type {HTMLElement} */ (end.ownerDocument.getElementById(id)));
  const status = /** @type {Element} */ (end.querySelector("[data-status]"));
  let since = clock.ticks();

  /**
   * What is saved, as long as nothing was changed since; or that an answer is not offered any more.
   * @param {unknown} [news] whether it was saved just now
   */
  const tell = (news) => {
    const records = all.map(({ id }) => learning.recordOf(id));
    const done = records.filter(({ response }) => response[0]).length;
    const changed = records.some(({ draft, response }) => draft && draft.join() !== response.join());
    const saved = news || records.some(({ attempts, response }) => attempts || response[0]);
    const gone = records.some(({ basis, draft, response }) => basis === OUTDATED && !draft && response.length === 0);
    status.textContent = gone ? strings.text("survey.changed") : changed || !saved ? "" : strings.text("survey.saved", { done, total: all.length });
  };
  for (const question of all) question.addEventListener("input", () => tell());
  end.querySelector("[data-check]")?.addEventListener("click", () => {
    for (const question of all) {
      const { id, dataset } = question;
      const { draft: response } = learning.recordOf(id);
      if (!response) continue;
      const whole = response.length > 0;
      if ("unreported" in dataset) learning.hold(id, response, whole, wordsBasisOf(question, response), 1);
      else learning.check(noteOf(question, bench, { choices: valuesOf(question), response, correct: [] }, false, since), whole ? "answered" : "unanswered", response, basisOf(question, response));
    }
    since = clock.ticks();
    tell(true);
    bench.announce(status.textContent ?? "");
  });
  tell();
  return tell;
}
