import { savedWords } from "../../runtime/page/saved-words.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

const TYPING_PAUSE = 300;

/**
 * Keeps what is written or chosen in a part of the record, as it is written.
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
  };
  part.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    if (waiting !== event.target) act();
    waiting = event.target;
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
 */
export function saySaved(part, bench) {
  const line = part.querySelector("[data-saved]");
  const keeps = bench.keeps();
  const time = bench.strings.time(bench.clock.now());
  if (line) line.textContent = keeps === null ? "" : bench.strings.text(keeps ? savedWords(bench) : "reflect.not-saved", { time });
}
