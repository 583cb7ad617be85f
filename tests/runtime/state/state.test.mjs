import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTDATED } from "../../../templates/runtime/contract.js";
import { decodePacked, encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { choiceKeys, courseKeys, keysOf } from "../../../templates/runtime/state/suspend-data/keys.js";
import { encodeWithin } from "../../../templates/runtime/state/suspend-data/ladder.js";
import { pack, unpack } from "../../../templates/runtime/state/suspend-data/pack.js";
import { emptyRecord, emptySnapshot, ITEM_STATES } from "../../../templates/runtime/state/snapshot.js";

/** The same numbers on every run (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CHOICES = ["partnership", "power", "learning", "none-of-these"];

function namesOf(size, version = 1) {
  return {
    modules: courseKeys(Array.from({ length: Math.ceil(size / 3) }, (_, at) => `module-${at}`)),
    items: courseKeys(Array.from({ length: size }, (_, at) => `question-${at}`)),
    films: courseKeys(["film-a", "film-b"]),
    choicesOf: () => CHOICES,
    limited: () => false,
    fingerprint: () => version,
  };
}

function someSnapshot(seed, size) {
  const next = random(seed);
  const upTo = (most) => Math.floor(next() * most);
  const snapshot = emptySnapshot();
  snapshot.counter = upTo(1e6);
  snapshot.completed = next() < 0.5;
  snapshot.passed = next() < 0.5;
  snapshot.score = upTo(102) - 1;
  snapshot.seed = seed % 3 === 0 ? 1 + upTo(65535) : 0;
  for (let at = 0; at < size; at += 1) {
    if (next() < 0.3) continue;
    const state = ITEM_STATES[1 + upTo(4)];
    const response = CHOICES.filter(() => next() < 0.5);
    const credit = seed % 2 === 0 && state === "partly-correct" ? upTo(100) : 0;
    const record = { ...emptyRecord(), state, response, attempts: upTo(300), index: upTo(size) - 1, credit };
    snapshot.items.set(`question-${at}`, record);
    snapshot.modules.set(`module-${Math.floor(at / 3)}`, next() < 0.5 ? "done" : "started");
    snapshot.current = `module-${Math.floor(at / 3)}`;
  }
  if (next() < 0.5) snapshot.films.set("film-a", 5 * (1 + upTo(500)));
  if (next() < 0.5) snapshot.films.set("film-b", 5 * (1 + upTo(500)));
  return snapshot;
}

const plain = (snapshot) => ({
  ...snapshot,
  modules: Object.fromEntries(snapshot.modules),
  items: Object.fromEntries([...snapshot.items].map(([id, record]) => [id, { ...record, response: [...record.response].sort() }])),
  films: [...snapshot.films],
});

test("whatever was done comes back as it was", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const size = seed % 60;
    const names = namesOf(size);
    const snapshot = someSnapshot(seed, size);
    const text = encodePacked(pack(snapshot, names), 0);
    assert.match(text, /^X1\.0[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]+$/);
    assert.deepEqual(plain(unpack(decodePacked(text), names)), plain(snapshot), `seed ${seed}`);
  }
});

test("the order in which the steps were put comes back", () => {
  const names = namesOf(1);
  const snapshot = emptySnapshot();
  const response = ["power", "partnership", "none-of-these", "learning"];
  snapshot.items.set("question-0", { ...emptyRecord(), state: "incorrect", response, attempts: 1 });
  const back = unpack(decodePacked(encodePacked(pack(snapshot, names), 0)), names);
  assert.deepEqual(back.items.get("question-0").response, response);
});

test("the state does not depend on where questions stand", () => {
  const snapshot = someSnapshot(7, 30);
  const turned = { ...namesOf(30), items: courseKeys(Array.from({ length: 40 }, (_, at) => `question-${39 - at}`)) };
  const text = encodePacked(pack(snapshot, namesOf(30)), 0);
  assert.deepEqual(plain(unpack(decodePacked(text), turned)).items, plain(snapshot).items);
});

test("what a later version of the course does not know is kept and handed back", () => {
  const snapshot = someSnapshot(11, 30);
  const shorter = namesOf(10);
  const seen = unpack(decodePacked(encodePacked(pack(snapshot, namesOf(30)), 0)), shorter);
  assert.ok([...seen.items.keys()].every((id) => Number(id.slice(9)) < 10));
  const again = unpack(decodePacked(encodePacked(pack(seen, shorter), 0)), namesOf(30));
  assert.deepEqual(plain(again).items, plain(snapshot).items);
});

test("a single changed, lost or added character makes the state null and never throws", () => {
  const text = encodePacked(pack(someSnapshot(3, 12), namesOf(12)), 0);
  for (let at = 0; at < text.length; at += 1) {
    for (const other of ["A", "_", "9", ".", " ", "&", "\u0000"]) {
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      if (changed !== text) assert.equal(decodePacked(changed), null, `${at} ${other}`);
    }
    assert.equal(decodePacked(text.slice(0, at)), null);
    assert.equal(decodePacked(text.slice(0, at) + text.slice(at + 1)), null);
  }
});

test("whatever an LMS gives back, decoding never throws", () => {
  const text = encodePacked(pack(someSnapshot(5, 40), namesOf(40)), 0);
  const strange = ["", "null", "undefined", "X1.", "X1.0AAAAAA.", "X2.0AAAAAA.AAAA", text.toUpperCase(), text.replace(".", ". ")];
  for (const given of strange) assert.equal(decodePacked(given), null, given);
  for (const given of [`${text} `, `"${text}"`, `\ufeff${text}\0\0`, `<p>${text}</p>`]) assert.deepEqual(decodePacked(given), decodePacked(text), "it is found in whatever an LMS puts around it");
  const next = random(99);
  for (let at = 0; at < 2000; at += 1) {
    const noise = Array.from({ length: Math.floor(next() * 60) }, () => String.fromCharCode(32 + Math.floor(next() * 300)));
    assert.equal(decodePacked(noise.join("")), null);
  }
});

test("sound checksums over senseless bytes do not throw either", async () => {
  const { crc32 } = await import("../../../templates/runtime/state/crc32.js");
  const { toBase64url } = await import("../../../templates/runtime/state/suspend-data/base64url.js");
  const next = random(5);
  for (let at = 0; at < 3000; at += 1) {
    const bytes = Array.from({ length: Math.floor(next() * 40) }, () => Math.floor(next() * 256));
    const prose = at % 5 === 0 ? `.${toBase64url(bytes.reverse())}` : "";
    const payload = toBase64url([1 + (at % 3), ...bytes]) + prose;
    const sum = crc32(`0.${payload}`);
    const mark = toBase64url([sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255]);
    const packed = decodePacked(`X1.0${mark}.${payload}`);
    if (packed) unpack(packed, namesOf(5));
  }
});

test("the checksum is the CRC-32 that everybody knows", async () => {
  const { crc32 } = await import("../../../templates/runtime/state/crc32.js");
  assert.equal(crc32("123456789"), 0xcbf43926);
});

test("a state written by the first version can still be read", () => {
  const text = "X1.0_ipf9w.AZb-AgnxlgIFSwPpowLJxQGxRAX-MDsBAgbOZvli7j-3T7MjtE34QQHcjQE8AQMByliFFDoBAAKTNtcan306AgEB_kUBmNQDEw";
  const names = {
    modules: courseKeys(["m1", "m2", "m3"]),
    items: courseKeys(["priorities", "so", "stage-order", "enablers", "single-one"]),
    films: courseKeys(["film"]),
    choicesOf: (item) =>
      ({
        priorities: ["partnership-work", "power", "learning"],
        so: ["true", "false"],
        "stage-order": ["mobilising", "designing", "developing", "integrating", "growing", "wider-change"],
        "single-one": ["partnership-work", "power", "learning"],
      })[item],
    limited: () => false,
    fingerprint: () => 0,
  };
  const snapshot = unpack(decodePacked(text), names);
  assert.equal(snapshot.counter, 9);
  assert.equal(snapshot.current, "m3");
  assert.equal(snapshot.completed, true);
  assert.deepEqual(Object.fromEntries(snapshot.modules), { m1: "done", m2: "done", m3: "done" });
  assert.deepEqual(snapshot.items.get("priorities").response, ["partnership-work", "learning"]);
  assert.deepEqual(snapshot.items.get("so"), { ...emptyRecord(), state: "correct", response: ["true"], attempts: 2, index: 1 });
  assert.equal(snapshot.items.get("stage-order").response[0], "wider-change");
  assert.equal(snapshot.items.get("enablers").state, "answered");
  assert.deepEqual(snapshot.items.get("single-one").response, ["power"]);
  assert.equal(snapshot.films.get("film"), 95);
  assert.equal(snapshot.score, 75);
});

/** What was written once must be readable for ever: never make these anew. */
const WRITTEN = {
  "the second schema, with words in gaps": "X1.0Rk_3wg.Ak0F9ZEBBDIC6KMCycUBA_ZyAeGhAToBAQHKWLaNAVsDAAIFdHJ1c3QEdPcCIIDsBwGY1AMI",
  "the third schema, with what verdicts rest on": "X1.0LfD_uw.A00F9ZEBBDIC6KMCycUBA_ZyAQDhoQE6TQEBAcpYto0BW_9_AwACBXRydXN0BHT3AiCA7AcBmNQDCA",
  "the third schema, with words of a reflection":
    "X1.0dEtN8Q.A00F9ZEBBDIC6KMCycUBA_ZyAQDhoQE6TQEBAcpYto0BW_9_AwACBXRydXN0BHT3AiCA7AcBmNQDCA.KAAAhh1Vst3LYI9niKrz44Kekzxfq_ZMfRQMJ5GT",
};

for (const [name, text] of Object.entries(WRITTEN)) {
  test(`a state of ${name}, can still be read`, () => {
    const names = {
      modules: courseKeys(["m1", "m2"]),
      items: courseKeys(["gaps", "priorities", "enablers"]),
      films: courseKeys(["film"]),
      choicesOf: (item) => (item === "gaps" ? null : ["partnership", "power"]),
    };
    const [, schema] = [...Buffer.from(text.split(".")[2], "base64url").subarray(0, 1)].entries().next().value;
    const { items, modules, films, counter, current, score } = unpack(decodePacked(text), names);
    const basis = schema === 3 ? [16383, 77] : [0, 0];
    assert.deepEqual([counter, current, score, [...modules], [...films]], [5, "m2", 50, [["m2", "started"], ["m1", "done"]], [["film", 40]]]);
    assert.deepEqual(items.get("gaps"), { ...emptyRecord(), state: "partly-correct", response: ["trust", "tŷ 😀"], attempts: 3, index: 0, basis: basis[0] });
    assert.deepEqual(items.get("priorities"), { ...emptyRecord(), state: "correct", response: ["power"], attempts: 1, index: 1, basis: basis[1] });
    const words = name.includes("reflection") ? "We asked twice.\nThen we listened." : "";
    assert.deepEqual(items.get("enablers"), { ...emptyRecord(), state: "answered", text: words, ...(words ? { sent: 1 } : {}) });
  });
}

/** A state with words of so many characters. Base64 has no text of some lengths: another counter makes those. */
function stateWith(characters, counter = 1) {
  const snapshot = { ...someSnapshot(31, 40), counter };
  const next = random(7);
  const text = Array.from({ length: characters }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join("");
  snapshot.items.set("question-0", { ...emptyRecord(), state: "answered", text, sent: 1 });
  return pack(snapshot, namesOf(40));
}

test("at the limit to the character: 4,095 and 4,096 are whole, 4,097 gives way", () => {
  const seen = new Set();
  let start = 0;
  for (let step = 4096; step >= 1; step /= 2) if (encodePacked(stateWith(start + step), 0).length < 4095) start += step;
  for (let trial = 0; trial < 60 && seen.size < 3; trial += 1) {
    const packed = stateWith(start - 5 + Math.floor(trial / 3), 128 ** (trial % 3));
    const { length } = encodePacked(packed, 0);
    if (length < 4095 || length > 4097 || seen.has(length)) continue;
    seen.add(length);
    const { text, room } = encodeWithin(packed, 4096);
    assert.ok(text.length <= 4096);
    assert.equal(room, 4096 - text.length);
    assert.equal(text === encodePacked(packed, 0), length <= 4096, "what fits is as it was");
    assert.equal(decodePacked(text).items.length, packed.items.length);
  }
  assert.deepEqual([...seen].sort(), [4095, 4096, 4097]);
});

test("words written into gaps come back, whatever their letters", () => {
  const names = { ...namesOf(3), choicesOf: (item) => (item === "question-2" ? CHOICES : null) };
  const snapshot = emptySnapshot();
  const response = ["trust", "", "tŷ 信頼 😀", "{lang=cy}[,]\u0000", "x".repeat(80)];
  snapshot.items.set("question-0", { ...emptyRecord(), state: "partly-correct", response, attempts: 2, index: 1 });
  snapshot.items.set("question-1", { ...emptyRecord(), state: "correct", response: ["20,5"] });
  snapshot.items.set("question-2", { ...emptyRecord(), state: "correct", response: ["power"] });
  const text = encodePacked(pack(snapshot, names), 0);
  assert.match(text, /^X1\.0[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]+$/);
  assert.deepEqual(plain(unpack(decodePacked(text), names)), plain(snapshot));
  assert.deepEqual(unpack(decodePacked(text), names).items.get("question-0").response, response);
});

test("a state without words is written as the first version wrote it", () => {
  const first = (text) => Buffer.from(text.split(".")[2], "base64url")[0];
  const snapshot = emptySnapshot();
  snapshot.items.set("question-0", { ...emptyRecord(), state: "correct", response: ["power"] });
  const words = { ...namesOf(1), choicesOf: () => null };
  assert.equal(first(encodePacked(pack(snapshot, namesOf(1)), 0)), 1);
  assert.equal(first(encodePacked(pack(snapshot, words), 0)), 2);
  assert.equal(first(encodePacked(pack({ ...snapshot, seed: 9 }, words), 0)), 4);
});

test("a state of the fourth form is read as it was written, with seed, credit and what was drawn", () => {
  const names = { ...namesOf(4), drawn: () => true };
  const text = "X1.0Is-p6g.BAEMABwosagDAAPItgEhAAHXGskLAACybTtjQgIDAcpYAA";
  const { seed, items } = unpack(decodePacked(text), names);
  assert.equal(seed, 54321);
  assert.deepEqual(items.get("question-0"), { ...emptyRecord(), state: "partly-correct", response: ["power"], attempts: 2, index: 3, basis: 99, credit: 66 });
  assert.deepEqual(items.get("question-1"), { ...emptyRecord(), state: "answered", response: ["learning"] });
  assert.deepEqual(items.get("question-2"), emptyRecord());
  assert.equal(items.size, 3);
});

test("an attempt is not given back with an answer that was taken back", () => {
  const snapshot = emptySnapshot();
  snapshot.items.set("question-0", { ...emptyRecord(), attempts: 2 });
  assert.equal(unpack(decodePacked(encodePacked(pack(snapshot, namesOf(1)), 0)), namesOf(1)).items.get("question-0").attempts, 2);
});

test("a question that became one of another kind forgets its answer and keeps how it stands", () => {
  const words = { ...namesOf(1), choicesOf: () => null };
  const snapshot = emptySnapshot();
  snapshot.items.set("question-0", { ...emptyRecord(), state: "correct", response: ["power"] });
  const written = unpack(decodePacked(encodePacked(pack(snapshot, words), 0)), namesOf(1));
  assert.deepEqual(written.items.get("question-0"), { ...emptyRecord(), state: "correct", basis: OUTDATED });
  const chosen = unpack(decodePacked(encodePacked(pack(snapshot, namesOf(1)), 0)), words);
  assert.deepEqual(chosen.items.get("question-0"), { ...emptyRecord(), state: "correct", basis: OUTDATED });
});

test("words give way before what was chosen when the LMS has no room", () => {
  const names = { ...namesOf(2), choicesOf: (item) => (item === "question-1" ? CHOICES : null) };
  const snapshot = emptySnapshot();
  snapshot.items.set("question-0", { ...emptyRecord(), state: "correct", response: ["x".repeat(80)] });
  snapshot.items.set("question-1", { ...emptyRecord(), state: "correct", response: ["power"] });
  const { text, whole } = encodeWithin(pack(snapshot, names), 100);
  const back = unpack(decodePacked(text), names);
  assert.equal(whole, false);
  assert.deepEqual(back.items.get("question-0").response, []);
  assert.deepEqual(back.items.get("question-1").response, ["power"]);
});

test("no word of a reflection is in the state", () => {
  const snapshot = emptySnapshot();
  snapshot.items.set("question-0", { ...emptyRecord(), state: "answered", text: "a".repeat(5000) });
  const short = emptySnapshot();
  short.items.set("question-0", { ...emptyRecord(), state: "answered", text: "a" });
  assert.equal(encodePacked(pack(snapshot, namesOf(2)), 0), encodePacked(pack(short, namesOf(2)), 0));
});

const UNCHECKED = [
  ["options beside no answer", { draft: ["power", "learning"] }],
  ["options beside another answer", { state: "incorrect", response: ["partnership"], attempts: 2, draft: ["power"], drafted: 9184 }],
  ["an option taken back", { state: "answered", response: ["power"], draft: [] }],
  ["steps in their order", { draft: ["power", "partnership", "none-of-these", "learning"] }],
  ["half a gap, and an empty one", { draft: ["", "trus"] }, () => null],
];

for (const [name, given, choicesOf = () => CHOICES] of UNCHECKED) {
  test(`an answer that was not checked comes back: ${name}`, () => {
    const names = { ...namesOf(3), choicesOf };
    const snapshot = emptySnapshot();
    snapshot.items.set("question-0", { ...emptyRecord(), ...given });
    snapshot.items.set("question-2", { ...emptyRecord(), state: "correct", basis: 77 });
    assert.deepEqual(unpack(decodePacked(encodePacked(pack(snapshot, names), 0)), names).items, snapshot.items);
  });
}

test("an answer that was not checked stands behind all that was written before there were any", () => {
  const [snapshot, without] = [someSnapshot(6, 12), someSnapshot(6, 12)];
  for (const [, record] of snapshot.items) record.draft = ["power"];
  const bytes = (of) => [...Buffer.from(encodePacked(pack(of, namesOf(12)), 0).split(".")[2], "base64url")];
  const [more, less] = [bytes(snapshot), bytes(without)];
  const differ = less.flatMap((byte, at) => (more[at] === byte ? [] : [more[at] - byte]));
  assert.deepEqual(differ, [32], "a flag that who does not know it passes over");
  assert.ok(more.length > less.length);
});

test("an answer that was not checked gives way first, and that is said", () => {
  const snapshot = emptySnapshot();
  const names = namesOf(1);
  snapshot.items.set("question-0", { ...emptyRecord(), state: "incorrect", response: ["power"], text: "Words that travel.", sent: 1 });
  const needed = encodePacked(pack(snapshot, names), 0).length;
  snapshot.items.get("question-0").draft = ["partnership"];
  assert.equal(encodeWithin(pack(snapshot, names), needed + 20).whole, true);
  const { text, whole, without } = encodeWithin(pack(snapshot, names), needed);
  assert.deepEqual([whole, without], [false, []]);
  const { draft, response, text: words } = unpack(decodePacked(text), names).items.get("question-0");
  assert.deepEqual([draft, response, words], [null, ["power"], "Words that travel."]);
});

test("what a verdict rests on comes back, and only states that have it are of the third schema", () => {
  const snapshot = emptySnapshot();
  snapshot.items.set("question-0", { ...emptyRecord(), state: "correct", response: ["power"], basis: 16383 });
  snapshot.items.set("question-1", { ...emptyRecord(), state: "answered", text: "words" });
  const text = encodePacked(pack(snapshot, namesOf(2)), 0);
  assert.equal(Buffer.from(text.split(".")[2], "base64url")[0], 3);
  const back = unpack(decodePacked(text), namesOf(2));
  assert.equal(back.items.get("question-0").basis, 16383);
  assert.deepEqual(back.items.get("question-1"), { ...emptyRecord(), state: "answered" });
});

test("an answer of which a part is gone is outdated, with the part that is left", () => {
  const snapshot = emptySnapshot();
  snapshot.items.set("question-0", { ...emptyRecord(), state: "correct", response: ["power", "learning"], basis: 77 });
  const text = encodePacked(pack(snapshot, namesOf(1)), 0);
  const reworded = { ...namesOf(1), choicesOf: () => ["partnership", "powers", "learning"] };
  const record = unpack(decodePacked(text), reworded).items.get("question-0");
  assert.deepEqual([record.response, record.basis], [["learning"], OUTDATED]);
});

test("ids whose hashes meet have longer keys, and are found by either", () => {
  const ids = Array.from({ length: 3000 }, (_, at) => `item-${at}`);
  const keys = courseKeys(ids);
  assert.equal(new Set(ids.map(keys.keyOf)).size, ids.length);
  assert.ok(ids.some((id) => keys.keyOf(id) >= 2 ** 16), "among 3000 some meet");
  for (const id of ids) assert.equal(keys.idOf(keys.keyOf(id)), id);
  // One of two leaves the course: what was saved under its longer key is still the other's.
  const [wide] = ids.filter((id) => keys.keyOf(id) >= 2 ** 16);
  assert.equal(courseKeys([wide]).idOf(keys.keyOf(wide)), wide);
});

test("a key that could be of two ids is of none", () => {
  const keys = keysOf(["a", "b"], 1, 2 ** 32);
  assert.equal(keys.idOf(0), null);
  assert.notEqual(keys.keyOf("a"), keys.keyOf("b"));
});

test("options have keys of their own up to 36", () => {
  const ids = Array.from({ length: 36 }, (_, at) => `option-${at}`);
  const keys = choiceKeys(ids);
  assert.deepEqual(ids.map((id) => keys.idOf(keys.keyOf(id))), ids);
});

test("the state is never longer than the limit and never cut in two", () => {
  const packed = pack(someSnapshot(21, 600), namesOf(600));
  const whole = encodeWithin(packed, 64000);
  assert.equal(whole.whole, true);
  for (const limit of [whole.text.length, whole.text.length - 1, 4097, 4096, 4095, 3000, 2500]) {
    const encoded = encodeWithin(packed, limit);
    assert.ok(encoded.text.length <= limit);
    assert.equal(decodePacked(encoded.text).items.length, packed.items.length, "each question is still there");
  }
  assert.equal(encodeWithin(packed, 100), null);
});

test("steps down leave out attempts, films, interaction places, what was chosen, and then how questions stand", () => {
  const snapshot = someSnapshot(22, 200);
  snapshot.films.set("film-a", 100);
  snapshot.films.set("film-b", 200);
  const packed = pack(snapshot, namesOf(200));
  let limit = 64000;
  const kept = [];
  for (let encoded = encodeWithin(packed, limit); encoded; encoded = encodeWithin(packed, limit)) {
    const { items, films } = decodePacked(encoded.text);
    const some = (test) => items.some(test);
    kept.push([some((item) => item.attempts > 0), films.length, some((item) => item.index >= 0), some((item) => item.choices.length > 0), encoded.whole]);
    limit = encoded.text.length - 1;
  }
  assert.deepEqual(kept, [
    [true, 2, true, true, true],
    [false, 2, true, true, true],
    [false, 1, true, true, true],
    [false, 1, false, true, true],
    [false, 1, false, false, false],
    [false, 1, false, false, false],
  ]);
  assert.deepEqual(decodePacked(encodeWithin(packed, limit + 1).text).items, [], "the last one is of modules alone");
});

test("how every one of 1000 questions stands fits what SCORM 1.2 holds", () => {
  const snapshot = someSnapshot(23, 1000);
  const encoded = encodeWithin(pack(snapshot, namesOf(1000)), 4096);
  assert.ok(encoded.text.length <= 4096);
});

test("numbered attempts are kept however little room there is", () => {
  const names = { ...namesOf(60), limited: (item) => item === "question-7" };
  const snapshot = emptySnapshot();
  for (let at = 0; at < 60; at += 1) {
    snapshot.items.set(`question-${at}`, { ...emptyRecord(), state: "incorrect", response: ["power"], attempts: 3, index: at });
  }
  const whole = encodeWithin(pack(snapshot, names), 4096).text;
  const cut = encodeWithin(pack(snapshot, names), whole.length - 60).text;
  const back = unpack(decodePacked(cut), names);
  assert.equal(back.items.get("question-7").attempts, 3);
  assert.equal(back.items.get("question-8").attempts, 0);
});

test("a draft is not taken for that of a new option whose key is the key of one that is gone", () => {
  const [before, after] = [["time-to-learn.trust", "fear.trust"], ["time-to-learn.rust", "fear.trust"]];
  assert.equal(choiceKeys(before).keyOf(before[0]), choiceKeys(after).keyOf(after[0]), "two of these ids have one key");
  const snapshot = emptySnapshot();
  snapshot.items.set("question-0", { ...emptyRecord(), draft: [before[0]] });
  const packed = decodePacked(encodePacked(pack(snapshot, { ...namesOf(3), choicesOf: () => before }), 0));
  const draft = (choices) => unpack(packed, { ...namesOf(3), choicesOf: () => choices }).items.get("question-0");
  assert.deepEqual([draft(before).draft, draft(before).drafted], [[before[0]], undefined]);
  assert.ok(draft(after).drafted > 0, "it rests on other options, so the page forgets it");
});
