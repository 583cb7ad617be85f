import { savedWords } from "../../runtime/page/saved-words.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

const TYPING_PAUSE = 300;

/** The event of a part in which something has just been kept. */
export const KEPT = "kept";

/**
 * Keeps what is written or chosen in a part of the page, as it is written.
 * @param {HTMLElement} part
 * @param {Workbench} bench
 * @param {(field: HTMLElement) => void} keep
 */
export function keepAsWritten(part, bench, keep) {
  /** @type {HTMLElement | null} */
  let waiting = null;
  /** @type {() => void} */
  let cancel = () => {};
  const act = () => {
    cancel();
    if (waiting === null) return;
    keep(waiting);
    waiting = null;
    part.dispatchEvent(new Event(KEPT, { bubbles: true }));
  };
  part.addEventListener("input", (event) => {
    const field = /** @type {HTMLElement} */ (event.target);
    if (waiting !== field) act();
    waiting = field;
    cancel();
    cancel = bench.clock.later(act, TYPING_PAUSE);
  });
  part.addEventListener("focusout", act);
  bench.whenLeaving(act);
}

/**
 * Says below a part where it is kept.
 * @param {HTMLElement} part
 * @param {Workbench} bench
 * @param {boolean} [isKept] nothing is, of half a date
 */
export function saySaved(part, bench, isKept = true) {
  const line = /** @type {Element} */ (part.querySelector("[data-saved]"));
  const keeps = bench.keeps();
  const time = bench.strings.time(bench.clock.now());
  line.textContent = keeps === null || !isKept ? "" : bench.strings.text(keeps ? savedWords(bench) : "reflect.not-saved", { time });
}
