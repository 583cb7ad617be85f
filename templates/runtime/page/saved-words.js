/** @typedef {import("./workbench.js").Workbench} Workbench */

/**
 * @param {Workbench} bench
 * @returns {string} key of the words that say where something has just been kept
 */
export function savedWords({ device }) {
  return device.shared ? "reflect.until-closed" : "reflect.saved";
}
