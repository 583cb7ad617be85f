import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import contract from "../../builder/model/contract/contract.json" with { type: "json" };
import vectors from "../contract/vectors.json" with { type: "json" };
import { plainWords } from "../../templates/runtime/question/plain-words.js";
import { choiceShape, identifiersOf, interactionShape } from "../../templates/runtime/lms/ids.js";
import { Strings } from "../../templates/runtime/page/strings.js";
import { fromBase64url } from "../../templates/runtime/state/suspend-data/base64url.js";
import { decodePacked, encodePacked } from "../../templates/runtime/state/suspend-data/codec.js";
import { hash32 } from "../../templates/runtime/state/hash.js";
import { choiceKeys, courseKeys } from "../../templates/runtime/state/suspend-data/keys.js";

const source = readFileSync(new URL("../../templates/runtime/contract.js", import.meta.url), "utf8");

test("a text has the number that learners' states hold", () => {
  for (const [text, seed, number] of vectors.hash) assert.equal(hash32(text, seed), number, JSON.stringify(text));
});

test("ids have the keys that learners' states hold; two that meet have the long one", () => {
  for (const [keys, [ids, expected]] of [[courseKeys, vectors.courseKeys], [choiceKeys, vectors.choiceKeys]]) {
    const { keyOf, idOf } = keys(ids);
    assert.deepEqual(ids.map(keyOf), expected);
    assert.deepEqual(expected.map(idOf), ids);
  }
});

test("an LMS knows questions and options by the identifiers that the key for tutors has", () => {
  for (const [shape, [ids, expected]] of [[interactionShape, vectors.interactionIds], [choiceShape, vectors.choiceIds]]) {
    assert.deepEqual([...identifiersOf(ids, shape).values()], expected);
  }
});

test("words are filled; what stands in braces and is no name stays", () => {
  for (const [text, values, filled] of vectors.filled) assert.equal(new Strings({ text }, "en").text("text", values), filled);
});

test("the types of an author's words are those of the contract", () => {
  const types = { CompletionRule: "completionRules", Privacy: "privacies", Shuffle: "shuffles", GoalStage: "goalStages" };
  for (const [type, list] of Object.entries(types)) {
    const [, union] = new RegExp(`@typedef \\{([^}]*)\\} ${type}\\n`).exec(source);
    assert.deepEqual(union.split(" | ").map((word) => JSON.parse(word)), contract[list], type);
  }
});

test("a state says the schema of what is in it, and every schema can be read", () => {
  const item = { key: 7, state: "partly-correct", choices: [], attempts: 0, index: -1, basis: 0, credit: 0 };
  const state = { fingerprint: 1, counter: 1, current: -1, completed: false, passed: false, score: -1, seed: 0, modules: [], films: [] };
  const states = {
    plain: { ...state, items: [item] },
    texts: { ...state, items: [{ ...item, texts: ["trust"] }] },
    bases: { ...state, items: [{ ...item, basis: contract.basis.first }] },
    seed: { ...state, seed: contract.state.largestSeed, items: [item] },
  };
  assert.deepEqual(Object.keys(states), Object.keys(contract.state.schemas));
  for (const [name, packed] of Object.entries(states)) {
    const text = encodePacked(packed, 0);
    assert.equal(fromBase64url(text.split(".")[2])[0], contract.state.schemas[name], name);
    assert.deepEqual(decodePacked(text).items[0].texts ?? [], packed.items[0].texts ?? [], name);
  }
});

test("answers are compared without what does not count", () => {
  for (const [text, plain] of vectors.answers) assert.equal(plainWords(text), plain, JSON.stringify(text));
});
