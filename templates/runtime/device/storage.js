/**
 * The part of Web Storage that the journal uses; every call may fail.
 *
 * @typedef {object} GuardedStorage
 * @property {(key: string) => string | null} read null too when storage is out of reach
 * @property {(key: string, value: string) => boolean} write false when it was not kept
 * @property {(key: string) => void} remove
 */

const PROBE = "satchel";

/** Keeps nothing. */
export const noStorage = { read: () => null, write: () => false, remove: () => {}, works: false };

/**
 * @param {() => Storage} open returns window.localStorage; reading that property itself throws where cookies are
 *   blocked and in sandboxed frames (Chromium)
 * @returns {GuardedStorage & {works: boolean}} `works` false: nothing can be kept
 */
export function guardStorage(open) {
  /** @type {GuardedStorage} */
  const guarded = {
    read(key) {
      try {
        return open().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        open().setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
    remove(key) {
      try {
        open().removeItem(key);
      } catch {
        // What cannot be reached cannot be read by anybody else either.
      }
    },
  };
  return { ...guarded, works: guarded.write(PROBE, "1") && guarded.read(PROBE) === "1" };
}
