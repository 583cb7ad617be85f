import { stencil } from "../page/page-template.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./question.js").Feedback} Feedback */

/**
 * What the author says of an answer.
 * @param {Feedback} feedback
 * @param {Answer} answer
 * @returns {HTMLElement[]} to options, then to any answer
 */
export function feedbackParts({ told = [] }, answer) {
  const parts = told.flatMap(([id, words]) => {
    const feedback = answer.feedbackOn(id);
    const chosen = words.length > 0 ? [element("p", "feedback__chosen", words), " "] : [];
    return feedback ? [element("div", "feedback__option", [...chosen, feedback])] : [];
  });
  const overall = answer.overall();
  return overall ? [...parts, element("div", "feedback__overall", [overall])] : parts;
}

/**
 * @param {string} state
 * @param {string | (string | Node)[]} words
 * @returns {HTMLElement}
 */
export const verdictPart = (state, words) =>
  element("p", "feedback__verdict", [stencil(`icon-${state}`), element("span", "", [element("strong", "", [words].flat())])]);

/**
 * @param {string} title
 * @param {DocumentFragment | null} right what is right, for when no attempt is left
 * @returns {HTMLElement[]}
 */
export const answerPart = (title, right) => (right ? [element("div", "feedback__answer", [element("p", "feedback__chosen", [title]), right])] : []);

/**
 * @param {string} title
 * @param {DocumentFragment | null} worked the worked answer
 * @returns {HTMLElement[]} it, for whoever opens it
 */
export function workedPart(title, worked) {
  return worked ? [element("details", "feedback__worked", [element("summary", "", [title]), worked])] : [];
}

/**
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
function element(name, className, children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
