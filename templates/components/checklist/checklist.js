import { labelsOf, unjudged, valuesOf } from "../choice/choice.js";
import { Question } from "../../runtime/question/question.js";

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const checklist = { open, choices: valuesOf, told: labelsOf };

/**
 * Things to do: what is ticked is kept, and how many are done is said.
 * @param {HTMLElement} form
 * @param {import("../../runtime/page/workbench.js").Workbench} bench
 * @returns {() => void}
 */
function open(form, bench) {
  const { strings, learning } = bench;
  const inputs = [...form.querySelectorAll("input")];
  const kind = unjudged(inputs, strings.text("checklist.none"));
  return new Question(form, bench).runs({
    ...kind,
    counts: true,
    // What was saved can be taken back.
    lacks(response) {
      const { attempts, response: saved } = learning.recordOf(form.id);
      return attempts > 0 ? null : kind.lacks([...response, ...saved]);
    },
    feedback: ({ length }) => ({ verdict: strings.text("checklist.done", { done: length, total: inputs.length }) }),
  });
}
