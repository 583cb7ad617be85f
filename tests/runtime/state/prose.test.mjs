import assert from "node:assert/strict";
import { test } from "node:test";
import { packProse, unpackProse } from "../../../templates/runtime/state/suspend-data/prose.js";

const HAND =
  "When I first joined the team we had a very fixed way of doing assessments, and nobody asked the young people what they " +
  "made of it. After the training I talked with two colleagues and we decided to try a small change: we would ask each " +
  "family, at the end of the first visit, what they would like us to know. It felt awkward at first. One mother told me " +
  "that nobody had asked her that before, and it changed how I saw the whole situation.";

test("words come back as they were written, in any script", () => {
  for (const text of ["", "a", HAND, "Ŵyn-Jones\r\nllinell", "من المهم أن نفكر", "🙂".repeat(40), "\u0000\u0001", "x".repeat(5000)]) {
    assert.equal(unpackProse(packProse(text)), text);
  }
});

test("any words at all come back", () => {
  let seed = 7;
  const random = (most) => (seed = (Math.imul(seed, 48271) >>> 0) % 2147483647) % most;
  for (let time = 0; time < 60; time += 1) {
    const text = Array.from({ length: random(60) }, () => String.fromCodePoint([random(128), 0x370 + random(500), 0x1f600 + random(60)][random(3)])).join("");
    assert.equal(unpackProse(packProse(text)), text);
  }
});

test("a written page takes less than three characters of suspend data a word", () => {
  assert.ok(packProse(HAND).length < HAND.split(" ").length * 3, String(packProse(HAND).length));
});

test("what was packed by the first version is read by every later one", () => {
  assert.equal(unpackProse("JQAAfZWY27elCSl4U_crSO-Ilt8y"), "We asked twice, and then we listened.");
});

test("damage is survived", () => {
  const packed = packProse(HAND);
  for (const text of ["", "A", "AAAA", packed.slice(0, 40), `____${packed.slice(4)}`, "!!"]) {
    const read = unpackProse(text);
    assert.ok(read === null || typeof read === "string");
  }
});
