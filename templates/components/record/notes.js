/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */
/** @typedef {import("../my-notes/my-notes.js").Notes} Notes */

/**
 * The learner's notes and highlights of all modules, to go on writing in.
 * @param {HTMLElement} part
 * @param {Workbench} bench
 * @param {Notes} notes
 * @returns {() => void} shows what is kept
 */
export function notesOf(part, { strings }, { kept, sheetOf }) {
  const list = /** @type {HTMLElement} */ (part.querySelector("[data-notes]"));
  /** @type {Map<string, {element: HTMLElement, show: () => void}>} */
  const all = new Map();
  const make = (/** @type {string} */ id) => {
    const module = kept.moduleOf(id)?.element;
    const sheet = sheetOf(id);
    const element = document.createElement("div");
    const heading = Object.assign(document.createElement("h3"), { className: "asked__title" });
    const link = Object.assign(document.createElement("a"), { href: `#${encodeURIComponent(id)}` });
    link.append(...strings.quote(module?.querySelector("h1")));
    heading.append(module ? link : strings.text("my-notes.gone"));
    element.append(heading, sheet.element);
    return { element, show: sheet.show };
  };
  return () => {
    // What is being written is not taken from under the learner's hands; what was emptied stays until the page is left.
    if (list.contains(document.activeElement)) return;
    const shown = kept.modules().map((id) => {
      const one = all.get(id) ?? make(id);
      all.set(id, one);
      return one;
    });
    list.replaceChildren(...shown.map(({ element }) => element));
    for (const { show } of shown) show();
  };
}
