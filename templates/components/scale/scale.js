import { labelsOf, unjudged, valuesOf, wordsOf } from "../choice/choice.js";
import { quote } from "../../runtime/page/strings.js";
import { Question } from "../../runtime/question/question.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const scale = { open, choices: valuesOf, told: labelsOf };

/**
 * A place on a scale. There is no right answer: what was chosen is kept, and what the author says to it is shown.
 * @param {HTMLElement} form
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(form, bench) {
  const { strings } = bench;
  const inputs = [...form.querySelectorAll("input")];
  return new Question(form, bench).runs({
    ...unjudged(inputs, strings.text("choice.none")),
    feedback: ([id = ""]) => ({
      verdict: strings.sentence("scale.answered", { label: quote(wordsOf(inputs, id)) }),
      told: [[id, []]],
    }),
  });
}
