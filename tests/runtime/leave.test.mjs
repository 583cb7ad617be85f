import assert from "node:assert/strict";
import { test } from "node:test";
import { FakePage } from "./fakes/fake-course.mjs";
import { StrictLms } from "./fakes/strict-lms.mjs";

for (const which of ["1.2", "2004"]) {
  test(`${which}: who leaves has everything saved and the session ended, once, and may come back`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms, travelling: ["reflection"] });
    page.server = true;
    page.settle();
    assert.equal(page.leaves, true);
    page.answer("q1", true);
    page.typing = () => page.learning.write("reflection", "Last words", "soon");
    page.session.leave();
    assert.deepEqual([page.status, page.leaves], ["left", false]);
    assert.deepEqual(lms.refusals, []);
    assert.equal(lms.stored["adl.nav.request"], which === "1.2" ? undefined : "suspendAll");
    assert.equal(lms.log.at(-1).method, "terminate");
    const calls = lms.log.length;
    page.typing = () => {};
    page.answer("q2", true);
    assert.equal(page.status, "after");
    page.settle(120_000);
    page.session.leave();
    page.session.hide();
    page.session.close(false);
    assert.equal(lms.log.length, calls, "not a word after the end");
    const next = new FakePage({ lms: new StrictLms(which, lms.stored), storage: page.storage, travelling: ["reflection"] });
    assert.equal(next.learning.recordOf("reflection").text, "Last words");
    assert.equal(next.learning.recordOf("q2").state, "correct");
    next.settle();
    assert.equal(next.status, "lms");
  });
}

test("an LMS that does not take it is not left", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.server = true;
  page.settle();
  lms.failing = 1;
  page.answer("q1", true);
  page.session.leave();
  assert.deepEqual([page.status, page.leaves], ["failed", true]);
  page.session.leave();
  assert.equal(page.status, "left");
  assert.equal(lms.calls("terminate").length, 1);
});

test("an LMS that says yes without a network is not left either, and when the network is back it is told again first", () => {
  const lms = new StrictLms("2004");
  const page = new FakePage({ lms });
  page.settle();
  page.server = false;
  page.answer("q1", true);
  page.session.leave();
  assert.deepEqual([page.status, page.leaves], ["offline", true]);
  for (const element of Object.keys(lms.stored)) delete lms.stored[element];
  page.server = true;
  page.session.leave();
  assert.equal(page.status, "left");
  assert.equal(lms.stored["cmi.exit"], "suspend");
  assert.ok(lms.stored["cmi.suspend_data"]);
});

test("a server that says nothing is waited for, and not for ever", () => {
  const page = new FakePage({ lms: new StrictLms("1.2") });
  page.settle();
  page.session.leave();
  assert.equal(page.leaves, true);
  page.answer("q1", true);
  page.settle(5000);
  assert.equal(page.status, "left");
  assert.equal(page.lms.stored["cmi.interactions.0.result"], "correct");
});

test("words that nothing keeps are not said to be saved", () => {
  const page = new FakePage({ lms: new StrictLms("1.2"), storage: "forbidden" });
  page.server = true;
  page.settle();
  page.learning.write("reflection", "Nowhere");
  page.session.leave();
  assert.equal(page.status, "lms-memory");
});

test("there is nothing to leave on a device, and in a window that is only read", () => {
  assert.equal(new FakePage({ place: "device" }).leaves, false);
});
