import assert from "node:assert/strict";
import { test } from "node:test";
import { drawQuestions } from "../../../templates/runtime/question/draw.js";
import { arrange, ownOrder, seedFor } from "../../../templates/runtime/question/shuffle.js";
import { decodePacked, encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { courseKeys } from "../../../templates/runtime/state/suspend-data/keys.js";
import { pack, unpack } from "../../../templates/runtime/state/suspend-data/pack.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

/** A module that draws from so many questions, and asks for a reflection of everybody. */
function bankOf(size, draw) {
  const all = [...Array.from({ length: size }, (_, at) => `question-${at}`), "thoughts"];
  const items = new Map(
    all.map((id) => {
      const element = { hidden: false, dataset: {}, toggleAttribute: (_, on) => (element.hidden = on) };
      return [id, { id, scored: id !== "thoughts", element }];
    }),
  );
  return { modules: [{ id: "bank", draw, all, asked: all, scored: all.slice(0, -1) }], items };
}

function given(course, seed, before = {}) {
  const snapshot = { ...emptySnapshot(), seed };
  for (const [id, record] of Object.entries(before)) snapshot.items.set(id, { ...emptyRecord(), ...record });
  drawQuestions(course, snapshot);
  return { snapshot, drawn: course.modules[0].scored };
}

test("each learner is given so many questions, always the same ones, and the page shows no other", () => {
  const seen = new Set();
  for (let seed = 1; seed <= 200; seed += 1) {
    const course = bankOf(12, 3);
    const { drawn } = given(course, seed);
    assert.equal(drawn.length, 3);
    assert.deepEqual(given(bankOf(12, 3), seed).drawn, drawn);
    assert.deepEqual(course.modules[0].asked, [...drawn, "thoughts"]);
    for (const [id, { element }] of course.items) assert.equal(element.hidden, id !== "thoughts" && !drawn.includes(id), id);
    for (const id of drawn) seen.add(id);
  }
  assert.equal(seen.size, 12, "every question is given to somebody");
});

test("what was drawn stays drawn when questions are added, and is replaced when it is gone", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { drawn, snapshot } = given(bankOf(6, 3), seed);
    const larger = bankOf(20, 3);
    drawQuestions(larger, snapshot);
    assert.deepEqual(larger.modules[0].scored, drawn);
    const without = bankOf(20, 3);
    without.modules[0].all = without.modules[0].all.filter((id) => id !== drawn[1]);
    drawQuestions(without, snapshot);
    const { scored } = without.modules[0];
    assert.equal(scored.length, 3);
    assert.ok(scored.includes(drawn[0]) && scored.includes(drawn[2]) && !scored.includes(drawn[1]));
  }
});

test("a question that was worked on is never taken away, though fewer are drawn now", () => {
  const answered = { "question-1": { state: "incorrect", attempts: 1 }, "question-4": { draft: ["a"] }, "question-7": { attempts: 2 } };
  const { drawn, snapshot } = given(bankOf(9, 2), 5, { ...answered, "question-8": {} });
  assert.deepEqual(drawn, ["question-1", "question-4", "question-7"]);
  assert.ok(!snapshot.items.has("question-8"), "what was only given is given back");
});

test("before the learner is known nothing is drawn for good", () => {
  const { snapshot, drawn } = given(bankOf(9, 2), 0);
  assert.equal(drawn.length, 2);
  assert.equal(snapshot.items.size, 0);
});

test("what was drawn comes back from an LMS, also from a state without answers", () => {
  const course = bankOf(30, 5);
  const ids = [...course.items.keys()];
  const names = { modules: courseKeys(["bank"]), items: courseKeys(ids), films: courseKeys([]), choicesOf: () => ["a"], limited: () => false, drawn: (id) => id !== "thoughts", fingerprint: () => 1 };
  const { drawn, snapshot } = given(course, 777);
  snapshot.items.set("thoughts", emptyRecord());
  const back = unpack(decodePacked(encodePacked(pack(snapshot, names), 0)), names);
  assert.equal(back.seed, 777);
  assert.deepEqual([...back.items.keys()].sort(), [...drawn].sort());
});

test("a learner has one seed wherever she goes on, and others have others", () => {
  assert.equal(seedFor("sam"), seedFor("sam"));
  const seeds = new Set(Array.from({ length: 300 }, (_, at) => seedFor(`learner-${at}`)));
  assert.ok(seeds.size > 290);
  for (const seed of [...seeds, ...Array.from({ length: 100 }, () => seedFor(""))]) assert.ok(seed >= 1 && seed <= 65535);
});

test("an order of one's own holds everything, is the same each time, and never the right one", () => {
  for (let size = 2; size <= 6; size += 1) {
    const ids = Array.from({ length: size }, (_, at) => `step-${at}`);
    const met = new Set();
    for (let seed = 1; seed <= 200; seed += 1) {
      const own = ownOrder(ids, "stages", seed);
      assert.deepEqual([...own].sort(), ids);
      assert.deepEqual(ownOrder(ids, "stages", seed), own);
      assert.notDeepEqual(own, ids);
      met.add(own.join());
    }
    assert.ok(met.size >= (size === 2 ? 1 : size === 3 ? 5 : 20), `${size}: ${met.size} orders`);
  }
});

test("options may stand in any order, and each stands first for somebody", () => {
  const first = new Set(Array.from({ length: 100 }, (_, seed) => ownOrder(["a", "b"], "which", seed + 1, [])[0]));
  assert.deepEqual([...first].sort(), ["a", "b"]);
});

test("what a list does not have is passed over when it is arranged", () => {
  const list = { children: ["c", "a", "b"], append(child) { this.children = [...this.children.filter((one) => one !== child), child]; } };
  arrange(list, ["b", "gone", "a"], (child) => child);
  assert.deepEqual(list.children, ["c", "b", "a"]);
});

test("of each bank a learner is given so many questions over all modules, and all that are in none", () => {
  const banks = { safety: 2, law: 1 };
  const bank = { s1: "safety", s2: "safety", s3: "safety", s4: "safety", l1: "law", l2: "law", free: undefined };
  const course = () => {
    const items = new Map(Object.entries(bank).map(([id, of]) => [id, { id, scored: true, element: { dataset: of ? { bank: of } : {}, toggleAttribute: () => {} } }]));
    const modules = [["s1", "l1", "free"], ["s2", "s3", "l2"], ["s4"]].map((all, at) => ({ id: `m${at}`, draw: 0, all, asked: all, scored: all }));
    return { modules, items, banks };
  };
  const met = new Set();
  for (let seed = 1; seed <= 100; seed += 1) {
    const snapshot = { ...emptySnapshot(), seed };
    const first = course();
    drawQuestions(first, snapshot);
    const asked = first.modules.flatMap((module) => module.asked);
    assert.deepEqual([asked.filter((id) => bank[id] === "safety").length, asked.filter((id) => bank[id] === "law").length, asked.includes("free")], [2, 1, true]);
    const again = course();
    drawQuestions(again, snapshot);
    assert.deepEqual(again.modules.flatMap((module) => module.scored), asked);
    assert.deepEqual([...snapshot.items.keys()].sort(), asked.filter((id) => bank[id]).sort());
    for (const id of asked) met.add(id);
  }
  assert.equal(met.size, 7, "every question is given to somebody");
});

test("when a module is withdrawn, a bank gives others in the place of its questions, and what is left stays hers", () => {
  const bank = { s1: "safety", s2: "safety", s3: "safety", s4: "safety", l1: "law", l2: "law" };
  const course = (...modules) => ({
    banks: { safety: 2, law: 1 },
    items: new Map(modules.flat().map((id) => [id, { id, scored: true, element: { dataset: { bank: bank[id] }, toggleAttribute: () => {} } }])),
    modules: modules.map((all, at) => ({ id: `m${at}`, draw: 0, all, asked: all, scored: all })),
  });
  for (let seed = 1; seed <= 100; seed += 1) {
    const snapshot = { ...emptySnapshot(), seed };
    const [before, after] = [course(["s1", "l1"], ["s2", "s3", "l2"], ["s4"]), course(["s2", "s3", "l2"], ["s4"])];
    drawQuestions(before, snapshot);
    const asked = before.modules.flatMap((module) => module.asked);
    drawQuestions(after, snapshot);
    const now = after.modules.flatMap((module) => module.asked);
    assert.deepEqual([now.filter((id) => bank[id] === "safety").length, now.filter((id) => bank[id] === "law")], [2, ["l2"]]);
    for (const id of asked.filter((one) => !["s1", "l1"].includes(one))) assert.ok(now.includes(id), `${asked} ${now}`);
    const again = course(["s1", "l1"], ["s2", "s3", "l2"], ["s4"]);
    drawQuestions(again, snapshot);
    const back = again.modules.flatMap((module) => module.asked);
    assert.deepEqual([back.filter((id) => bank[id] === "safety").length, back.filter((id) => bank[id] === "law").length], [2, 1]);
  }
});
