/** A module that draws a single question: the smallest number that an author may write. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawQuestions } from "../../../templates/runtime/question/draw.js";
import { emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const ALL = ["one", "two", "three"];

function drawn(draw, seed) {
  const items = new Map(ALL.map((id) => [id, { id, scored: true, element: { dataset: {}, toggleAttribute: () => {} } }]));
  const modules = [{ id: "bank", draw, all: ALL, asked: ALL, scored: ALL }];
  drawQuestions({ modules, items }, { ...emptySnapshot(), seed });
  return modules[0].asked;
}

test("draw: 1 gives each learner one question, and not all of them the same", () => {
  const given = Array.from({ length: 50 }, (_, seed) => drawn(1, seed + 1));
  assert.ok(given.every((asked) => asked.length === 1));
  assert.deepEqual([...new Set(given.flat())].sort(), [...ALL].sort());
});

test("a module that draws nothing asks everything", () => {
  assert.deepEqual(drawn(0, 7), ALL);
});
