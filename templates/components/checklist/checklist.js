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
  const { strings } = bench;
  const inputs = [...form.querySelectorAll("input")];
  return new Question(form, bench).runs({
    ...unjudged(inputs, strings.text("checklist.none")),
    feedback: ({ length }) => ({ verdict: strings.text("checklist.done", { done: length, total: inputs.length }) }),
  });
}
