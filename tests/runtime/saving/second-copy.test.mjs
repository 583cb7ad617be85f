/** The second copy on the device: it does not depend on the first, which all packages of an LMS share. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { spareOf } from "../../../templates/runtime/device/second-copy.js";
import { FakePage, FakeStorage, FakeTurns } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

/** As IndexedDB is: it has its answer later. */
class FakeSpare {
  kept = new Map();
  full = false;
  read = async (key) => this.kept.get(key) ?? null;
  write = (key, text, known) => {
    if (!this.full) this.kept.set(key, text);
    setTimeout(() => known(!this.full));
  };
  remove = async (key) => void this.kept.delete(key);
}

const turn = () => new Promise((resolve) => setTimeout(resolve));
const full = () => Object.assign(new FakeStorage(), { full: true });

test("where local storage is full, words are in the second copy, and come back from it", async () => {
  const own = { place: "device", storage: full(), spare: new FakeSpare() };
  const page = new FakePage(own);
  await turn();
  page.learning.write("reflection", "Kept all the same.");
  await turn();
  assert.deepEqual([page.status, page.session.risky], ["device", false]);
  assert.ok(!page.statuses.includes("memory"), "nobody is told that it will be lost");
  page.session.close(false);
  const next = new FakePage(own);
  await turn();
  assert.equal(next.learning.recordOf("reflection").text, "Kept all the same.");
});

test("newer words in the second copy stand for older ones that local storage has no more room to change", async () => {
  const own = { place: "device", storage: new FakeStorage(), spare: new FakeSpare() };
  const page = new FakePage(own);
  page.learning.write("reflection", "Older.");
  own.storage.full = true;
  page.learning.write("reflection", "Newer.");
  await turn();
  page.session.close(false);
  const next = new FakePage(own);
  await turn();
  assert.equal(next.learning.recordOf("reflection").text, "Newer.");
});

test("where neither has room the learner is told, once it is known, and when there is some again", async () => {
  const own = { place: "device", storage: full(), spare: Object.assign(new FakeSpare(), { full: true }) };
  const page = new FakePage(own);
  await turn();
  assert.equal(page.status, "memory");
  page.learning.write("reflection", "Nowhere.");
  assert.deepEqual([page.status, page.session.risky], ["memory", true]);
  await turn();
  assert.equal(page.status, "memory");
  own.spare.full = false;
  page.session.hide();
  await turn();
  assert.equal(page.status, "device");
});

for (const which of ["1.2", "2004"]) {
  test(`${which}: private words beside an LMS are in the second copy as well`, async () => {
    const own = { storage: full(), spare: new FakeSpare() };
    const page = new FakePage({ lms: new StrictLms(which), ...own });
    await turn();
    page.learning.write("reflection", "For me alone.");
    page.answer("q1", true);
    page.settle();
    await turn();
    assert.equal(page.status, "lms");
    page.session.close(false);
    const next = new FakePage({ lms: new StrictLms(which, page.lms.stored), ...own });
    await turn();
    assert.equal(next.learning.recordOf("reflection").text, "For me alone.");
  });
}

test("another window goes on with the last words, though only the second copy has them", async () => {
  const shared = { place: "device", storage: new FakeStorage(), turns: new FakeTurns(), spare: new FakeSpare() };
  const first = new FakePage(shared);
  first.learning.write("reflection", "At first.");
  const second = new FakePage(shared);
  shared.storage.full = true;
  first.learning.write("reflection", "At last.");
  await turn();
  second.session.takeOver();
  second.settle();
  await turn();
  assert.equal(second.learning.recordOf("reflection").text, "At last.");
});

test("what is cleared is in neither, and what is kept until the tab is closed only there", async () => {
  const own = { place: "device", storage: full(), spare: new FakeSpare() };
  const page = new FakePage(own);
  page.learning.write("reflection", "Mine.");
  await turn();
  await page.session.clear();
  assert.ok(![...own.spare.kept.values()].join().includes("Mine."));
});

test("a database that takes a value and has no room for it has not kept it", async () => {
  const transaction = { objectStore: () => ({ put: () => ({ result: "key" }) }), commit: () => setTimeout(() => transaction.onabort(new Error("full"))) };
  const request = { result: { transaction: () => transaction } };
  const spare = spareOf(() => ({ open: () => (setTimeout(() => request.onsuccess()), request) }));
  const written = () => new Promise((resolve) => spare.write("key", "text", resolve));
  assert.equal(await written(), false);
  transaction.commit = () => setTimeout(() => transaction.oncomplete());
  assert.equal(await written(), true);
});
