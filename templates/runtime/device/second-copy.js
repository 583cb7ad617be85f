/**
 * A second copy of what is kept on this device. Chromium writes local storage to the disk after five seconds, and then
 * no more than once in a minute: a browser that is killed, or a device whose battery dies, takes the last minute along.
 * IndexedDB is written at once, but cannot be read before the page is shown.
 *
 * And it has room where local storage, which all packages of an LMS share, is full.
 *
 * @typedef {object} Spare
 * @property {(key: string) => Promise<string | null>} read
 * @property {(key: string, text: string, known: (kept: boolean) => void) => void} write it is known later whether it was kept
 * @property {(key: string) => Promise<unknown>} remove
 */

const STORE = "work";
/** Some browsers never answer. */
const PATIENCE = 1000;

/** @type {Spare} */
export const noSpare = { read: async () => null, write: (_, __, known) => known(false), remove: async () => {} };

/**
 * @param {() => IDBFactory} factory reading window.indexedDB throws where cookies are blocked (Chromium)
 * @returns {Spare} one that keeps nothing where it cannot; it never fails
 */
export function spareOf(factory) {
  /** @type {Promise<IDBDatabase> | undefined} */
  let opened;
  const open = () =>
    (opened ??= new Promise((resolve, reject) => {
      const request = factory().open("satchel", 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = reject;
    }));

  /**
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest} act
   * @returns {Promise<unknown>} null when it failed
   */
  const ask = (mode, act) =>
    open()
      .then((database) => new Promise((resolve, reject) => {
        const transaction = database.transaction(STORE, mode);
        const request = act(transaction.objectStore(STORE));
        // There may be no room for what was taken: that is known at the end.
        transaction.oncomplete = () => resolve(request.result ?? null);
        transaction.onabort = transaction.onerror = reject;
        // The page may be gone before it would be done by itself.
        transaction.commit();
      }))
      .catch(() => null);

  const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE));

  return {
    read: async (key) => {
      const text = await ask("readonly", (store) => store.get(key));
      return typeof text === "string" ? text : null;
    },
    write(key, text, known) {
      const kept = ask("readwrite", (store) => store.put(text, key)).then((answer) => answer === key);
      Promise.race([kept, patience().then(() => false)]).then(known);
      // It may be so after all.
      kept.then((is) => is && known(is));
    },
    remove: (key) => Promise.race([ask("readwrite", (store) => store.delete(key)), patience()]),
  };
}
