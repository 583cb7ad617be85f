import { focusOn } from "../../runtime/page/route.js";
import { lettersOf, placeIn } from "./letters.js";
import { on } from "../../runtime/languages/listening.js";

/** @typedef {import("../../runtime/state/portfolio.js").Passage} Passage */
/** @typedef {import("./letters.js").Place} Place */

/** Milliseconds for which a selection rests before the button comes. */
const REST = 250;

/**
 * The button of what is selected in a module, by whatever means; of what is highlighted, when that is pressed.
 * @param {Document} page
 * @param {import("../../runtime/page/workbench.js").Workbench} bench
 * @param {import("./kept.js").Kept} kept
 * @returns {() => void} hides it
 */
export function selecting(page, { strings, announce, clock }, kept) {
  const button = /** @type {HTMLElement} */ (page.querySelector("[data-highlight]"));
  /** @type {{id: string, place: Place, element: Element | null | undefined} | null} what the button is for */
  let chosen = null;
  let callOff = () => {};
  /** It was pressed: it stays, to take back what it did, though nothing is selected any more. */
  let stays = false;
  /** @type {Passage | undefined} what it took away last */
  let removed;

  const rowAt = () => kept.rowsOf(chosen?.id ?? "").find(({ place }) => place && chosen && place[0] <= chosen.place[0] && chosen.place[1] <= place[1]);
  const show = (/** @type {typeof chosen} */ now, stay = false) => {
    callOff();
    [chosen, stays] = [now, stay];
    if (!stay) removed = undefined;
    button.hidden = chosen === null;
    button.textContent = strings.text(rowAt() ? "my-notes.remove" : "my-notes.highlight");
  };
  const back = () => {
    const element = chosen?.element;
    show(null);
    focusOn(element ?? null);
  };
  const offer = (/** @type {Range} */ range, stay = false) => {
    const module = page.querySelector("[data-module][data-current]");
    if (!module || !range.intersectsNode(module) || page.documentElement.dataset["still"] === "elsewhere") return;
    const letters = lettersOf(module);
    const place = placeIn(letters, range);
    show(place && { id: module.id, place, element: letters.texts[place[0]]?.parentElement?.closest(":not(mark)") }, stay);
  };

  on(page, "selectionchange", () => {
    callOff();
    const selection = page.getSelection();
    if (selection?.rangeCount && !selection.isCollapsed) callOff = clock.later(() => offer(selection.getRangeAt(0)), REST);
    else if (!stays && page.activeElement !== button) show(null);
  });
  on(page, "click", ({ target }) => {
    const mark = /** @type {Element} */ (target).closest("[data-mark]");
    if (!mark || mark.closest("a") || page.getSelection()?.isCollapsed === false) return;
    const range = page.createRange();
    range.selectNodeContents(mark);
    offer(range, true);
  });
  on(page, "pointerdown", ({ target }) => stays && target !== button && show(null));
  // The selection, and the focus, stay where they are.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  on(page, "keydown", (event) => {
    const isTab = event.key === "Tab";
    if (button.hidden || !(isTab || event.key === "Escape")) return;
    // From the button the way goes on from where the words are.
    if (page.activeElement === button) back();
    else if (!isTab || stays || event.shiftKey) show(null);
    else {
      event.preventDefault();
      button.focus();
    }
  });
  button.addEventListener("click", () => {
    const row = rowAt();
    if (row) kept.remove(row.passage);
    else if (removed) kept.restore(removed);
    else if (chosen) kept.add(chosen.id, chosen.place);
    removed = row?.passage;
    stays = true;
    page.getSelection()?.removeAllRanges();
    show(chosen, true);
    announce(strings.text(row ? "my-notes.removed" : "my-notes.highlighted"));
  });
  return () => show(null);
}
