import { on } from "../../runtime/languages/listening.js";
import { unfold } from "../../runtime/later.js";

/** @typedef {import("../../runtime/page/announcer.js").Announce} Announce */

/** Prints; false where it may not: a frame may forbid it, and the browser says nothing then. */
export function prints() {
  let begun = false;
  window.addEventListener("beforeprint", () => (begun = true), { once: true });
  window.print();
  return begun;
}

/**
 * Prints the page that is shown, or the whole course.
 * @param {Window} window
 * @param {Announce} announce
 */
export function printing(window, announce) {
  const { document } = window;
  const { dataset } = document.documentElement;
  const [page, course] = document.querySelectorAll("[data-print-choice] button");
  const refused = /** @type {HTMLElement} */ (document.querySelector("[data-print-refused]"));
  const print = () => {
    refused.hidden = prints();
    if (refused.hidden) return;
    announce(refused.textContent ?? "");
    delete dataset["print"];
  };
  page?.addEventListener("click", print);
  course?.addEventListener("click", () => {
    dataset["print"] = "course";
    unfold(document);
    print();
  });
  on(window, "afterprint", () => delete dataset["print"]);
}
