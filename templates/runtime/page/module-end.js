/** @typedef {import("../learner/progress.js").Progress} Progress */
/** @typedef {import("../learner/progress.js").Todo} Todo */
/** @typedef {import("./strings.js").Strings} Strings */

/**
 * Says at the end of a module what is left of it before it is done, each with a way there.
 * @param {HTMLElement} page of the module
 * @param {Todo[]} todo
 * @param {Strings} strings
 */
export function showTodo(page, todo, strings) {
  const place = /** @type {HTMLElement | null} */ (page.querySelector("[data-todo]"));
  if (!place) return;
  const list = document.createElement("ul");
  list.append(...todo.map((left) => entry(page, left, strings)));
  const title = document.createElement("p");
  title.textContent = strings.text("module.todo");
  if (place.textContent === title.textContent + list.textContent) return;
  place.hidden = todo.length === 0;
  place.replaceChildren(title, list);
}

/** @type {(page: HTMLElement, todo: Todo, strings: Strings) => HTMLElement} */
function entry(page, { deed, at }, strings) {
  const link = document.createElement("a");
  link.href = `#${deed === "hand-in" ? `${page.id}--hand-in` : at[0]}`;
  link.textContent = strings.spelled(`todo.${deed}`, at.length);
  const made = document.createElement("li");
  made.append(link);
  return made;
}
