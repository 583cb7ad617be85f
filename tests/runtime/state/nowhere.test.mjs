/** A learner who left before she opened a module is nowhere, whatever numbers the modules have. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../../../templates/runtime/state/suspend-data/pack.js";
import { emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const names = (number) => ({
  modules: { keyOf: () => number, idOf: (key) => (key === number ? "module" : null) },
  items: { keyOf: () => 0, idOf: () => null },
  films: { keyOf: () => 0, idOf: () => null },
  choicesOf: () => null,
  limited: () => false,
  fingerprint: () => 1,
});

for (const number of [0, 1, 2, 4095]) {
  test(`a module with the number ${number} is not taken for no module`, () => {
    assert.equal(unpack(pack(emptySnapshot(), names(number)), names(number)).current, "");
    const there = { ...emptySnapshot(), current: "module" };
    assert.equal(unpack(pack(there, names(number)), names(number)).current, "module");
  });
}
