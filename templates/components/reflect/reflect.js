import { joinTexts } from "../../runtime/reconcile.js";

/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

const TYPING_PAUSE = 300;
const MOST_ROWS = 24;

/**
 * A reflection: a box that keeps what is written in it on this device, as it is written.
 * @param {HTMLElement} element
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function reflect(element, bench) {
  const box = element.querySelector("textarea");
  const saved = element.querySelector("[data-saved]");
  const id = element.dataset["item"] ?? "";
  if (!box || !saved) throw new Error(`reflect ${id}: no textarea or no data-saved`);
  let kept = "";
  /** @type {() => void} */
  let cancel = () => {};

  const keep = () => {
    cancel();
    if (box.value === kept) return;
    kept = box.value;
    bench.learning.write(id, kept);
    element.dataset["state"] = bench.learning.recordOf(id).state;
    const time = bench.strings.time(bench.clock.now());
    const keeps = bench.keeps();
    const key = keeps ? "reflect.saved" : "reflect.not-saved";
    saved.textContent = keeps === null ? "" : bench.strings.text(key, { time });
  };
  box.addEventListener("input", () => {
    grow(box);
    cancel();
    cancel = bench.clock.later(keep, TYPING_PAUSE);
  });
  box.addEventListener("blur", keep);
  bench.whenLeaving(keep);

  const restore = () => {
    cancel();
    const { text, state } = bench.learning.recordOf(id);
    const typing = box.value !== kept;
    kept = text;
    if (!typing) box.value = text;
    else box.value = joinTexts(text, box.value);
    keep();
    grow(box);
    element.dataset["state"] = state;
    if (!typing) saved.textContent = bench.strings.text(wordsFor(text, state));
  };
  restore();
  return restore;
}

/**
 * @param {string} text
 * @param {string} state
 * @returns {string}
 */
function wordsFor(text, state) {
  if (text !== "") return "reflect.kept";
  return state === "answered" ? "reflect.elsewhere" : "reflect.nothing-yet";
}

/**
 * More lines when the words need them, never fewer: nothing below jumps up while somebody writes. Where the
 * stylesheet can do it (field-sizing), it does.
 * @param {HTMLTextAreaElement} box
 */
function grow(box) {
  if (CSS.supports("field-sizing", "content")) return;
  while (box.scrollHeight > box.clientHeight + 2 && box.rows < MOST_ROWS) box.rows += 2;
}
