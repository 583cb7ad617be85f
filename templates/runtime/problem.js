/**
 * The error at the head of a question or a quiz: it gets the focus, and its link leads to where something is missing.
 * @param {HTMLElement | null} box
 * @param {string} words "" takes it back
 * @param {HTMLElement | null} [target]
 */
export function showProblem(box, words, target) {
  const link = box?.querySelector("a");
  if (!box || !link) return;
  box.hidden = words === "";
  link.textContent = words;
  if (words === "") return;
  link.onclick = (event) => {
    event.preventDefault();
    target?.focus();
  };
  box.focus();
}
