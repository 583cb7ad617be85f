/** The first save of all, of which an LMS kept the beginning alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyPacked, encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { courseKeys } from "../../../templates/runtime/state/suspend-data/keys.js";
import { pack } from "../../../templates/runtime/state/suspend-data/pack.js";
import { salvage } from "../../../templates/runtime/state/suspend-data/salvage.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const IDS = ["first", "second", "third"];
const names = {
  modules: courseKeys(IDS),
  items: courseKeys(IDS),
  films: courseKeys([]),
  choicesOf: () => ["a", "b"],
  limited: () => false,
  fingerprint: () => 1,
};

function saved(counter) {
  const snapshot = { ...emptySnapshot(), counter, current: "first" };
  for (const id of IDS) {
    snapshot.modules.set(id, "done");
    snapshot.items.set(id, { ...emptyRecord(), state: "correct", attempts: 1, response: ["a"] });
  }
  return encodePacked(pack(snapshot, names), 0);
}

for (const counter of [1, 2]) {
  test(`answers of save ${counter} come back from the beginning of its state`, () => {
    const text = saved(counter);
    const read = [...text].map((_, length) => salvage(text.slice(0, length))).filter(Boolean);
    assert.ok(read.length > 0);
    for (const { counter: found } of read) assert.equal(found, counter);
    assert.ok(read.some(({ items }) => items.length === 2), "only the last answer was cut off");
  });
}

test("a beginning from which no save can be told is nothing", () => {
  const text = saved(1);
  assert.equal(salvage(text.slice(0, 11)), null);
});

test("what was neither answered nor drawn takes no room, and an attempt that was used up does", () => {
  const kept = (own, drawn) => {
    const snapshot = { ...emptySnapshot(), counter: 1 };
    snapshot.items.set("first", { ...emptyRecord(), ...own });
    return pack(snapshot, { ...names, ...(drawn === undefined ? {} : { drawn: () => drawn }) }).items.length;
  };
  assert.deepEqual([kept({}), kept({}, false), kept({}, true)], [0, 0, 1]);
  assert.deepEqual([kept({ attempts: 1 }), kept({ attempts: 1 }, false), kept({ state: "answered" }, false)], [1, 1, 1]);
});

test("words that may travel take room when there are some", () => {
  const prose = (own) => {
    const snapshot = { ...emptySnapshot(), counter: 1 };
    snapshot.items.set("first", { ...emptyRecord(), state: "answered", ...own });
    return pack(snapshot, names).prose.map(({ text }) => text);
  };
  assert.deepEqual([prose({ text: "Words", sent: 1 }), prose({ text: "", sent: 1 }), prose({ text: "Words" })], [["Words"], [], []]);
});

test("what was cut off is not made up: no module, no score, and nothing completed", () => {
  const snapshot = { ...emptySnapshot(), counter: 1, current: "second", completed: true, passed: true, score: 70 };
  snapshot.modules.set("first", "done");
  const text = encodePacked(pack(snapshot, names), 0);
  const key = names.modules.keyOf("second");
  for (let length = 0; length < text.length; length += 1) {
    const read = salvage(text.slice(0, length));
    if (read) assert.ok([-1, key].includes(read.current) && [-1, 70].includes(read.score), JSON.stringify(read));
  }
  assert.deepEqual(emptyPacked(), { fingerprint: 0, counter: 0, current: -1, completed: false, passed: false, score: -1, modules: [], items: [], films: [] });
});
