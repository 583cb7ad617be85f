import { READING } from "../../runtime/contract.js";
import { numberOf, readingOf } from "../../runtime/state/reading.js";

/**
 * The lists from which a learner chooses how the page looks. A choice is heard from the list itself.
 * @param {Document} page
 * @param {(number: number) => void} choose
 * @param {() => void} told says that all is as it was
 * @returns {(number: number) => void} shows what is chosen
 */
export function readingLists(page, choose, told) {
  const root = /** @type {HTMLElement} */ (page.querySelector("[data-reading]"));
  const boxes = () => /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input"));
  const show = (/** @type {number} */ number) => {
    const chosen = readingOf(number);
    for (const box of boxes()) {
      const wanted = box.value === chosen[listOf(box)];
      if (box.checked !== wanted) box.checked = wanted;
    }
  };
  root.addEventListener("change", () => {
    choose(numberOf(Object.fromEntries([...boxes()].flatMap((box) => (box.checked ? [[listOf(box), box.value]] : [])))));
  });
  root.querySelector("[data-reading-reset]")?.addEventListener("click", () => {
    choose(0);
    show(0);
    told();
  });
  return show;
}

/** @type {(box: HTMLInputElement) => string} */
const listOf = ({ name }) => Object.keys(READING).find((list) => name === `reading-${list}`) ?? "";
