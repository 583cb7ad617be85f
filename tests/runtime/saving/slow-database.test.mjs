/** A browser whose database answers late: nobody waits for it, and what it kept in the end is known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { spareOf } from "../../../templates/runtime/device/second-copy.js";

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await null;
};

test("after a second it counts as not kept, and as kept once it is", async (context) => {
  const real = globalThis.setTimeout;
  context.after(() => (globalThis.setTimeout = real));
  const waiting = [];
  globalThis.setTimeout = (act, milliseconds) => void waiting.push([milliseconds, act]);
  const transaction = { objectStore: () => ({ put: () => ({ result: "key" }) }), commit: () => {} };
  const request = { result: { transaction: () => transaction } };
  const spare = spareOf(() => ({ open: () => request }));
  const known = [];
  spare.write("key", "text", (kept) => known.push(kept));
  request.onsuccess();
  await settled();
  assert.deepEqual(known, []);
  const [[milliseconds, act]] = waiting;
  assert.equal(milliseconds, 1000);
  act();
  await settled();
  assert.deepEqual(known, [false]);
  transaction.oncomplete();
  await settled();
  assert.deepEqual(known, [false, true]);
});
