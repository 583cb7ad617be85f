import assert from "node:assert/strict";
import { test } from "node:test";
import { Journal, journalKey } from "../../../templates/runtime/device/journal.js";
import { reconcile } from "../../../templates/runtime/state/reconcile.js";
import { hash32 } from "../../../templates/runtime/state/hash.js";
import { readJournal, writeJournal } from "../../../templates/runtime/state/journal-text.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { guardStorage } from "../../../templates/runtime/device/storage.js";
import { FakeStorage } from "../fakes/fake-course.mjs";

function someSnapshot() {
  const snapshot = emptySnapshot();
  Object.assign(snapshot, { counter: 12, current: "m2", completed: true, passed: true, score: 66 });
  snapshot.modules.set("m1", "done").set("m2", "started");
  snapshot.items.set("q1", { ...emptyRecord(), state: "correct", response: ["yes"], attempts: 2, index: 0 });
  snapshot.items.set("q2", { ...emptyRecord(), draft: ["no"] });
  snapshot.items.set("r", { ...emptyRecord(), state: "answered", text: "Line one\nline two 😀 </script> \" ŵ" });
  snapshot.films.set("film", 35);
  snapshot.preferences = { captions: false, speed: 1.5 };
  return snapshot;
}

test("the journal gives back everything, words and unfinished answers too", () => {
  assert.deepEqual(readJournal(writeJournal(someSnapshot())), someSnapshot());
});

test("a journal that others have written over never throws and never makes up answers", () => {
  const whole = writeJournal(someSnapshot());
  for (let at = 0; at < whole.length; at += 1) assert.equal(readJournal(whole.slice(0, at)), null);
  for (const strange of ["", "null", "[]", "1", '"text"', "{}", '{"format":2}']) assert.equal(readJournal(strange), null, strange);
  const twisted = readJournal('{"format":1,"counter":"9","modules":[1],"items":{"q":{"state":"great","response":"a","text":5}},"films":[1,[2],["f","x"]],"preferences":7}');
  assert.equal(twisted.counter, 0);
  assert.deepEqual(twisted.items.get("q"), emptyRecord());
  assert.equal(twisted.preferences.speed, 1);
});

test("the key is of one course and one learner, and does not name the learner", () => {
  assert.equal(journalKey("my-course", ""), "satchel:my-course:device");
  assert.match(journalKey("my-course", "ann@example.org"), /^satchel:my-course:[0-9a-f]{16}$/);
  assert.notEqual(journalKey("my-course", "ann"), journalKey("my-course", "ben"));
  assert.notEqual(journalKey("one", "ann"), journalKey("two", "ann"));
});

test("storage that throws when it is looked at is storage that keeps nothing", () => {
  const forbidden = guardStorage(() => {
    throw new DOMException("denied", "SecurityError");
  });
  assert.equal(forbidden.works, false);
  const journal = new Journal(forbidden, "course", "");
  assert.equal(journal.read(), null);
  assert.equal(journal.write(emptySnapshot()), false);
  assert.equal(journal.works, false);
});

test("storage that is full says so, and what it held before stays", () => {
  const storage = new FakeStorage();
  const journal = new Journal(guardStorage(() => storage), "course", "");
  assert.equal(journal.write(someSnapshot()), true);
  storage.full = true;
  assert.equal(journal.write(emptySnapshot()), false);
  assert.equal(journal.works, false);
  assert.deepEqual(journal.read(), someSnapshot());
});

test("of two memories the one with more saves wins, and neither loses an answer", () => {
  const lms = emptySnapshot();
  lms.counter = 5;
  lms.items.set("q1", { ...emptyRecord(), state: "correct", response: ["yes"], index: 3 });
  lms.items.set("q2", { ...emptyRecord(), state: "incorrect", response: ["no"] });
  const device = emptySnapshot();
  device.counter = 6;
  device.items.set("q1", { ...emptyRecord(), state: "incorrect", response: ["no"] });
  device.items.set("r", { ...emptyRecord(), state: "answered", text: "mine" });
  const ahead = reconcile(lms, device);
  assert.equal(ahead.items.get("q1").state, "incorrect");
  assert.equal(ahead.items.get("q1").index, 3, "where its record is in the LMS is not forgotten");
  assert.equal(ahead.items.get("q2").state, "incorrect");
  device.counter = 4;
  const behind = reconcile(lms, device);
  assert.equal(behind.items.get("q1").state, "correct");
  assert.equal(behind.items.get("r").text, "mine");
});

test("of two memories with as many saves the one on the device wins: it holds more", () => {
  const lms = emptySnapshot();
  const device = emptySnapshot();
  lms.counter = device.counter = 5;
  lms.current = "m1";
  device.current = "m2";
  assert.equal(reconcile(lms, device).current, "m2");
});

test("an LMS that has counted no further than the device has not heard its last words: neither text goes", () => {
  const words = (sent, counter) => {
    const [lms, device] = [emptySnapshot(), emptySnapshot()];
    lms.counter = counter;
    device.counter = 5;
    lms.items.set("r", { ...emptyRecord(), state: "answered", text: "We asked them twice" });
    device.items.set("r", { ...emptyRecord(), state: "answered", text: "We asked them once", sent: hash32(sent) });
    return reconcile(lms, device).items.get("r").text.split("\n\n").sort();
  };
  const both = ["We asked them once", "We asked them twice"];
  const asSent = "We asked them once";
  assert.deepEqual(words(asSent, 6), ["We asked them twice"], "it was written on, on another device");
  assert.deepEqual(words(asSent, 5), both);
  assert.deepEqual(words(asSent, 4), both);
  assert.deepEqual(words("We asked", 6), both, "both were changed");
});

test("attempts are counted on every device: the most that either knows, whichever has saved more", () => {
  const attempts = (here, there, further) => {
    const [lms, device] = [emptySnapshot(), emptySnapshot()];
    lms.counter = 5;
    device.counter = 5 + further;
    device.items.set("q1", { ...emptyRecord(), state: "incorrect", response: ["here"], attempts: here });
    lms.items.set("q1", { ...emptyRecord(), state: "incorrect", response: ["there"], attempts: there });
    const { attempts, response } = reconcile(lms, device).items.get("q1");
    return [attempts, ...response];
  };
  for (const further of [1, -1]) {
    assert.deepEqual(attempts(1, 3, further), [3, "there"]);
    assert.deepEqual(attempts(3, 1, further), [3, "here"]);
  }
  assert.deepEqual(attempts(2, 2, 1), [2, "here"], "of as many, the answer of whoever has saved more");
  assert.deepEqual(attempts(2, 2, -1), [2, "there"]);
  // Taken back, with the attempt used up.
  const [lms, device] = [emptySnapshot(), emptySnapshot()];
  device.counter = 1;
  lms.items.set("q1", { ...emptyRecord(), state: "incorrect", response: ["there"], attempts: 2 });
  device.items.set("q1", { ...emptyRecord(), attempts: 0 });
  assert.equal(reconcile(lms, device).items.get("q1").attempts, 2);
});

test("an answer that was saved and then taken back does not come back from where it was saved first", () => {
  const [before, now] = [{ state: "answered", response: ["yes"], attempts: 1 }, { state: "unanswered", response: [], attempts: 2 }].map((own) => ({ ...emptyRecord(), ...own }));
  for (const newer of [1, -1]) {
    for (const [here, there] of [[now, before], [before, now]]) {
      const [device, lms] = [here, there].map((record) => ({ ...emptySnapshot(), counter: 5, items: new Map([["q", record]]) }));
      device.counter += newer;
      const { state, response, attempts } = reconcile(lms, device).items.get("q");
      assert.deepEqual([state, response, attempts], ["unanswered", [], 2]);
    }
  }
  const untouched = { ...emptySnapshot(), counter: 9, items: new Map([["q", emptyRecord()]]) };
  assert.deepEqual(reconcile({ ...emptySnapshot(), items: new Map([["q", before]]) }, untouched).items.get("q").response, ["yes"], "who has not answered here has taken nothing back");
});

test("an answer that was not checked stays until one is, though the LMS had no room for it", () => {
  const lms = emptySnapshot();
  const device = emptySnapshot();
  lms.counter = 9;
  device.counter = 5;
  const before = { ...emptyRecord(), state: "incorrect", response: ["no"], attempts: 1 };
  device.items.set("q1", { ...before, draft: ["yes"] });
  const draft = (there) => (lms.items.set("q1", there), reconcile(lms, device).items.get("q1").draft);
  assert.deepEqual(draft(before), ["yes"]);
  assert.deepEqual(draft({ ...before, draft: ["maybe"] }), ["maybe"], "she went on elsewhere");
  assert.equal(draft({ ...before, attempts: 2 }), null);
  assert.equal(draft({ ...before, attempts: 0, response: ["yes"], state: "correct" }), null);
});

test("what the LMS had no room for comes from the device", () => {
  const lms = emptySnapshot();
  lms.counter = 5;
  lms.items.set("q1", { ...emptyRecord(), state: "correct" });
  const device = emptySnapshot();
  device.counter = 3;
  device.items.set("q1", { ...emptyRecord(), state: "correct", response: ["yes"], attempts: 1 });
  assert.deepEqual(reconcile(lms, device).items.get("q1").response, ["yes"]);
});

test("completion, score and modules done are the best of both", () => {
  const one = emptySnapshot();
  const other = emptySnapshot();
  Object.assign(one, { counter: 2, completed: true });
  Object.assign(other, { counter: 3, score: 80 });
  one.modules.set("m1", "done");
  other.modules.set("m1", "started");
  const both = reconcile(one, other);
  assert.deepEqual([both.completed, both.score, both.modules.get("m1")], [true, 80, "done"]);
  assert.deepEqual(reconcile(null, null), emptySnapshot());
});

test("a journal of the first version, before there were records of learning, can still be read", () => {
  const first = '{"format":1,"counter":12,"current":"m2","completed":true,"passed":true,"score":66,"preferences":{"captions":false,"speed":1.5},"modules":{"m1":"done","m2":"started"},"items":{"q1":{"state":"correct","response":["yes"],"attempts":2,"index":0},"q2":{"draft":["no"]},"r":{"state":"answered","text":"Line one\\nline two 😀 </script> \\" ŵ"}},"films":[["film",35]]}';
  assert.deepEqual(readJournal(first), someSnapshot());
});

/** A device with storage that lasts, one that lasts as long as the tab, and a second copy; and what any of them holds. */
function device() {
  const [lasting, fleeting] = [new FakeStorage(), new FakeStorage()];
  const spare = { kept: new Map(), write: (key, text, then) => (spare.kept.set(key, text), then(true)), read: async (key) => spare.kept.get(key) ?? null, remove: async (key) => void spare.kept.delete(key) };
  const open = (learner = "ann") => new Journal(guardStorage(() => lasting), "course", learner, guardStorage(() => fleeting), spare);
  const held = ({ values }, { key }) => [...values].filter(([one, text]) => one.startsWith(key) && text !== "").map(([one]) => one.slice(key.length)).sort();
  return { lasting, fleeting, spare, open, held };
}

test("on a shared device nothing stays where it was, whatever it is, and all of it comes back when it is not shared", () => {
  const { lasting, fleeting, spare, open, held } = device();
  const journal = open();
  journal.write(someSnapshot());
  journal.writeEarlier(someSnapshot());
  journal.keepDamaged("X");
  journal.decline({ text: "theirs" });
  const all = ["", ":damaged", ":declined", ":earlier"];
  assert.deepEqual([held(lasting, journal), held(fleeting, journal), spare.kept.has(journal.key), journal.shared], [all, [], true, false]);
  journal.share(true);
  assert.deepEqual([held(lasting, journal), held(fleeting, journal), spare.kept.has(journal.key), journal.shared], [[], all, false, true]);
  journal.write(someSnapshot());
  assert.deepEqual([held(lasting, journal), spare.kept.has(journal.key)], [[], false]);
  const again = open();
  assert.deepEqual([again.shared, again.read()], [true, someSnapshot()], "the tab is still open");
  again.share(false);
  assert.deepEqual([held(lasting, journal), held(fleeting, journal), again.shared], [all, [], false]);
  assert.deepEqual(open().read(), someSnapshot());
});

test("what is cleared is gone from every place, and a window that still knows it writes nothing", async () => {
  for (const shared of [false, true]) {
    const { lasting, fleeting, spare, open, held } = device();
    const [journal, other] = [open(), open()];
    if (shared) journal.share(true);
    journal.write(someSnapshot());
    journal.writeEarlier(someSnapshot());
    journal.keepDamaged("X");
    journal.decline({ text: "theirs" });
    assert.deepEqual([other.outlived, journal.outlived], [shared, false]);
    await journal.clear();
    assert.deepEqual([held(lasting, journal), held(fleeting, journal), spare.kept.size], [[], [], 0]);
    assert.deepEqual([other.outlived, other.write(someSnapshot()), other.writeEarlier(someSnapshot()), journal.outlived], [true, false, false, false]);
    assert.equal(open().outlived, false, "who comes after begins anew");
  }
});

test("what one learner has still to read, or said was not hers, is no other learner's", () => {
  const { open } = device();
  const [ann, ben] = [open("ann"), open("ben")];
  const parcel = { text: "somebody's" };
  assert.deepEqual([ann.keepDamaged("X"), ann.hasDamaged, ben.hasDamaged], ["damaged", true, false]);
  assert.deepEqual([ben.keepDamaged("X"), ann.keepDamaged("X")], ["damaged", "damaged"]);
  ann.readDamaged();
  assert.deepEqual([ann.hasDamaged, ann.keepDamaged("X"), ben.hasDamaged], [false, "", true]);
  assert.equal(ann.keepDamaged("Y"), "damaged", "another one");
  ann.decline(parcel);
  assert.deepEqual([ann.hasDeclined(parcel), ann.hasDeclined({ text: "other" }), ben.hasDeclined(parcel)], [true, false, false]);
  ann.decline({ text: "other" });
  assert.deepEqual([ann.hasDeclined(parcel), ann.hasDeclined({ text: "other" })], [true, true]);
  ann.writeEarlier(someSnapshot());
  assert.deepEqual([ann.readEarlier(), ben.readEarlier()], [someSnapshot(), null]);
  ann.forgetEarlier();
  assert.equal(ann.readEarlier(), null);
});

test("of what this version has no place for, that of the newer memory is kept, and of the older where it has none", () => {
  const dormant = (part, key) => ({ modules: [], items: [], films: [], [part]: [{ key }] });
  for (const part of ["modules", "items", "films"]) {
    const [one, other] = [{ ...emptySnapshot(), counter: 2, dormant: dormant(part, 1) }, { ...emptySnapshot(), counter: 1, dormant: dormant(part, 2) }];
    assert.deepEqual(reconcile(other, one).dormant, dormant(part, 1));
    assert.deepEqual(reconcile(other, { ...emptySnapshot(), counter: 2 }).dormant, dormant(part, 2));
  }
});

test("work that was put aside for whoever says that it is hers is that of this course, and goes once it is taken", () => {
  const { lasting, open } = device();
  const other = new Journal(guardStorage(() => lasting), "other", "ann", null);
  const journal = open();
  journal.write(someSnapshot());
  journal.keepApart();
  assert.equal(journal.read(), null, "it may be somebody else's");
  journal.write({ ...someSnapshot(), counter: 13 });
  const counters = () => journal.parcels().map(({ work }) => work.counter);
  assert.deepEqual([counters(), other.parcels()], [[13, 12], []]);
  journal.keepApart();
  journal.write({ ...someSnapshot(), counter: 14 });
  assert.deepEqual(counters(), [14, 13, 12]);
  const [, second, third] = journal.parcels();
  journal.take(third);
  assert.deepEqual(counters(), [14, 13]);
  journal.take(second);
  assert.deepEqual(counters(), [14]);
  journal.take(journal.parcels()[0]);
  assert.deepEqual([counters(), journal.text], [[], null]);
});
