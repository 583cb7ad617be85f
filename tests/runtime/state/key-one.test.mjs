/** A reflection whose key is 1, the smallest that there is: its words come back from a state that was cut off too. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { pack } from "../../../templates/runtime/state/suspend-data/pack.js";
import { salvage } from "../../../templates/runtime/state/suspend-data/salvage.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const WORDS = "What helped was time, and that nobody asked twice.";
const keys = { keyOf: () => 1, idOf: (key) => (key === 1 ? "reflection" : null) };
const none = { keyOf: () => 9, idOf: () => null };
const names = { modules: none, items: keys, films: none, choicesOf: () => null, limited: () => false, fingerprint: () => 1 };

test("the beginning of words with the smallest key is read", () => {
  const snapshot = { ...emptySnapshot(), counter: 3 };
  snapshot.items.set("reflection", { ...emptyRecord(), state: "answered", text: WORDS, sent: 1 });
  const text = encodePacked(pack(snapshot, names), 0);
  const read = salvage(text.slice(0, -6));
  assert.equal(read.prose.length, 1);
  assert.equal(read.prose[0].key, 1);
  assert.ok(read.prose[0].text.length > 10 && WORDS.startsWith(read.prose[0].text.slice(0, 10)));
});
