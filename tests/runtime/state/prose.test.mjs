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

/** Words, and what every version packs them as: what one has written, the next one reads. */
const PACKED = [
  ["", "AAAA__8"],
  ["a", "AQAAfRA"],
  ["We asked twice, and then we listened.", "JQAAfZWY27elCSl4U_crSO-Ilt8y"],
  ["Ŵyn-Jones\r\nllinell", "EwAAAKuN6Yheu9XwDqwuVAH547w"],
  ["من المهم أن نفكر", "HQAAAHA9_3nO_2FlW7rDlieh7f4vDWYu3Ew"],
  ["\u0000\u0001ÿ ABC xyz {|} `@[", "FAAA__9cutDo5AmMrpnXwPSopwcoujczNA"],
  ["12.5 % of £40?", "DwAAhh1YjcKqTi2h3LfJF-X9LA"],
  ["We met. ".repeat(8300), "YAMBfZVaKmeU349knivhuZN_HaoVETLHpa7lCJ-gddkor3VjFA"],
];

test("words are packed as the first version did, and read by every later one", () => {
  for (const [text, packed] of PACKED) {
    assert.equal(packProse(text), packed);
    assert.equal(unpackProse(packed), text);
  }
});

test("of packed words whose end is missing, the words up to there come back", () => {
  const text = "We asked Siân twice, and then we listened.";
  const packed = packProse(text);
  const read = Array.from(packed, (_, length) => unpackProse(packed.slice(0, length), true));
  assert.deepEqual(
    read.filter((words) => words !== null),
    [
      "",
      "",
      "",
      "",
      "",
      "We",
      "We as",
      "We ask",
      "We asked",
      "We asked ",
      "We asked S",
      "We asked Si",
      "We asked Si",
      "We asked Si",
      "We asked Siâ",
      "We asked Siân ",
      "We asked Siân t",
      "We asked Siân twi",
      "We asked Siân twice",
      "We asked Siân twice, a",
      "We asked Siân twice, and th",
      "We asked Siân twice, and then ",
      "We asked Siân twice, and then we ",
      "We asked Siân twice, and then we l",
      "We asked Siân twice, and then we lis",
    ],
  );
  assert.equal(unpackProse(packed, true), "We asked Siân twice, and then we liste");
});

test("damage is survived", () => {
  const packed = packProse(HAND);
  for (const text of ["", "A", "AAAA", packed.slice(0, 40), `____${packed.slice(4)}`, "!!"]) {
    const read = unpackProse(text);
    assert.ok(read === null || typeof read === "string");
  }
});
