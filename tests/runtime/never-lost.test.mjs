/** The smallest cases of what `tests/persistence` found with random lives. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { outbox } from "../../templates/runtime/session/outbox.js";
import { decodePacked } from "../../templates/runtime/state/suspend-data/codec.js";
import { FakePage, FakeStorage, FakeTurns } from "./fakes/fake-course.mjs";
import { StrictLms } from "./fakes/strict-lms.mjs";

const TRAVELS = { travelling: ["reflection"] };

test("an LMS that said yes and kept nothing does not win over the words on the device", () => {
  const storage = new FakeStorage();
  const page = new FakePage({ lms: new StrictLms("1.2"), storage, ...TRAVELS });
  page.learning.write("reflection", "First", "soon");
  page.settle();
  const before = { ...page.lms.stored };
  page.learning.write("reflection", "First, and second", "soon");
  page.settle(20_000);
  const next = new FakePage({ lms: new StrictLms("1.2", before), storage, ...TRAVELS });
  assert.equal(next.learning.recordOf("reflection").text, "First, and second");
});

test("the last answer counts, though another device has saved more since", () => {
  const storage = new FakeStorage();
  const page = new FakePage({ lms: new StrictLms("1.2"), storage });
  page.answer("q1", false);
  page.settle();
  page.lms.failing = 100;
  page.answer("q1", true);
  page.settle(100);
  const elsewhere = new FakePage({ lms: new StrictLms("1.2", page.lms.stored), storage: new FakeStorage() });
  for (const module of ["m1", "m2", "m3", "m1", "m2"]) elsewhere.learning.open(module);
  elsewhere.settle();
  const back = new FakePage({ lms: new StrictLms("1.2", elsewhere.lms.stored), storage });
  assert.equal(back.learning.recordOf("q1").state, "correct");
  assert.equal(back.learning.current, "m2");
});

test("what only this device knows goes to the LMS at once, though both have counted as far", () => {
  const storage = new FakeStorage();
  const page = new FakePage({ lms: new StrictLms("1.2"), storage });
  page.answer("q1", true);
  const elsewhere = new FakePage({ lms: new StrictLms("1.2"), storage: new FakeStorage() });
  elsewhere.answer("q2", true);
  elsewhere.settle();
  const back = new FakePage({ lms: new StrictLms("1.2", elsewhere.lms.stored), storage });
  back.settle(1);
  assert.equal(decodePacked(back.lms.stored["cmi.suspend_data"]).items.length, 2);
});

test("who goes on in another window finds her last words, and not those that she has replaced", () => {
  const shared = { storage: new FakeStorage(), turns: new FakeTurns(), place: "device" };
  const first = new FakePage(shared);
  const words = (page, text) => page.learning.gather(({ form }) => form.set("learnt", [text]));
  first.learning.write("reflection", "One thought");
  words(first, "One line");
  const second = new FakePage(shared);
  first.learning.write("reflection", "Another");
  words(first, "Another line");
  second.session.takeOver();
  second.settle();
  assert.equal(second.learning.recordOf("reflection").text, "Another");
  assert.deepEqual(second.learning.portfolio.form.get("learnt"), ["Another line"]);
});

test("a second window does not put aside what the first one is working on", () => {
  const shared = { storage: new FakeStorage(), turns: new FakeTurns() };
  const ann = { "cmi.learner_id": "ann" };
  const first = new FakePage({ lms: new StrictLms("2004", ann), ...shared });
  first.lms.failing = 100;
  first.answer("q1", true);
  first.settle();
  const second = new FakePage({ lms: new StrictLms("2004", { ...ann, "cmi.entry": "ab-initio" }), ...shared });
  second.settle();
  assert.equal(second.status, "elsewhere");
  assert.equal(second.learning.recordOf("q1").state, "correct");
  assert.equal(new FakePage({ place: "no-lms", lms: new StrictLms("2004", { ...ann, "cmi.completion_status": "incomplete" }), ...shared }).asks, "elsewhere");
  second.session.takeOver();
  second.settle();
  assert.equal(second.asks, "");
  assert.equal(second.learning.recordOf("q1").state, "correct");
});

test("what there was no room for is written when there is some again", () => {
  const page = new FakePage({ place: "device" });
  page.storage.full = true;
  page.learning.write("reflection", "Kept after all");
  page.storage.full = false;
  page.session.hide();
  assert.equal(page.status, "device");
  assert.equal(new FakePage({ place: "device", storage: page.storage }).learning.recordOf("reflection").text, "Kept after all");
});

test("what was cleared is not written back by a window that still knows it, whether it has heard of it or not", async () => {
  for (const hears of [true, false]) {
    const shared = { storage: new FakeStorage(), turns: new FakeTurns(), place: "device" };
    const first = new FakePage(shared);
    first.learning.write("reflection", "Mine");
    const second = new FakePage(shared);
    second.session.clear();
    await null;
    assert.ok(second.begunAnew);
    if (hears) first.session.listen();
    else first.learning.write("reflection", "Mine, and more");
    assert.ok(first.begunAnew);
    first.session.close(false);
    first.settle();
    assert.ok(![...shared.storage.values].join().includes("Mine"));
    const next = new FakePage({ ...shared, turns: new FakeTurns() });
    next.learning.write("reflection", "New");
    assert.equal(new FakePage({ ...shared, turns: new FakeTurns() }).learning.recordOf("reflection").text, "New");
  }
});

test("clearing leaves the session with the LMS open, and a page frozen meanwhile forgets too", () => {
  const shared = { storage: new FakeStorage(), turns: new FakeTurns() };
  const page = new FakePage({ lms: new StrictLms("1.2"), ...shared });
  page.learning.write("reflection", "Mine");
  page.settle();
  page.session.close(true);
  const other = new FakePage({ lms: new StrictLms("1.2", page.lms.stored), ...shared });
  other.session.clear();
  other.session.close(false);
  assert.equal(other.lms.calls("terminate").length, 0);
  page.session.back();
  assert.ok(page.begunAnew);
  assert.ok(![...shared.storage.values].join().includes("Mine"));
});

test("what is cleared while the LMS is still looked for begins anew, though nothing is kept yet", () => {
  const page = new FakePage({});
  assert.equal(page.memory, null);
  page.session.clear();
  assert.ok(page.begunAnew);
});

test("an LMS that said yes to the first words without a network is told them again", () => {
  const lms = new StrictLms("2004");
  const page = new FakePage({ lms });
  page.server = false;
  page.settle(1);
  for (const element of Object.keys(lms.stored)) delete lms.stored[element];
  page.server = true;
  page.answer("q1", true);
  page.session.close(false);
  assert.equal(lms.stored["cmi.exit"], "suspend");
  assert.equal(lms.stored["cmi.completion_status"], "incomplete");
});

test("what found no room is written before another window takes its turn", () => {
  const shared = { storage: new FakeStorage(), turns: new FakeTurns(), place: "device" };
  const first = new FakePage(shared);
  const second = new FakePage(shared);
  shared.storage.full = true;
  first.learning.gather(({ form }) => form.set("learnt", ["Kept after all"]));
  shared.storage.full = false;
  second.session.takeOver();
  second.settle();
  assert.deepEqual(second.learning.portfolio.form.get("learnt"), ["Kept after all"]);
});

test("what the browser itself has emptied is written again: this window may be the last to know", () => {
  const page = new FakePage({ place: "device" });
  page.session.clear();
  const next = new FakePage({ place: "device", storage: page.storage });
  next.learning.write("reflection", "Mine");
  next.storage.values.clear();
  next.learning.write("reflection", "Mine, still");
  assert.equal(next.begunAnew, undefined);
  assert.equal(new FakePage({ place: "device", storage: page.storage }).learning.recordOf("reflection").text, "Mine, still");
});

test("words of an attempt before are kept when the LMS knows only those of a new one", () => {
  const home = { storage: new FakeStorage() };
  const first = new FakePage({ lms: new StrictLms("1.2"), ...home, travelling: ["reflection"] });
  first.learning.write("reflection", "Written at home", "soon");
  first.settle();
  first.session.close(false);
  const elsewhere = new FakePage({ lms: new StrictLms("1.2"), travelling: ["reflection"] });
  for (const item of ["q1", "q2", "q3"]) elsewhere.answer(item, true);
  elsewhere.learning.write("reflection", "Something else", "soon");
  elsewhere.settle();
  elsewhere.session.close(false);
  const again = new FakePage({ lms: new StrictLms("1.2", elsewhere.lms.stored), ...home, travelling: ["reflection"] });
  for (const words of ["Written at home", "Something else"]) assert.ok(again.learning.recordOf("reflection").text.includes(words));
});

test("what is sent again is the last answer, whether the LMS had taken an earlier one or both", () => {
  const note = (right) => ({ item: "q1", right });
  const sentAgain = (...taken) => {
    const box = outbox();
    for (const [right, isTaken] of taken) {
      box.put(note(right));
      if (isTaken) box.taken();
    }
    box.recall();
    return [...box.waiting()].map(({ right }) => right);
  };
  assert.deepEqual(sentAgain([false, true], [true, false]), [true]);
  assert.deepEqual(sentAgain([false, true], [true, true]), [true]);
  assert.deepEqual(sentAgain([false, false], [true, false]), [true]);
});

for (const which of ["1.2", "2004"]) {
  test(`${which}: an answer given while an LMS failed is recorded as it was given last, once`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms });
    page.settle();
    lms.failing = 2;
    page.answer("q1", false);
    page.settle();
    assert.equal(page.status, "failed");
    page.answer("q1", true);
    page.settle(60_000);
    assert.equal(page.status, "lms");
    assert.equal(lms.stored["cmi.interactions.0.result"], "correct");
    assert.equal(lms.stored["cmi.interactions.1.id"], undefined);
  });
}
