import assert from "node:assert/strict";
import { test } from "node:test";
import { READING } from "../../../templates/runtime/contract.js";
import { lookOf } from "../../../templates/runtime/device/look.js";
import { readJournal, writeJournal } from "../../../templates/runtime/state/journal-text.js";
import { numberOf, readingOf } from "../../../templates/runtime/state/reading.js";
import { catchUp, join, reconcile } from "../../../templates/runtime/state/reconcile.js";
import { emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { decodePacked, encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { encodeWithin } from "../../../templates/runtime/state/suspend-data/ladder.js";
import { pack, unpack } from "../../../templates/runtime/state/suspend-data/pack.js";
import { salvage } from "../../../templates/runtime/state/suspend-data/salvage.js";
import { FakePage, NAMES } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const CHOSEN = { text: "150", spacing: "wide", face: "plain", theme: "warm", motion: "none" };
const FIRST = Object.fromEntries(Object.entries(READING).map(([name, [choice]]) => [name, choice]));

/** A learner with an answer, who has chosen how the page looks. */
function learner(reading, counter = 1) {
  const snapshot = emptySnapshot();
  snapshot.counter = counter;
  snapshot.modules.set("m1", "done");
  snapshot.films.set("film", 35);
  if (reading !== undefined) snapshot.preferences.reading = reading;
  return snapshot;
}

test("each choice has a number that never changes, and comes back from it", () => {
  const numbers = Object.entries(READING).flatMap(([name, choices]) => choices.map((choice) => [name, choice, numberOf({ [name]: choice })]));
  assert.deepEqual(numbers.map(([, , number]) => number), [0, 1, 2, 3, 0, 8, 0, 64, 128, 0, 512, 1024, 1536, 2048, 0, 4096]);
  for (const [name, choice, number] of numbers) assert.equal(readingOf(number)[name], choice);
  assert.deepEqual(readingOf(numberOf(CHOSEN)), CHOSEN);
  assert.equal(numberOf({ text: "300", other: "x" }), 0, "what is no choice is none");
  assert.deepEqual(readingOf(0), FIRST);
});

test("a choice of a later version is left out, and the others stay", () => {
  assert.deepEqual(readingOf(numberOf(CHOSEN) | 7 | (1 << 15)), { ...CHOSEN, text: "100" });
});

test("the LMS keeps how the page looks in three bytes, and gives it back", () => {
  const [plain, chosen] = [learner(), learner(numberOf(CHOSEN))].map((snapshot) => encodePacked(pack(snapshot, NAMES), 0));
  assert.ok(chosen.length - plain.length <= 4, `${chosen.length - plain.length} characters`);
  const back = unpack(decodePacked(chosen), NAMES);
  assert.equal(back.preferences.reading, numberOf(CHOSEN));
  assert.equal(back.modules.get("m1"), "done");
  assert.equal(unpack(decodePacked(plain), NAMES).preferences.reading, undefined);
  assert.equal(salvage(chosen.slice(0, -1) + (chosen.endsWith("A") ? "B" : "A"))?.reading, numberOf(CHOSEN), "one wrong character");
});

test("where there is no room it goes before anything of the work", () => {
  const packed = pack(learner(numberOf(CHOSEN)), NAMES);
  const whole = encodePacked(packed, 0).length;
  const cut = encodeWithin(packed, whole - 1);
  assert.equal(cut?.whole, true);
  const { reading, films, modules } = decodePacked(cut?.text ?? "") ?? {};
  assert.deepEqual([reading, films?.length, modules?.length], [undefined, 1, 1]);
});

test("it follows the learner to a device on which she has not chosen, and not over what she chose there", () => {
  const there = learner(numberOf(CHOSEN), 9);
  assert.equal(reconcile(there, null).preferences.reading, numberOf(CHOSEN), "a new device");
  assert.equal(reconcile(there, learner(undefined, 3)).preferences.reading, numberOf(CHOSEN), "one that knows her, and no choice");
  assert.equal(reconcile(there, learner(numberOf({ theme: "dark" }), 3)).preferences.reading, numberOf({ theme: "dark" }));
  assert.equal(reconcile(there, learner(0, 3)).preferences.reading, 0, "one on which she went back to the first look");
  assert.equal(join(learner(undefined), there).preferences.reading, numberOf(CHOSEN), "what was done before the LMS was found");
  assert.equal(catchUp(there, learner(numberOf({ text: "125" })), null).preferences.reading, numberOf({ text: "125" }), "another window has chosen since");
});

test("the device keeps it, and a journal from before has none", () => {
  assert.equal(readJournal(writeJournal(learner(numberOf(CHOSEN)))).preferences.reading, numberOf(CHOSEN));
  assert.equal(readJournal(writeJournal(learner())).preferences.reading, undefined);
  assert.equal(readJournal('{"format":1,"preferences":{"reading":"dark"}}').preferences.reading, undefined);
});

test("how a page last looked is kept for that page, until the tab is closed where the next learner may be another", () => {
  const storage = () => {
    const kept = new Map();
    return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
  };
  const [localStorage, sessionStorage] = [storage(), storage()];
  const looks = (pathname) => lookOf({ location: { pathname }, localStorage, sessionStorage });
  const numbers = ({ kept }) => [...kept].filter(([key]) => key.endsWith(":look")).map(([, value]) => value);
  looks("/a/index.html").keep(7);
  assert.deepEqual([numbers(localStorage), numbers(sessionStorage)], [[], ["7"]]);
  assert.deepEqual([looks("/a/index.html").read(), looks("/b/index.html").read()], [7, 0]);
  looks("/a/index.html").keep(9, true);
  assert.deepEqual([numbers(localStorage), numbers(sessionStorage), looks("/a/index.html").read()], [["9"], [], 9], "a device of her own");
  looks("/a/index.html").keep(0, true);
  assert.deepEqual([numbers(localStorage), numbers(sessionStorage), looks("/a/index.html").read()], [[], [], 0]);
  assert.equal(lookOf({ location: { pathname: "/" }, get localStorage() { throw new DOMException("denied"); }, sessionStorage }).read(), 0);
});

for (const which of ["1.2", "2004"]) {
  test(`${which}: what is chosen at one computer is there at the next, and in no report`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms });
    page.learning.read(numberOf(CHOSEN));
    page.settle();
    page.session.close(false);
    assert.deepEqual(lms.refusals, []);
    const told = Object.entries(lms.stored).filter(([, value]) => /warm|wide|150/.test(String(value)));
    assert.deepEqual(told, [], "it is a number among others");
    const next = new FakePage({ lms: new StrictLms(which, lms.stored) });
    assert.equal(next.learning.preferences.reading, numberOf(CHOSEN));
    next.learning.read(0);
    next.settle();
    next.session.close(false);
    assert.equal(new FakePage({ lms: new StrictLms(which, next.lms.stored) }).learning.preferences.reading, 0, "and that all is as it was");
  });
}
