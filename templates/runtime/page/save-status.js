/** @typedef {import("./announcer.js").Announce} Announce */
/** @typedef {import("../session/save-kind.js").SaveKind} SaveKind */
/** @typedef {import("../session/save-kind.js").SaveStatus} SaveStatus */
/** @typedef {import("./strings.js").Strings} Strings */

/** @type {readonly SaveKind[]} where another try may help */
const RETRY = ["failed", "failed-memory", "offline"];

/** @type {readonly SaveKind[]} where it matters when the LMS had it all */
const SINCE = [...RETRY, "ended", "gone"];

/** @type {readonly SaveKind[]} where a file, as well, keeps what an LMS has not, or not for long */
const UNSURE = ["memory", "lms-memory", "lms-partly", "lms-partly-memory", "damaged"];

/** @type {readonly SaveKind[]} where a file is the safest place */
const FILE = [...SINCE, ...UNSURE];

/** @type {readonly SaveKind[]} what the learner must know without having looked for it, and does not read above the page */
const NEWS = [...RETRY, ...UNSURE, "no-lms", "lms-unscored", "review", "left", "after"];

/**
 * The one line that says where the work is saved, and what can be done when it is not.
 * @param {ParentNode} page
 * @param {Strings} strings
 * @param {Announce} announce
 * @param {{retry: () => void, file: () => void, leave: () => void}} acts
 * @returns {(status: Omit<SaveStatus, "asks">) => void}
 */
export function saveStatus(page, strings, announce, acts) {
  const line = /** @type {HTMLElement} */ (page.querySelector("[data-save-status]"));
  const actions = /** @type {HTMLElement} */ (page.querySelector("[data-save-actions]"));
  const [retry, file, leave] = /** @type {[HTMLElement, HTMLElement, HTMLElement]} */ (/** @type {unknown} */ (actions.querySelectorAll("button")));
  retry.addEventListener("click", acts.retry);
  file.addEventListener("click", acts.file);
  leave.addEventListener("click", () => {
    // Here it is said what comes of it.
    line.focus();
    acts.leave();
  });
  /** @type {SaveKind | null} */
  let last = null;

  /**
   * @param {HTMLElement} button
   * @param {boolean} useful
   */
  function offer(button, useful) {
    // It goes when it has helped: whoever pressed it stands where it is said so.
    if (!useful && document.activeElement === button) line.focus();
    button.hidden = !useful;
  }

  return ({ kind, at, leaves }) => {
    // In a frame it is the LMS's own window that would be closed.
    const place = kind === "left" && window.parent !== window ? "left-framed" : kind;
    const words = strings.text(`save.${place}`, at ? { time: strings.time(at) } : {});
    const since = at && SINCE.includes(kind) ? ` ${strings.text("save.since", { time: strings.time(at) })}` : "";
    if (line.textContent !== words + since) line.textContent = words + since;
    offer(leave, leaves);
    actions.hidden = !leaves && !RETRY.includes(kind) && !FILE.includes(kind);
    if (kind === last) return;
    const recovered = kind === "lms" && last !== null && RETRY.includes(last);
    if (NEWS.includes(kind) || recovered) announce(words);
    line.dataset["trouble"] = String(SINCE.includes(kind) || kind === "memory");
    offer(retry, RETRY.includes(kind));
    offer(file, FILE.includes(kind));
    last = kind;
  };
}
