import { answerOf } from "../../runtime/question/answers.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * The learner's own mark that she wants to come back.
 * @param {HTMLElement} element
 * @param {Workbench} bench
 * @param {string} id
 * @returns {() => void} shows what is remembered
 */
export function laterOf(element, { learning }, id) {
  const box = /** @type {HTMLInputElement | null} */ (element.querySelector("[data-later]"));
  box?.addEventListener("change", () => {
    learning.gather(({ later }) => void (box.checked ? later.add(id) : later.delete(id)));
  });
  return () => {
    if (box) box.checked = learning.portfolio.later.has(id);
  };
}

/**
 * How many words there are, where the author suggests a number, and the author's example once there are any.
 * @param {HTMLElement} element
 * @param {Workbench} bench
 * @param {string} id
 * @returns {(text: string) => void}
 */
export function aboutOf(element, { strings }, id) {
  const count = element.querySelector("[data-count]");
  const example = /** @type {HTMLElement | null} */ (element.querySelector("[data-example]"));
  return (text) => {
    const words = text.split(/\s+/).filter(Boolean).length;
    if (count) count.textContent = words ? strings.plural("reflect.so-far", words) : "";
    if (!example?.hidden || !words) return;
    example.append(answerOf(document, id).worked() ?? "");
    example.hidden = false;
  };
}
