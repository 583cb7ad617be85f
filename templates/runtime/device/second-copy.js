/**
 * A second copy of what is kept on this device. Chromium writes local storage to the disk after five seconds, and then
 * no more than once in a minute: a browser that is killed, or a device whose battery dies, takes the last minute along.
 * IndexedDB is written at once, but cannot be read before the page is shown.
 *
 * @typedef {object} Spare
 * @property {(key: string) => Promise<string | null>} read
 * @property {(key: string, text: string) => void} write
 * @property {(key: string) => Promise<unknown>} remove
 */

const STORE = "work";
/** Some browsers never answer. */
const PATIENCE = 1000;

/** @type {Spare} */
export const noSpare = { read: async () => null, write: () => {}, remove: async () => {} };

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
        request.onsuccess = () => resolve(request.result);
        request.onerror = reject;
        // The page may be gone before it would be done by itself.
        transaction.commit();
      }))
      .catch(() => null);

  return {
    read: async (key) => {
      const text = await ask("readonly", (store) => store.get(key));
      return typeof text === "string" ? text : null;
    },
    write: (key, text) => void ask("readwrite", (store) => store.put(text, key)),
    remove: (key) =>
      Promise.race([
        ask("readwrite", (store) => store.delete(key)),
        new Promise((resolve) => setTimeout(resolve, PATIENCE)),
      ]),
  };
}
