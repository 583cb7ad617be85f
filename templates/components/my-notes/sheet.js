import { isSamePassage } from "../../runtime/state/portfolio.js";
import { keepAsWritten, saySaved } from "./autosave.js";
import { sentenceList } from "./sentence-list.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */
/** @typedef {import("../../runtime/state/portfolio.js").Passage} Passage */
/** @typedef {import("./kept.js").Kept} Kept */
/** @typedef {import("./kept.js").Row} Row */

/**
 * The learner's note on one module, and the passages that she highlighted in it, to write beside.
 * @param {string} id of the module
 * @param {Kept} kept
 * @param {Workbench} bench
 * @param {boolean} [there] in the module itself, where sentences can be chosen
 * @returns {{element: HTMLElement, show: () => void}} `show`: what is kept now
 */
export function sheetOf(id, kept, bench, there = false) {
  const { strings, learning } = bench;
  const element = copyOf("sheet");
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (element.querySelector(`[data-${name}]`));
  const [list, removed, undo, keeps] = [part("passages"), part("passage-removed"), part("passage-undo"), part("note-kept")];
  const box = /** @type {HTMLTextAreaElement} */ (part("note"));
  const about = /** @type {HTMLElement} */ (keeps.parentElement);
  about.id = `${id}--note-kept${there ? "" : "-too"}`;
  box.setAttribute("aria-describedby", about.id);
  /** @type {Row[]} */
  let rows = [];
  /** @type {Passage | undefined} */
  let last;
  const showSentences = there ? sentenceList(part("sentences"), id, kept) : part("sentences").remove();
  const rowWith = (/** @type {EventTarget | null} */ inside) =>
    rows[[...list.children].findIndex((item) => item.contains(/** @type {Node} */ (inside)))];
  const tell = () => {
    const key = bench.keeps() === false ? "reflect.not-saved" : bench.device.shared ? "my-notes.until-closed" : "reflect.privacy-device";
    keeps.textContent = strings.text(key);
  };
  const show = () => {
    if (box !== document.activeElement) box.value = kept.noteOf(id);
    const now = kept.rowsOf(id);
    const boxes = list.querySelectorAll("textarea");
    // What is being written is not taken from under the learner's hands, nor what she is just coming to.
    if (now.length === rows.length && now.every(({ passage }, at) => isSamePassage(passage, rows[at]?.passage ?? passage))) {
      boxes.forEach((one, at) => one !== document.activeElement && (one.value = now[at]?.passage.note ?? ""));
    } else if (!list.contains(document.activeElement)) {
      rows = now;
      list.replaceChildren(...rows.map((row, place) => itemOf(row, place + 1, bench)));
    }
    showSentences?.();
    tell();
  };
  bench.whenSaved(tell);
  keepAsWritten(element, bench, (field) => {
    if (!(field instanceof HTMLTextAreaElement)) return;
    const row = rowWith(field);
    learning.gather(({ notes, passages }) => {
      const passage = row && passages.find((other) => isSamePassage(row.passage, other));
      if (passage) passage.note = field.value;
      else if (field === box) notes.set(id, field.value);
    });
    saySaved(element, bench);
  });
  list.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    last = rowWith(target)?.passage;
    removed.hidden = false;
    undo.focus();
    if (last) kept.remove(last);
  });
  undo.addEventListener("click", () => {
    if (last) kept.restore(last);
    list.querySelectorAll("textarea")[rows.findIndex(({ passage }) => passage === last)]?.focus();
    last = undefined;
    removed.hidden = true;
  });
  return { element, show };
}

/** @type {(name: string) => HTMLElement} */
const copyOf = (name) =>
  /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (document.querySelector(`[data-${name}-template]`)).content.firstElementChild?.cloneNode(true));

/** @type {(row: Row, number: number, bench: Workbench) => HTMLElement} */
function itemOf({ passage, place, language }, number, { strings }) {
  const item = copyOf("passage");
  const [link, lost, name, box, button] = /** @type {[HTMLAnchorElement, HTMLElement, HTMLElement, HTMLTextAreaElement, HTMLElement]} */ (
    /** @type {unknown} */ (item.querySelectorAll("a, [data-passage-lost], span, textarea, button"))
  );
  link.textContent = passage.words;
  if (language !== strings.language) link.lang = language;
  if (place) link.href = `#${encodeURIComponent(passage.block)}`;
  lost.hidden = place !== null;
  name.textContent = strings.text("my-notes.beside", { number });
  box.value = passage.note;
  button.textContent = strings.text("my-notes.remove-one", { number });
  return item;
}
