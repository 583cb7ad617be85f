/** The second copy on a device on which no course was ever opened. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { spareOf } from "../../../templates/runtime/device/second-copy.js";

/** IndexedDB as far as the course uses it: a store is there only once it was made, and only an upgrade may make one. */
class FakeDatabases {
  stores = new Map();
  opened = [];

  open(name, version) {
    this.opened.push([name, version]);
    const request = { result: this.database(false) };
    setTimeout(() => {
      if (this.opened.length === 1) {
        request.result = this.database(true);
        request.onupgradeneeded();
      }
      request.result = this.database(false);
      request.onsuccess();
    });
    return request;
  }

  database(upgrading) {
    return {
      createObjectStore: (name) => {
        assert.ok(upgrading, "only an upgrade may make a store");
        this.stores.set(name, new Map());
      },
      transaction: (name, mode) => this.transaction(name, mode),
    };
  }

  transaction(name, mode) {
    const store = this.stores.get(name);
    if (store === undefined) throw new DOMException(name, "NotFoundError");
    const change = (act) => {
      if (mode !== "readwrite") throw new DOMException(mode, "ReadOnlyError");
      return { result: act() };
    };
    const transaction = {
      objectStore: () => ({
        get: (key) => ({ result: store.get(key) }),
        put: (value, key) => change(() => (store.set(key, value), key)),
        delete: (key) => change(() => void store.delete(key)),
      }),
      commit: () => setTimeout(() => transaction.oncomplete()),
    };
    return transaction;
  }
}

const written = (spare, text) => new Promise((resolve) => spare.write("key", text, resolve));

test("what a learner writes on her first day is kept, and read on the next", async () => {
  const databases = new FakeDatabases();
  assert.equal(await written(spareOf(() => databases), "My first words."), true);
  const next = spareOf(() => databases);
  assert.equal(await next.read("key"), "My first words.");
  assert.equal(await next.read("another"), null);
  assert.deepEqual(databases.opened, [["satchel", 1], ["satchel", 1]], "another name or version would lose what was kept");
  await next.remove("key");
  assert.equal(await next.read("key"), null);
});

test("a browser that forbids it keeps nothing, says so, and never fails", async () => {
  const spare = spareOf(() => {
    throw new DOMException("denied", "SecurityError");
  });
  assert.equal(await written(spare, "Words."), false);
  assert.equal(await spare.read("key"), null);
  await spare.remove("key");
});
