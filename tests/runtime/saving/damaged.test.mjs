/** A saved state that comes back damaged: nothing of it is overwritten before it is kept aside and the learner was told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePacked, encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { salvage } from "../../../templates/runtime/state/suspend-data/salvage.js";
import { FakePage, FakeStorage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const TRAVELS = { travelling: ["reflection"] };
const DATA = "cmi.suspend_data";
const LONG = Array.from({ length: 60 }, (_, place) => ((place + 7) ** 5).toString(36)).join(" ");
const WORDS = `We asked twice, and then we listened. ${LONG}`;
const wrongAt = (text, place) => text.slice(0, place) + (text[place] === "A" ? "B" : "A") + text.slice(place + 1);

for (const which of ["1.2", "2004"]) {
  const launch = (stored, own = {}) => {
    const page = new FakePage({ lms: new StrictLms(which, stored), ...TRAVELS, ...own });
    page.settle();
    return page;
  };
  const worked = () => {
    const page = launch({});
    page.learning.open("m1");
    page.answer("q1", true);
    page.answer("q2", false);
    page.learning.write("reflection", WORDS, "soon");
    page.settle();
    page.session.close(false);
    return page;
  };
  const states = (lms) => lms.calls("set").filter((call) => call.startsWith(DATA));

  for (const [how, damage] of [
    ["cut short", (text) => text.slice(0, text.length - 30)],
    ["cut to its first part", (text) => text.slice(0, 32)],
    ["one byte off", (text) => wrongAt(text, Math.floor(text.length / 2))],
    ["one byte off in its checksum", (text) => wrongAt(text, 6)],
    ["something else", () => "what another course left"],
  ]) {
    test(`${which}: on another device a state ${how} stays as it is until something is done, and is kept`, () => {
      const { lms } = worked();
      const damaged = damage(lms.stored[DATA]);
      const page = launch({ ...lms.stored, [DATA]: damaged });
      assert.deepEqual([page.status, page.asks], ["damaged", "damaged"]);
      page.learning.open("m2");
      page.settle(60_000);
      page.session.hide();
      assert.deepEqual(states(page.lms), []);
      assert.equal(page.status, "damaged");
      assert.ok([...page.storage.values.values()].some((value) => value.includes(damaged)), "kept aside");
      page.session.close(false);
      assert.equal(page.lms.stored[DATA], damaged);

      const again = launch(page.lms.stored, { storage: page.storage });
      assert.deepEqual([again.status, again.asks], ["damaged", "damaged"]);
      again.answer("q3", true);
      again.settle();
      assert.deepEqual([again.status, again.asks], ["lms", "damaged"], "the sentence stays until it was read");
      again.session.close(false);

      const later = launch(again.lms.stored, { storage: page.storage });
      assert.deepEqual([later.status, later.asks], ["nothing-yet-lms", "damaged"]);
      assert.equal(later.learning.recordOf("q3").state, "correct");
      later.session.goOn();
      assert.equal(later.asks, "");
      later.session.close(false);
      assert.equal(launch(again.lms.stored, { storage: page.storage }).asks, "");
    });
  }

  test(`${which}: what can be read for certain is used`, () => {
    const { lms } = worked();
    const shown = (text) => {
      const { learning } = launch({ ...lms.stored, [DATA]: text });
      return [learning.recordOf("q1").state, learning.recordOf("q2").state, learning.recordOf("reflection").text];
    };
    const whole = lms.stored[DATA];
    for (const place of [4, 6, 11, 20, 60, whole.length - 1]) assert.deepEqual(shown(wrongAt(whole, place)), ["correct", "incorrect", WORDS]);
    const [first, second, words] = shown(whole.slice(0, -100));
    assert.deepEqual([first, second], ["correct", "incorrect"]);
    assert.ok(words.length > 100 && WORDS.startsWith(words), words);
  });

  test(`${which}: a wrong byte in what this device has itself is no limit of the LMS, and nobody is troubled with it`, () => {
    const { lms, storage } = worked();
    const whole = lms.stored[DATA];
    for (const place of [12, Math.floor(whole.length / 2), whole.length - 1]) {
      const kept = new FakeStorage();
      kept.values = new Map(storage.values);
      const page = launch({ ...lms.stored, [DATA]: wrongAt(whole, place) }, { storage: kept });
      assert.deepEqual([page.status, page.asks], ["lms", ""]);
      assert.equal(page.lms.stored[DATA].length, whole.length);
      assert.equal(launch(page.lms.stored).learning.recordOf("reflection").text, WORDS);
      // There is no less room than before.
      page.learning.write("reflection", `${WORDS} And then some more, of which nobody knew.`, "soon");
      page.settle();
      assert.equal(page.status, "lms");
      assert.match(launch(page.lms.stored).learning.recordOf("reflection").text, /of which nobody knew\.$/);
    }
  });

  test(`${which}: damaged work of another device is not overwritten by the older work of this one`, () => {
    const first = worked();
    const elsewhere = launch(first.lms.stored);
    elsewhere.answer("q3", true);
    elsewhere.settle();
    elsewhere.session.close(false);
    const damaged = elsewhere.lms.stored[DATA].slice(0, -5);
    const back = launch({ ...elsewhere.lms.stored, [DATA]: damaged }, { storage: first.storage });
    assert.deepEqual([back.status, back.asks], ["damaged", "damaged"]);
    assert.equal(back.lms.stored[DATA], damaged);
    assert.equal(back.learning.recordOf("q3").state, "correct", "from what could be read");
    assert.equal(back.learning.recordOf("reflection").text, WORDS, "from this device");
  });
}

test("what was cleared is nowhere, the damaged copy neither", async () => {
  const page = new FakePage({ lms: new StrictLms("1.2", { [DATA]: "X1.0AAAAAA.AAAA", "cmi.core.lesson_status": "incomplete" }) });
  assert.equal(page.asks, "damaged");
  await page.session.clear();
  assert.deepEqual([...page.storage.values.keys()].filter((key) => key.includes("sample")), []);
});

test("any single wrong character is found, and of a state that was cut only what was there is read", () => {
  const packed = {
    fingerprint: 7, counter: 9, current: 300, completed: false, passed: true, score: 50, seed: 12,
    modules: [{ key: 100, done: true }, { key: 300, done: false }],
    items: [
      { key: 5, state: "correct", choices: [3], attempts: 1, index: 0, basis: 77 },
      { key: 900, state: "incorrect", choices: [8, 9], attempts: 2, index: 1, basis: 12 },
    ],
    films: [{ key: 4, seconds: 55 }],
    prose: [{ key: 44, text: "We asked twice – and then we listened. ".repeat(4) }, { key: 55, text: "Naïve?" }],
  };
  const text = encodePacked(packed, 0);
  const whole = decodePacked(text);
  for (let place = 0; place < text.length; place += 1) {
    for (const wrong of ["A", "z", "-", ".", "é", "\uFFFD", "?"]) {
      if (wrong === text[place]) continue;
      assert.deepEqual(salvage(text.slice(0, place) + wrong + text.slice(place + 1)), whole, `${wrong} at ${place}`);
    }
  }
  for (let length = 0; length < text.length; length += 1) {
    const read = salvage(text.slice(0, length));
    if (read === null) continue;
    for (const list of ["modules", "items", "films"]) assert.deepEqual(read[list], whole[list].slice(0, read[list].length));
    for (const { key, text: words } of read.prose ?? []) assert.ok(whole.prose.find((entry) => entry.key === key).text.startsWith(words));
  }
  for (const nothing of ["", "X1.", "null", "hello", "X1.0AAAAAA.", "X1.0AAAAAA.AAAA", "{}"]) assert.equal(salvage(nothing), null, nothing);
});
