import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTDATED } from "../../../templates/runtime/contract.js";
import { keepAchieved, progressOf, summarise } from "../../../templates/runtime/learner/progress.js";
import { scoreChoice } from "../../../templates/components/choice/choice.js";
import { scoreOrder } from "../../../templates/components/order/order.js";
import { percentRight } from "../../../templates/runtime/question/scoring.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const RIGHT = ["a", "c"];

test("a choice is right only when all that belongs was chosen, and nothing else", () => {
  assert.equal(scoreChoice(["c", "a"], RIGHT).state, "correct");
  assert.deepEqual(scoreChoice(["a"], RIGHT), { state: "partly-correct", right: 1, total: 2, extra: 0, credit: 50 });
  assert.deepEqual(scoreChoice(["a", "b", "c"], RIGHT), { state: "partly-correct", right: 2, total: 2, extra: 1, credit: 50 });
  assert.equal(scoreChoice(["b"], RIGHT).state, "incorrect");
  assert.equal(scoreChoice(["b"], ["a"]).state, "incorrect");
});

test("an order counts the steps in their right place", () => {
  assert.equal(scoreOrder(["a", "b", "c"], ["a", "b", "c"]).state, "correct");
  assert.deepEqual(scoreOrder(["a", "c", "b"], ["a", "b", "c"]), { state: "partly-correct", right: 1, total: 3, extra: 0, credit: 33 });
  assert.equal(scoreOrder(["c", "a", "b"], ["a", "b", "c"]).state, "incorrect");
});

test("a percentage is never rounded up to a pass mark", () => {
  assert.equal(percentRight(199, 250), 79);
  assert.equal(percentRight(2, 3), 66);
  assert.equal(percentRight(0, 0), 0);
});

const modules = [
  { id: "m1", asked: ["q1", "q2"], scored: ["q1", "q2"], weights: new Map() },
  { id: "m2", asked: ["q3", "r1"], scored: ["q3"], weights: new Map() },
  { id: "m3", asked: [], scored: [], weights: new Map() },
];
const courseOf = (rule, passMark = null) => ({ modules, completion: { rule, passMark } });

function snapshotOf(opened, answers) {
  const snapshot = emptySnapshot();
  for (const id of opened) snapshot.modules.set(id, "started");
  for (const [id, state] of Object.entries(answers)) snapshot.items.set(id, { ...emptyRecord(), state, attempts: 1 });
  return snapshot;
}

function told(snapshot, progress, course) {
  const { objectives, ...summary } = summarise(snapshot, progress, course);
  assert.deepEqual(objectives.map(({ module }) => module), ALL);
  return summary;
}

const ALL = ["m1", "m2", "m3"];

const statesOf = (progress) => Object.fromEntries(progress.modules);
const todoOf = (progress) => Object.fromEntries([...progress.todo].map(([id, todo]) => [id, todo.map(({ deed, at }) => `${deed} ${at.join(" ")}`)]));

test("where opening is all that is asked, a module is opened; and done when nothing is open in it", () => {
  const progress = progressOf(courseOf("all-modules"), snapshotOf(["m1", "m3"], { q1: "correct", q3: "incorrect" }));
  assert.deepEqual(statesOf(progress), { m1: "opened", m2: "not-started", m3: "done" });
  assert.deepEqual([progress.opened, progress.done, progress.left], [2, 2, 1]);
  assert.deepEqual(todoOf(progress), { m1: [], m2: ["open m2"], m3: [] });
});

for (const rule of ["all-questions", "pass-mark"]) {
  test(`with ${rule} a module is done when its questions are answered, and its reflection is the learner's own affair`, () => {
    const progress = progressOf(courseOf(rule, 50), snapshotOf(ALL, { q1: "correct", q3: "correct" }));
    assert.deepEqual(statesOf(progress), { m1: "started", m2: "done", m3: "done" });
    assert.deepEqual(todoOf(progress), { m1: ["answer q2"], m2: [], m3: [] });
    assert.deepEqual([progress.left, progress.complete], [2, false]);
  });
}

test("a course is complete exactly when each of its modules is done, whatever the rule", () => {
  const answers = ["unanswered", "answered", "correct", "incorrect"];
  for (const rule of ["all-modules", "all-questions"]) {
    for (const opened of [[], ["m1"], ["m1", "m2"], ALL]) {
      for (const q1 of answers) for (const q3 of answers) {
        const course = { ...courseOf(rule), modules: modules.map((module) => ({ ...module, handedIn: module.id === "m2" })) };
        const progress = progressOf(course, snapshotOf(opened, { q1, q2: "correct", q3 }));
        const done = [...progress.modules.values()].every((state) => state === "done" || state === "opened");
        assert.equal(progress.complete, done, `${rule}, ${opened}, ${q1}, ${q3}`);
        assert.equal(progress.complete, [...progress.todo.values()].flat().length === 0);
      }
    }
  }
});

test("a module that was done has more to do when a new version asks for more, unless the course was completed", () => {
  const snapshot = snapshotOf(ALL, { q1: "correct", q3: "correct" });
  for (const id of ALL) snapshot.modules.set(id, "done");
  const state = () => progressOf(courseOf("all-questions"), snapshot).modules.get("m1");
  assert.equal(state(), "started");
  snapshot.completed = true;
  assert.equal(state(), "done");
  const progress = progressOf(courseOf("all-questions"), snapshot);
  keepAchieved(snapshot, progress, "all-questions");
  assert.equal(snapshot.completed, true);
  const { objectives } = summarise(snapshot, progress, courseOf("all-questions"));
  assert.deepEqual(objectives.map(({ standing }) => standing.completion), ["completed", "completed", "completed"]);
});

test("all-modules asks for every module opened, and no answer", () => {
  assert.equal(progressOf(courseOf("all-modules"), snapshotOf(["m1", "m2"], {})).complete, false);
  assert.equal(progressOf(courseOf("all-modules"), snapshotOf(ALL, {})).complete, true);
});

test("all-questions asks for every answer too, right or wrong", () => {
  const most = { q1: "incorrect", q2: "incorrect" };
  assert.equal(progressOf(courseOf("all-questions"), snapshotOf(ALL, most)).complete, false);
  assert.equal(progressOf(courseOf("all-questions"), snapshotOf(ALL, { ...most, q3: "incorrect" })).complete, true);
  assert.equal(progressOf(courseOf("all-questions"), snapshotOf(["m1", "m2"], { ...most, q3: "correct" })).complete, false);
});

test("a pass mark asks for every answer and so many of them right; a part of one is none", () => {
  const answers = { q1: "correct", q2: "correct", q3: "partly-correct" };
  assert.equal(progressOf(courseOf("pass-mark", 67), snapshotOf(ALL, answers)).passed, false);
  assert.equal(progressOf(courseOf("pass-mark", 66), snapshotOf(ALL, answers)).passed, true);
  const { q3, ...two } = answers;
  assert.equal(q3, "partly-correct");
  assert.equal(progressOf(courseOf("pass-mark", 50), snapshotOf(ALL, two)).complete, false);
});

test("what was achieved once stays, and is what the LMS is told", () => {
  const course = courseOf("pass-mark", 60);
  const snapshot = snapshotOf(ALL, { q1: "correct", q2: "correct", q3: "incorrect" });
  keepAchieved(snapshot, progressOf(course, snapshot), "pass-mark");
  snapshot.items.set("q1", { ...emptyRecord(), state: "incorrect", attempts: 2 });
  const worse = progressOf(course, snapshot);
  keepAchieved(snapshot, worse, "pass-mark");
  assert.equal(worse.passed, false);
  const standing = { completion: "completed", success: "passed" };
  assert.deepEqual(told(snapshot, worse, course), { standing, score: 66, measure: 1 });
});

test("a course without a pass mark has no score and neither passes nor fails", () => {
  const snapshot = snapshotOf(ALL, { q1: "correct", q2: "correct", q3: "correct" });
  const course = courseOf("all-questions");
  const progress = progressOf(course, snapshot);
  keepAchieved(snapshot, progress, "all-questions");
  const standing = { completion: "completed", success: "unknown" };
  assert.deepEqual(told(snapshot, progress, course), { standing, score: -1, measure: 1 });
});

test("progress grows from 0 to 1 with modules opened and questions answered", () => {
  const measure = (opened, answers) => progressOf(courseOf("all-questions"), snapshotOf(opened, answers)).measure;
  assert.equal(measure([], {}), 0);
  assert.equal(measure(["m1"], { q1: "incorrect", q2: "correct" }), 0.5);
  assert.equal(measure(ALL, { q1: "correct", q2: "correct", q3: "incorrect" }), 1);
});

test("a question counts as often as its weight says", () => {
  const weighted = modules.map((module) => ({ ...module, weights: module.id === "m2" ? new Map([["q3", 3]]) : new Map() }));
  const course = { modules: weighted, completion: { rule: "pass-mark", passMark: 60 } };
  const heavy = progressOf(course, snapshotOf(ALL, { q1: "incorrect", q2: "incorrect", q3: "correct" }));
  assert.deepEqual([heavy.percent, heavy.points, heavy.scored, heavy.passed], [60, 5, 3, true]);
  const light = progressOf(course, snapshotOf(ALL, { q1: "correct", q2: "correct", q3: "incorrect" }));
  assert.deepEqual([light.percent, light.passed], [40, false]);
});

test("what is kept to be handed in is not answered yet, and what was handed in is", () => {
  const course = { modules: modules.map((module) => ({ ...module, handedIn: module.id === "m1" })), completion: { rule: "all-questions", passMark: null } };
  const kept = progressOf(course, snapshotOf(ALL, { q1: "answered", q2: "correct", q3: "incorrect", r1: "answered" }));
  assert.deepEqual([kept.answered, kept.complete, kept.modules.get("m1"), kept.modules.get("m2")], [2, false, "started", "done"]);
  assert.deepEqual([kept.waiting, kept.left], [1, 0], "it waits, and is not open");
  const handedIn = progressOf(course, snapshotOf(ALL, { q1: "incorrect", q2: "correct", q3: "incorrect", r1: "answered" }));
  assert.deepEqual([handedIn.answered, handedIn.complete, handedIn.waiting], [3, true, 0]);
});

test("a part of an answer counts where it was kept, and only there", () => {
  const snapshot = snapshotOf(ALL, { q1: "correct", q2: "partly-correct", q3: "partly-correct" });
  const percent = () => progressOf(courseOf("pass-mark", 80), snapshot).percent;
  assert.equal(percent(), 33);
  snapshot.items.get("q2").credit = 50;
  snapshot.items.get("q3").credit = 99;
  assert.equal(percent(), 83);
  assert.deepEqual(progressOf(courseOf("pass-mark", 80), snapshot).outcomes.get("m1"), { answered: 2, scored: 2, percent: 75 });
});

test("an LMS is told of modules that were opened: done, passed and scored each for itself", () => {
  const course = courseOf("pass-mark", 60);
  const snapshot = snapshotOf(["m1", "m2"], { q1: "correct", q2: "incorrect", q3: "correct", r1: "answered" });
  const { objectives } = summarise(snapshot, progressOf(course, snapshot), course);
  assert.deepEqual(objectives, [
    { module: "m1", title: "", language: "", standing: { completion: "completed", success: "unknown" }, score: 50, measure: 1 },
    { module: "m2", title: "", language: "", standing: { completion: "completed", success: "passed" }, score: 100, measure: 1 },
  ]);
  const formative = courseOf("all-questions");
  for (const { score, standing } of summarise(snapshot, progressOf(formative, snapshot), formative).objectives) {
    assert.deepEqual([score, standing.success], [-1, "unknown"]);
  }
});

test("a module whose score is exactly the mark is passed, and one percent below it is not", () => {
  const success = (passMark) => {
    const snapshot = snapshotOf(["m1"], { q1: "correct", q2: "incorrect" });
    const course = courseOf("pass-mark", passMark);
    return summarise(snapshot, progressOf(course, snapshot), course).objectives[0].standing.success;
  };
  assert.deepEqual([49, 50, 51].map(success), ["passed", "passed", "unknown"]);
});

test("who has completed a course has done all of it, though a new version asks for more", () => {
  const course = courseOf("all-questions");
  const snapshot = snapshotOf(["m1"], { q1: "correct" });
  const progress = progressOf(course, snapshot);
  assert.ok(progress.measure < 1);
  assert.equal(summarise(snapshot, progress, course).measure, progress.measure);
  snapshot.completed = true;
  assert.equal(summarise(snapshot, progress, course).measure, 1);
});

const strict = {
  modules: [
    { ...modules[0], end: "m1--end", films: [] },
    { ...modules[1], end: "m2--end", films: ["f1"], needs: ["m1"] },
    { ...modules[2], end: "m3--end", films: [], needs: ["m2", "gone"] },
  ],
  completion: { rule: "all-questions", passMark: null },
};

test("a module that is to be read, and its films watched, says so and is done when they are", () => {
  const answers = { q1: "correct", q2: "correct", q3: "incorrect" };
  const some = progressOf(strict, snapshotOf(ALL, { ...answers, "m1--end": "answered" }));
  assert.deepEqual(todoOf(some), { m1: [], m2: ["read m2--end", "watch f1"], m3: ["read m3--end"] });
  assert.deepEqual([some.complete, some.measure < 1], [false, true]);
  const all = progressOf(strict, snapshotOf(ALL, { ...answers, "m1--end": "answered", "m2--end": "answered", "m3--end": "answered", f1: "answered" }));
  assert.deepEqual([all.complete, all.measure], [true, 1]);
});

test("a module waits for those that it needs, as long as it was not begun and the course not completed", () => {
  const waits = (snapshot) => Object.fromEntries(progressOf(strict, snapshot).waits);
  assert.deepEqual(waits(snapshotOf([], {})), { m2: ["m1"], m3: ["m2"] });
  assert.deepEqual(waits(snapshotOf(["m1"], { q1: "correct", q2: "incorrect", "m1--end": "answered" })), { m3: ["m2"] });
  assert.deepEqual(waits(snapshotOf(["m3"], {})), { m2: ["m1"] });
  const completed = snapshotOf([], {});
  completed.completed = true;
  assert.deepEqual(waits(completed), {});
});

const LIMITED = { modules: [{ ...modules[0], limits: new Map([["q1", 1], ["q2", 2]]) }, { ...modules[1], limits: new Map([["q3", 1]]) }, modules[2]], completion: { rule: "pass-mark", passMark: 60 } };

/** What the LMS is told of a learner who has answered all, with so many attempts at each. */
function standingOf(attempts, states, course = LIMITED, own = {}) {
  const snapshot = snapshotOf(ALL, states);
  for (const [id, count] of Object.entries(attempts)) snapshot.items.get(id).attempts = count;
  for (const [id, record] of Object.entries(own)) Object.assign(snapshot.items.get(id), record);
  return told(snapshot, progressOf(course, snapshot), course).standing;
}
const OPEN = { completion: "incomplete", success: "unknown" };
const FAILED = { completion: "completed", success: "failed" };
const WRONG = { q1: "incorrect", q2: "correct", q3: "incorrect" };

test("who has used up all attempts below the pass mark has failed", () => {
  assert.deepEqual(standingOf({ q2: 2 }, WRONG), FAILED);
  // The one that she has right has an attempt left, which cannot make it more than right.
  assert.deepEqual(standingOf({ q2: 1 }, WRONG), FAILED);
});

test("as long as something can change it, nobody has failed", () => {
  assert.deepEqual(standingOf({ q2: 1 }, { q1: "correct", q2: "incorrect", q3: "incorrect" }), OPEN, "an attempt is left");
  assert.deepEqual(standingOf({ q2: 2 }, { q1: "correct", q2: "incorrect", q3: "incorrect" }), FAILED);
  assert.deepEqual(standingOf({}, { q1: "incorrect", q3: "incorrect" }), OPEN, "a question is open");
  assert.deepEqual(standingOf({ q2: 2 }, WRONG, LIMITED, { q3: { basis: OUTDATED, state: "answered" } }), OPEN, "one has changed and may be answered once more");
  assert.deepEqual(standingOf({ q2: 2 }, WRONG, { ...LIMITED, modules: modules.map((module) => ({ ...module, limits: undefined })) }), OPEN, "attempts without number");
  const handedIn = { ...LIMITED, modules: LIMITED.modules.map((module) => ({ ...module, handedIn: module.id === "m2" })) };
  assert.deepEqual(standingOf({ q2: 2 }, { ...WRONG, q3: "answered" }, handedIn, { q3: { attempts: 0 } }), OPEN, "an answer is not handed in");
  const unopened = snapshotOf(["m1", "m2"], WRONG);
  unopened.items.get("q2").attempts = 2;
  assert.deepEqual(summarise(unopened, progressOf(LIMITED, unopened), LIMITED).standing, OPEN, "a module is not opened");
});

test("what can still be had goes by weights and parts", () => {
  const weighty = { ...LIMITED, modules: LIMITED.modules.map((module) => ({ ...module, weights: new Map([["q2", 5]]) })) };
  const states = { q1: "incorrect", q2: "incorrect", q3: "incorrect" };
  assert.deepEqual(standingOf({ q2: 1 }, states, weighty), OPEN, "five points of seven are still to be had");
  assert.deepEqual(standingOf({ q2: 1 }, states), FAILED, "and one of three is not enough");
  const parts = { ...LIMITED, completion: { ...LIMITED.completion, partial: true } };
  assert.deepEqual(standingOf({ q2: 1 }, { ...states, q1: "partly-correct" }, parts, { q1: { credit: 80 } }), OPEN);
  assert.deepEqual(standingOf({ q2: 1 }, { ...states, q1: "partly-correct" }, parts, { q1: { credit: 79 } }), FAILED);
});

test("whoever has passed does not fail any more, and an author may leave it open", () => {
  const passed = snapshotOf(ALL, WRONG);
  Object.assign(passed, { completed: true, passed: true });
  assert.deepEqual(summarise(passed, progressOf(LIMITED, passed), LIMITED).standing, { completion: "completed", success: "passed" });
  assert.deepEqual(standingOf({ q2: 2 }, WRONG, { ...LIMITED, completion: { ...LIMITED.completion, staysOpen: true } }), OPEN);
});

test("a module with a story is done when an end of it was reached, whatever the rule", () => {
  for (const rule of ["all-modules", "all-questions"]) {
    const story = { id: "m1", asked: ["s1"], scored: [], stories: ["s1"], weights: new Map() };
    const course = { modules: [story], completion: { rule, passMark: null } };
    const before = progressOf(course, snapshotOf(["m1"], {}));
    assert.deepEqual([statesOf(before), todoOf(before), before.complete, before.merely], [{ m1: "started" }, { m1: ["decide s1"] }, false, false], rule);
    const after = progressOf(course, snapshotOf(["m1"], { s1: "answered" }));
    assert.deepEqual([statesOf(after), after.complete, after.measure, after.percent], [{ m1: "done" }, true, 1, 0], rule);
  }
});
