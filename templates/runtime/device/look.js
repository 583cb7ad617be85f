import { hash32 } from "../state/hash.js";
import { guardStorage } from "./storage.js";

/**
 * How this page last looked, which is read before it is known whose page it is: so it is not painted twice. Where the
 * next learner may be another one, it is kept until the tab is closed. It says nothing else of the learner.
 * @param {Window} window
 */
export function lookOf(window) {
  const key = `satchel:${hash32(window.location.pathname, 3).toString(16)}:look`;
  const lasting = guardStorage(() => window.localStorage);
  const fleeting = guardStorage(() => window.sessionStorage);
  return {
    /** @returns {number} 0 when nothing is kept */
    read: () => Number(fleeting.read(key) ?? lasting.read(key)) || 0,
    /**
     * @param {number} reading
     * @param {boolean} [own] whether the device is this learner's own
     */
    keep(reading, own = false) {
      for (const [storage, keeps] of /** @type {const} */ ([[lasting, own], [fleeting, !own]])) {
        if (keeps && reading > 0) storage.write(key, String(reading));
        else storage.remove(key);
      }
    },
  };
}
