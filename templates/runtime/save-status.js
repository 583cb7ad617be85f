/** @typedef {import("./announcer.js").Announce} Announce */
/** @typedef {import("./session.js").SaveKind} SaveKind */
/** @typedef {import("./session.js").SaveStatus} SaveStatus */
/** @typedef {import("./strings.js").Strings} Strings */

/** @type {readonly SaveKind[]} what the learner must know without having looked for it */
const NEWS = ["no-lms", "memory", "lms-memory", "lms-partly", "failed", "failed-memory", "damaged", "review", "ended", "gone"];

/**
 * The one line that says where the work is saved.
 * @param {Element | null} line
 * @param {Strings} strings
 * @param {Announce} announce
 * @returns {(status: SaveStatus) => void}
 */
export function saveStatus(line, strings, announce) {
  /** @type {SaveKind | null} */
  let last = null;
  return ({ kind, at }) => {
    const words = strings.text(`save.${kind}`, at ? { time: strings.time(at) } : {});
    if (line && line.textContent !== words) line.textContent = words;
    const recovered = last?.startsWith("failed") && kind === "lms";
    if (kind !== last && (NEWS.includes(kind) || recovered)) announce(words);
    last = kind;
  };
}
