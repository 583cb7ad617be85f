import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTDATED } from "../../../templates/runtime/contract.js";
import { KINDS } from "../../../templates/start/kinds.js";
import { readJournal, writeJournal } from "../../../templates/runtime/state/journal-text.js";
import { Learning } from "../../../templates/runtime/learner/learning.js";
import { markOutdated } from "../../../templates/runtime/question/outdated.js";
import { keepAchieved, progressOf, summarise } from "../../../templates/runtime/learner/progress.js";
import { join } from "../../../templates/runtime/state/reconcile.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

/** A question as the page holds it, as far as it is asked here. */
function question(kind, basis, options) {
  const inputs = options.map((value) => ({ value }));
  const element = { dataset: basis === 0 ? {} : { basis: String(basis) }, querySelector: () => inputs[0], querySelectorAll: () => inputs };
  const item = { id: "q", element, choices: () => KINDS[kind].choices(element), still: (response) => KINDS[kind].still?.(element, response) ?? true };
  return kind === "reflect" ? { ...item, privacy: "device" } : item;
}

function marked(record, item) {
  const snapshot = emptySnapshot();
  snapshot.items.set("q", { ...emptyRecord(), ...record });
  markOutdated(snapshot, new Map([["q", item]]));
  const { state, response, basis, draft } = snapshot.items.get("q");
  return { state, response, basis, draft };
}

const CORRECT = { state: "correct", response: ["a"], basis: 77, attempts: 1 };

test("an answer to a question that is as it was stays as it was", () => {
  const { state, response, basis } = marked(CORRECT, question("choice", 77, ["a", "b"]));
  assert.deepEqual([state, response, basis], ["correct", ["a"], 77]);
});

test("a wrong option more is no reason to look again", () => {
  assert.equal(marked(CORRECT, question("choice", 77, ["a", "b", "c"])).state, "correct");
});

test("when something else is right, the answer is kept and no verdict is", () => {
  const { state, response, basis } = marked(CORRECT, question("choice", 78, ["a", "b"]));
  assert.deepEqual([state, response, basis], ["answered", ["a"], OUTDATED]);
});

test("when an option that was chosen is gone, what is left of the answer is kept and no verdict is", () => {
  const several = { ...CORRECT, response: ["a", "c"] };
  const { state, response, basis } = marked(several, question("choice", 77, ["a", "b"]));
  assert.deepEqual([state, response, basis], ["answered", ["a"], OUTDATED]);
});

test("a label of a scale that is gone is told of, though nothing is right or wrong", () => {
  const chosen = { state: "answered", response: ["very"], basis: 0 };
  assert.equal(marked(chosen, question("scale", 0, ["very", "little"])).basis, 0);
  assert.equal(marked(chosen, question("scale", 0, ["much", "little"])).basis, OUTDATED);
});

test("an answer from before bases were kept is judged by its options alone", () => {
  assert.equal(marked({ ...CORRECT, basis: 0 }, question("choice", 78, ["a", "b"])).state, "correct");
  assert.equal(marked({ ...CORRECT, basis: 0 }, question("choice", 78, ["b"])).state, "answered");
});

test("a draft forgets options that are gone, and words are never dropped", () => {
  const draft = { state: "unanswered", draft: ["a", "c"] };
  assert.deepEqual(marked(draft, question("choice", 77, ["a"])).draft, ["a"]);
  const words = { state: "correct", response: ["trust"], basis: 5 };
  const { state, response } = marked(words, question("fill", 6, []));
  assert.deepEqual([state, response], ["answered", ["trust"]]);
});

test("a question that was never answered is no answer to look at again, whatever is known of it", () => {
  for (const basis of [0, 77, 78, OUTDATED]) {
    const left = { state: "unanswered", response: [], basis, attempts: 0, draft: ["a"] };
    const { state, response, basis: kept } = marked(left, question("choice", 77, ["a", "b"]));
    assert.deepEqual([state, response, kept], ["unanswered", [], basis]);
  }
});

test("reflections and questions that this version does not have are left alone", () => {
  const reflection = { state: "answered", text: "words" };
  assert.equal(marked(reflection, question("reflect", 0, [])).basis, 0);
  const snapshot = emptySnapshot();
  snapshot.items.set("gone", { ...emptyRecord(), ...CORRECT });
  markOutdated(snapshot, new Map());
  assert.equal(snapshot.items.get("gone").state, "correct");
});

test("what was achieved with an answer is not taken away", () => {
  const course = { modules: [{ id: "m", asked: ["q"], scored: ["q"], weights: new Map() }], completion: { rule: "pass-mark", passMark: 80 } };
  const snapshot = emptySnapshot();
  snapshot.modules.set("m", "started");
  snapshot.items.set("q", { ...emptyRecord(), ...CORRECT });
  keepAchieved(snapshot, progressOf(course, snapshot), "pass-mark");
  markOutdated(snapshot, new Map([["q", question("choice", 78, ["a", "b"])]]));
  const progress = progressOf(course, snapshot);
  keepAchieved(snapshot, progress, "pass-mark");
  const standing = { completion: "completed", success: "passed" };
  const { objectives, ...summary } = summarise(snapshot, progress, course);
  assert.deepEqual(summary, { standing, score: 100, measure: 1 });
  assert.equal(objectives.length, 1);
  assert.equal(progress.modules.get("m"), "done");
});

test("an answer that is found out late to be outdated is not right any more, and stays answered", () => {
  const course = { modules: [{ id: "m", asked: ["q"], scored: ["q"], weights: new Map() }], completion: { rule: "pass-mark", passMark: 80 } };
  let last;
  const learning = new Learning(course, {}, (progress) => (last = progress));
  const snapshot = emptySnapshot();
  snapshot.items.set("q", { ...emptyRecord(), ...CORRECT, basis: 0 });
  learning.resume(snapshot);
  assert.deepEqual([last.percent, last.answered], [100, 1]);
  learning.outdate("q");
  assert.deepEqual([last.percent, last.answered, snapshot.score], [0, 1, 100]);
  assert.deepEqual(learning.recordOf("q").response, ["a"]);
});

test("the device remembers what a verdict rests on, and so does what is made one of two memories", () => {
  const snapshot = emptySnapshot();
  snapshot.items.set("q", { ...emptyRecord(), ...CORRECT });
  const kept = readJournal(writeJournal(snapshot));
  assert.equal(kept.items.get("q").basis, 77);
  const lms = emptySnapshot();
  lms.items.set("q", { ...emptyRecord(), state: "correct", attempts: 1 });
  assert.equal(join(lms, kept).items.get("q").basis, 77);
  lms.items.set("q", { ...emptyRecord(), state: "incorrect", attempts: 2, basis: 78 });
  assert.equal(join(lms, kept).items.get("q").basis, 78);
});

test("a declaration of another sentence is outdated before its page is opened, and one of the same is not", () => {
  const confirmed = { state: "answered", response: ["d-before", "a1"], attempts: 1 };
  assert.equal(marked(confirmed, question("declare", 0, ["d-now"])).basis, OUTDATED);
  assert.equal(marked(confirmed, question("declare", 0, ["d-before"])).basis, 0);
});
