/** What the learner has not yet said or read: one thing at a time, in its order, and nothing of it is lost or asked twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Journal } from "../../../templates/runtime/device/journal.js";
import { guardStorage } from "../../../templates/runtime/device/storage.js";
import { Undecided } from "../../../templates/runtime/ownership/undecided.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { FakePage, FakeStorage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const NEW = { entry: "ab-initio", mode: "normal", standing: { completion: "none" } };
const work = (text, counter = 1) => ({ ...emptySnapshot(), counter, items: new Map([["r", { ...emptyRecord(), state: "answered", text, index: 4 }]]) });

function learner(name, storage = new FakeStorage()) {
  const journal = new Journal(guardStorage(() => storage), "course", name);
  return { storage, journal, undecided: new Undecided(journal) };
}

test("work of an earlier attempt is asked about once, without its places, and kept apart by the window whose turn it is", () => {
  const { journal, undecided, storage } = learner("ann");
  const begun = undecided.begin(NEW, work("Words"));
  assert.deepEqual([undecided.kind, undecided.at, begun.items.get("r").text, begun.counter], ["earlier", null, "Words", 1]);
  assert.equal(undecided.divide(begun), null);
  assert.equal(undecided.divide(begun), null, "once");
  assert.deepEqual([journal.readEarlier().items.get("r").index, journal.read().items.get("r").index], [-1, -1]);
  assert.equal(new Undecided(journal).kind, "earlier", "another launch asks too");
  assert.equal(undecided.settle(true).kind, "earlier");
  assert.deepEqual([undecided.kind, journal.readEarlier(), new Undecided(new Journal(guardStorage(() => storage), "course", "ann")).kind], ["", null, ""]);
});

test("an attempt that goes on, or one without work, asks nothing", () => {
  for (const [said, kept] of [[{ ...NEW, entry: "resume" }, work("Words")], [NEW, emptySnapshot()]]) {
    const { undecided } = learner("ann");
    assert.equal(undecided.begin(said, kept), kept);
    assert.deepEqual([undecided.kind, undecided.unite(), undecided.divide(kept)], ["", null, null]);
  }
});

test("what could not be put aside is brought in unasked rather than lost", () => {
  const { storage, undecided } = learner("ann");
  const begun = undecided.begin(NEW, work("Words"));
  storage.full = true;
  assert.equal(undecided.divide(begun).items.get("r").text, "Words");
  assert.equal(undecided.kind, "");
});

test("work of two attempts before is joined", () => {
  const { journal, undecided } = learner("ann");
  undecided.divide(undecided.begin(NEW, work("Older")));
  const later = new Undecided(journal);
  later.divide(later.begin(NEW, work("Newer", 5)));
  assert.deepEqual(journal.readEarlier().items.get("r").text.split("\n\n").sort(), ["Newer", "Older"]);
});

test("that something was damaged is to be read before all else, once, and then the rest is asked", () => {
  const { journal, undecided } = learner("ann");
  undecided.begin(NEW, work("Words"));
  undecided.damage("X1.0damaged");
  assert.equal(undecided.kind, "damaged");
  assert.equal(undecided.settle(true).kind, "damaged");
  assert.equal(undecided.kind, "earlier");
  undecided.damage("X1.0damaged");
  assert.equal(undecided.kind, "earlier", "she has read it");
  undecided.damage("X1.0others");
  assert.equal(undecided.kind, "damaged");
  assert.equal(new Undecided(journal).kind, "damaged", "she has not read this one");
  const { storage, undecided: full } = learner("ben");
  storage.full = true;
  full.damage("X1.0damaged");
  assert.equal(full.kind, "damaged-unkept");
});

test("work that may be hers is offered with its day, is taken when it is, and not offered again when it is not", () => {
  const { storage, journal, undecided } = learner("ann");
  const nobody = new Journal(guardStorage(() => storage), "course", "");
  nobody.write(work("Whose?"));
  undecided.offer(nobody, work("Whose? Mine."));
  assert.equal(undecided.kind, "", "nothing in it that she would miss");
  undecided.offer(nobody, emptySnapshot());
  assert.deepEqual([undecided.kind, undecided.at instanceof Date], ["unclaimed", true]);
  const settled = undecided.settle(false);
  assert.deepEqual([settled.work.items.get("r").index, nobody.text === null], [-1, false], "what is not hers stays where it is");
  const again = new Undecided(journal);
  again.offer(nobody, emptySnapshot());
  assert.equal(again.kind, "");
  const ben = learner("ben", storage).undecided;
  ben.offer(nobody, emptySnapshot());
  assert.equal(ben.settle(true).kind, "unclaimed");
});

test("an LMS that names nobody and gives back the work asks nothing about that same work", () => {
  const first = new FakePage({ lms: new StrictLms("1.2") });
  first.learning.open("m1");
  first.answer("q1", true);
  first.learning.write("reflection", "Mine");
  first.settle(20_000);
  first.session.close(false);
  const next = new FakePage({ lms: new StrictLms("1.2", first.lms.stored), storage: first.storage });
  next.settle();
  assert.deepEqual([next.asks, next.learning.recordOf("reflection").text], ["", "Mine"]);
});
