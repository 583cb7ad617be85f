import { stencil } from "./page-template.js";

/**
 * The error at the head of a question or a test: it gets the focus, and its link leads to where something is missing.
 * @param {HTMLElement} host
 * @param {string} words "" takes it back
 * @param {HTMLElement | null} [target]
 * @param {Element[]} more what leads there, where the words alone do not
 */
export function showProblem(host, words, target, ...more) {
  host.querySelector("[data-problem]")?.remove();
  if (words === "") return;
  host.prepend(stencil("problem"));
  const problem = /** @type {HTMLElement} */ (host.firstElementChild);
  const link = /** @type {HTMLAnchorElement} */ (problem.querySelector("a"));
  link.textContent = words;
  link.href = `#${host.id}`;
  if (target) leadTo(link, target);
  else link.replaceWith(words);
  problem.append(...more);
  problem.focus();
}

/**
 * @param {HTMLElement} link
 * @param {HTMLElement | null} target the field that gets the focus, in place of the question
 */
export function leadTo(link, target) {
  link.onclick = (event) => {
    event.preventDefault();
    target?.focus();
  };
}

/**
 * Asks below a button whether something is to be done that cannot be taken back; until an answer is changed.
 * @param {HTMLElement | null} button
 * @param {Pick<import("./workbench.js").Workbench, "strings" | "announce">} bench
 * @param {() => void} then
 */
export function askFirst(button, { strings, announce }, then) {
  if (!button?.parentElement?.querySelector("[data-sure]")) button?.after(stencil("page--sure"));
  const place = button?.nextElementSibling;
  place?.querySelector("button")?.addEventListener("click", () => {
    if (!place.isConnected) return;
    place.remove();
    button?.focus();
    then();
  });
  announce(strings.text("attempts.sure"));
}
