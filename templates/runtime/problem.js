import { stencil } from "./stencil.js";

/**
 * The error at the head of a question or a test: it gets the focus, and its link leads to where something is missing.
 * @param {HTMLElement} host
 * @param {string} words "" takes it back
 * @param {HTMLElement | null} [target]
 */
export function showProblem(host, words, target) {
  host.querySelector("[data-problem]")?.remove();
  if (words === "") return;
  host.prepend(stencil("problem"));
  const link = host.querySelector("a");
  if (!link) return;
  link.textContent = words;
  link.href = `#${host.id}`;
  link.onclick = (event) => {
    event.preventDefault();
    target?.focus();
  };
  /** @type {HTMLElement | null} */ (host.querySelector("[data-problem]"))?.focus();
}
