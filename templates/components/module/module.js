import { todoWords } from "../../runtime/page/overview.js";

/** @typedef {import("../../runtime/learner/progress.js").Todo} Todo */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */

/**
 * Hears when a learner has come to the end of the module that is shown: it was in sight, or something in it was used. A
 * screen reader may come there without scrolling.
 * @param {(page: HTMLElement) => void} reached
 * @returns {(page: HTMLElement) => void} a page is shown
 */
export function watchEnds(reached) {
  /** @type {IntersectionObserver | undefined} */
  let observer;
  return (page) => {
    observer?.disconnect();
    const end = page.querySelector(".onward");
    if (!end) return;
    observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && reached(page));
    observer.observe(end);
    for (const use of ["focusin", "click"]) end.addEventListener(use, () => reached(page), { once: true });
  };
}

/**
 * Says at the end of a module what is left of it before it is done, each with a way there.
 * @param {HTMLElement} page of the module
 * @param {Todo[]} todo
 * @param {Strings} strings
 */
export function showTodo(page, todo, strings) {
  const place = /** @type {HTMLElement | null} */ (page.querySelector("[data-todo]"));
  const entries = todo.map(({ deed, at }) => {
    const link = document.createElement("a");
    link.href = `#${deed === "hand-in" ? `${page.id}--hand-in` : at[0]}`;
    link.textContent = todoWords({ deed, at }, strings);
    const made = document.createElement("li");
    made.append(link);
    return made;
  });
  if (!place) return;
  place.hidden = entries.length === 0;
  place.lastElementChild?.replaceChildren(...entries);
}
