/** What is said above the page, where she is, when the LMS will take nothing more in this window: once, with what to do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakePage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const begin = (own = {}) => {
  const page = new FakePage({ lms: new StrictLms("2004"), ...own });
  page.settle();
  return page;
};

test("a session that the LMS has ended, and a window that was closed", () => {
  for (const [kind, end] of [["ended", (lms) => lms.api.Terminate("")], ["gone", (lms) => (lms.window.closed = true)]]) {
    const page = begin();
    end(page.lms);
    page.answer("q1", true);
    page.settle();
    assert.deepEqual([page.status, page.asks], [kind, kind]);
    page.session.goOn();
    assert.equal(page.asks, "", "she has read it");
    page.answer("q2", true);
    page.settle();
    assert.deepEqual([page.status, page.asks], [kind, ""]);
  }
});

test("an LMS that does not come back for half a minute; one that does is nothing to be read about", () => {
  const page = begin();
  page.lms.failing = 5;
  page.answer("q1", true);
  page.settle(5000);
  assert.deepEqual([page.status, page.asks], ["failed", ""]);
  page.settle(20_000);
  assert.deepEqual([page.status, page.asks], ["failed", "failed"]);
  page.settle(120_000);
  assert.deepEqual([page.status, page.asks], ["lms", ""]);
  page.lms.failing = 100;
  page.answer("q2", true);
  page.settle(30_000);
  assert.equal(page.asks, "failed", "it is another trouble");
});

test("nobody reads that all is on this device, or a copy of what was damaged, where nothing can be kept", () => {
  const words = Array.from({ length: 300 }, (_, n) => `${n * 7919}`).join(" ");
  for (const [storage, partly, damaged] of [["forbidden", "lms-partly-memory", "damaged-unkept"], [undefined, "lms-partly", "damaged"]]) {
    const page = begin({ ...(storage ? { storage } : {}), travelling: ["reflection"] });
    page.limit = 500;
    page.learning.write("reflection", words, "soon");
    page.settle(20_000);
    assert.equal(page.status, partly);
    const stored = { ...page.lms.stored, "cmi.suspend_data": "what another course left" };
    assert.equal(begin({ lms: new StrictLms("2004", stored), ...(storage ? { storage } : {}) }).asks, damaged);
  }
});

test("nobody reads that her work is safe where it is not", () => {
  const page = begin({ storage: "forbidden" });
  page.lms.failing = 100;
  page.answer("q1", true);
  page.settle(60_000);
  assert.deepEqual([page.status, page.asks], ["failed-memory", ""]);
});
