import assert from "node:assert/strict";
import { test } from "node:test";
import { LAST_BASIS, OUTDATED } from "../../../templates/runtime/contract.js";
import { readJournal, writeJournal } from "../../../templates/runtime/state/journal-text.js";
import { Learning } from "../../../templates/runtime/learner/learning.js";
import { forLms } from "../../../templates/components/choice/choice.js";
import { basisOf, holds, wordsBasisOf } from "../../../templates/runtime/question/basis.js";
import { join } from "../../../templates/runtime/state/reconcile.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const form = (basis, wording) => ({ dataset: { ...(basis ? { basis: String(basis) } : {}), ...(wording ? { wording } : {}) } });
const PERCENT = form(77, "about-40=9182 cafe=312 .tea=40");
const POUND = form(77, "about-40=5511 cafe=312 .tea=40");

test("an answer rests on what is right, and on words of its own that no id says", () => {
  assert.equal(basisOf(PERCENT, ["trust"]), 77);
  assert.notEqual(basisOf(PERCENT, ["about-40"]), 77);
  assert.equal(basisOf(PERCENT, ["cafe", "about-40"]), basisOf(PERCENT, ["about-40", "cafe"]));
  assert.equal(basisOf(form(77, ""), ["about-40"]), 77);
  assert.equal(basisOf(form(0, ""), ["trust"]), 0);
  assert.ok(wordsBasisOf(PERCENT, ["about-40"]) > OUTDATED);
  assert.equal(wordsBasisOf(PERCENT, ["trust"]), 0);
});

test("the number is what every version makes of it: it lies beside answers that learners have saved", () => {
  const made = (basis, one, other) => basisOf(form(basis, `a=${one} b=${other}`), ["a", "b"]);
  assert.deepEqual([made(77, 9182, 312), made(2, 1, 0), made(16383, 1, 0), made(16383, 8000, 8381)], [9571, 3, 2, 16382]);
  assert.deepEqual([made(2, 16381, 16381), made(0, 5, 7), made(1, 5, 7), made(77, 16382, 0)], [16382, 14, 14, 77]);
  assert.deepEqual([wordsBasisOf(PERCENT, ["about-40", "x.tea"]), wordsBasisOf(form(77, "*=9"), ["x"])], [9224, 11]);
  assert.equal(basisOf(form(undefined, "a=4"), ["a"]), 6);
});

test("of a pair both sides have words", () => {
  assert.notEqual(basisOf(PERCENT, ["ann.tea"]), 77);
  assert.equal(basisOf(PERCENT, ["tea.ann"]), 77);
  assert.notEqual(basisOf(PERCENT, ["cafe.tea"]), basisOf(PERCENT, ["ann.tea"]));
});

test("the number fits into two bytes of the saved state, and is none that means something else there", () => {
  for (const basis of [2, 77, LAST_BASIS]) {
    for (const words of [1, 8000, 16381]) {
      const made = basisOf(form(basis, `a=${words} b=${words}`), ["a", "b"]);
      assert.ok(made > OUTDATED && made <= LAST_BASIS, `${basis} ${words}: ${made}`);
    }
  }
});

test("it holds while the words are the same, and for answers from before words were kept", () => {
  const answer = ["about-40"];
  assert.ok(holds(basisOf(PERCENT, answer), PERCENT, answer));
  assert.ok(!holds(basisOf(PERCENT, answer), POUND, answer));
  assert.ok(holds(77, POUND, answer));
  assert.ok(holds(0, POUND, answer));
  assert.ok(!holds(78, PERCENT, answer));
  assert.ok(!holds(OUTDATED, PERCENT, answer));
  assert.ok(holds(wordsBasisOf(PERCENT, answer), PERCENT, answer));
  assert.ok(!holds(wordsBasisOf(PERCENT, answer), POUND, answer));
});

test("words in several gaps are known by their places while nobody has judged them", () => {
  const [gaps, moved] = [form(77, "*=77"), form(78, "*=78")];
  const words = ["trust", "time"];
  assert.ok(holds(wordsBasisOf(gaps, words), gaps, words));
  assert.ok(!holds(wordsBasisOf(gaps, words), moved, words));
  assert.equal(basisOf(gaps, words), 77);
  assert.equal(wordsBasisOf(gaps, []), 0);
});

/** A learner with one question, and what is kept of it. */
function learner(record = {}) {
  const course = { modules: [{ id: "m", asked: ["q"], scored: ["q"], weights: new Map() }], completion: { rule: "all-questions", passMark: null } };
  const learning = new Learning(course, { save: () => {}, keep: () => {}, note: () => {} }, () => {});
  const snapshot = emptySnapshot();
  if (Object.keys(record).length > 0) snapshot.items.set("q", { ...emptyRecord(), ...record });
  learning.resume(snapshot);
  return { learning, snapshot };
}

test("what is chosen and not checked is kept with its words, on the device", () => {
  const { learning, snapshot } = learner();
  learning.draft("q", ["about-40"], 9184);
  assert.equal(readJournal(writeJournal(snapshot)).items.get("q").drafted, 9184);
  learning.draft("q", ["trust"]);
  assert.equal("drafted" in snapshot.items.get("q"), false);
  learning.draft("q", ["about-40"], 9184);
  learning.check({ item: "q" }, "correct", ["about-40"], 80);
  assert.deepEqual([snapshot.items.get("q").draft, "drafted" in snapshot.items.get("q")], [null, false]);
});

test("so is what is to be handed in; a question that has changed stays so until then", () => {
  const { learning, snapshot } = learner();
  learning.hold("q", ["about-40"], true, 9184);
  assert.deepEqual(snapshot.items.get("q"), { ...emptyRecord(), state: "answered", response: ["about-40"], basis: 9184 });
  learning.hold("q", ["about-40"], false, 9184);
  assert.deepEqual(snapshot.items.get("q"), { ...emptyRecord(), draft: ["about-40"], drafted: 9184, basis: 9184 });
  const changed = learner({ state: "answered", response: ["a"], basis: OUTDATED, attempts: 2 });
  changed.learning.hold("q", ["trust"], true, 0);
  assert.equal(changed.snapshot.items.get("q").basis, OUTDATED);
});

test("of two memories an answer takes its own basis along, and a choice its own words", () => {
  const [one, other] = [emptySnapshot(), emptySnapshot()];
  one.items.set("q", { ...emptyRecord(), state: "answered", response: ["about-40"], basis: 9184, draft: ["cafe"], drafted: 314 });
  other.items.set("q", { ...emptyRecord(), state: "answered", response: ["trust"] });
  assert.deepEqual(join(other, one).items.get("q"), { ...emptyRecord(), state: "answered", response: ["trust"] });
  const { basis, response, draft, drafted } = join(one, other).items.get("q");
  assert.deepEqual([basis, response, draft, drafted], [9184, ["about-40"], ["cafe"], 314]);
});

test("what is true is known by its words, whichever stands first", () => {
  const form = { dataset: { kind: "true-false" } };
  const told = (choices, response) => forLms(form, choices, [response], [choices[0]]);
  for (const [yes, no] of [["true", "false"], ["gwir", "gau"], ["gwir", "anghywir"]]) {
    for (const choices of [[yes, no], [no, yes]]) {
      assert.deepEqual(told(choices, yes).response, ["true"]);
      assert.deepEqual(told(choices, no).response, ["false"]);
      assert.deepEqual(told(choices, no).choices, ["true", "false"]);
    }
  }
  assert.deepEqual(forLms({ dataset: { kind: "choice" } }, ["gau", "gwir"], ["gau"], ["gwir"]).response, ["gau"]);
});
