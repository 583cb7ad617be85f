import { labelsOf, ticking, valuesOf, wordsOf } from "../choice/choice.js";
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
  const question = new Question(form, bench);
  const inputs = [...form.querySelectorAll("input")];
  const choices = inputs.map(({ value }) => value);

  return question.runs({
    ...ticking(inputs),
    lacks: (response) => (response.length > 0 ? null : [strings.text("choice.none"), inputs]),
    judge: () => ({ state: /** @type {const} */ ("answered") }),
    note: (response) => ({ choices, response, correct: [] }),
    feedback: ([id = ""]) => ({
      verdict: strings.sentence("scale.answered", { label: quote(wordsOf(inputs, id)) }),
      told: [[id, []]],
    }),
  });
}
