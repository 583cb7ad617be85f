import assert from "node:assert/strict";
import { test } from "node:test";
import { keeperWords, roomWords } from "../../templates/components/reflect/room.js";
import { FakePage, FakeStorage } from "./fakes/fake-course.mjs";
import { StrictLms } from "./fakes/strict-lms.mjs";

const CANARY = "Canary: we asked twice,\nand then we listened.";
const TRAVELS = { travelling: ["reflection"] };

function again(lms, own = {}) {
  return new FakePage({ lms: new StrictLms(lms.edition, lms.stored), ...own });
}

for (const which of ["1.2", "2004"]) {
  test(`${which}: words that are to stay on the device are in no call, whatever is done with them`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms });
    page.learning.write("reflection", CANARY);
    page.settle();
    page.learning.open("m1");
    page.settle();
    page.session.close(false);
    assert.doesNotMatch(JSON.stringify(lms.log), /Canary|listened/);
    assert.equal(again(lms).learning.recordOf("reflection").text, "");
  });

  test(`${which}: words that the LMS may keep are on another computer too, and are no interaction`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms, ...TRAVELS });
    page.learning.write("reflection", CANARY, "soon");
    page.settle();
    assert.equal(page.status, "lms");
    const other = again(lms, TRAVELS);
    assert.equal(other.learning.recordOf("reflection").text, CANARY);
    assert.ok(!lms.calls("set").some((call) => call.includes("interactions")));
    assert.doesNotMatch(JSON.stringify(lms.log), /Canary/, "short, not plain");
  });

  test(`${which}: words for a tutor are an interaction, once, without line breaks`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms, ...TRAVELS });
    const note = { item: "reflection", types: { scorm12: "fill-in", scorm2004: "long-fill-in" }, choices: [], correct: [], right: false, seconds: 3, description: "What?", language: "en" };
    for (const text of ["First", `${CANARY} ${"word ".repeat(60)}`]) {
      page.learning.report({ ...note, response: [text], at: page.clock.now() });
      page.learning.write("reflection", text, "soon");
      page.settle(20_000);
    }
    assert.deepEqual(lms.refusals, []);
    const field = which === "1.2" ? "student_response" : "learner_response";
    const told = lms.stored[`cmi.interactions.0.${field}`];
    assert.match(told, /^Canary: we asked twice, and then we listened\. word/);
    assert.equal(lms.stored["cmi.interactions.0.result"], "neutral");
    assert.equal(lms.stored["cmi.interactions.0.type"], which === "1.2" ? "fill-in" : "long-fill-in");
    assert.equal(lms.stored["cmi.interactions.1.id"], undefined);
    assert.equal(page.session.room.reports, which === "1.2" ? 255 : 4000);
    page.learning.report({ ...note, response: [""], at: page.clock.now() });
    page.learning.write("reflection", "", "soon");
    page.settle(20_000);
    assert.equal(lms.stored[`cmi.interactions.0.${field}`], "", "what she has deleted is not there any more");
    assert.deepEqual(lms.refusals, []);
  });
}

test("who writes without a pause is not held up: the LMS hears of it after a pause, or once a minute", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms, ...TRAVELS });
  page.settle(20_000);
  const before = lms.calls("commit").length;
  let text = "";
  const write = () => page.learning.write("reflection", (text += "word "), "idle");
  for (let second = 0; second < 50; second += 1) {
    write();
    page.settle(1000);
  }
  assert.equal(lms.calls("commit").length, before);
  page.settle(3000);
  assert.equal(lms.calls("commit").length, before + 1);
  for (let second = 0; second < 130; second += 1) {
    write();
    page.settle(1000);
  }
  assert.ok(lms.calls("commit").length - before <= 4);
  assert.ok(lms.calls("commit").length - before >= 3);
});

test("what was changed on this device after the last save replaces what the LMS has, and is not put below it", () => {
  const storage = new FakeStorage();
  const page = new FakePage({ lms: new StrictLms("1.2"), storage, ...TRAVELS });
  page.learning.write("reflection", "First thoughts", "soon");
  page.settle();
  page.learning.write("reflection", "Second thoughts", "idle");
  // The browser is killed here.
  const next = again(page.lms, { storage, ...TRAVELS });
  assert.equal(next.learning.recordOf("reflection").text, "Second thoughts");
  next.settle();
  next.learning.write("reflection", "", "idle");
  assert.equal(again(next.lms, { storage, ...TRAVELS }).learning.recordOf("reflection").text, "", "and what was deleted stays so");
});

test("what was written on another computer replaces what this one had, unless both went on", () => {
  const storage = new FakeStorage();
  const page = new FakePage({ lms: new StrictLms("1.2"), storage, ...TRAVELS });
  page.learning.write("reflection", "Here we ask first", "soon");
  page.settle();
  const other = again(page.lms, { storage: new FakeStorage(), ...TRAVELS });
  other.learning.write("reflection", "There we ask first", "soon");
  other.settle(20_000);
  const back = again(other.lms, { storage, ...TRAVELS });
  assert.equal(back.learning.recordOf("reflection").text, "There we ask first");
  back.settle();
  const away = again(back.lms, { storage: new FakeStorage(), ...TRAVELS });
  away.learning.write("reflection", "Away", "soon");
  away.settle(20_000);
  back.learning.write("reflection", "Home", "idle");
  const both = again(away.lms, { storage, ...TRAVELS });
  assert.match(both.learning.recordOf("reflection").text, /Away/);
  assert.match(both.learning.recordOf("reflection").text, /Home/);
  assert.equal(both.learning.recordOf("reflection").joined, true, "and the page says so");
  both.learning.write("reflection", "Away and Home", "soon");
  assert.equal(both.learning.recordOf("reflection").joined, undefined);
});

test("where the LMS has too little room the longest words stay on the device, and the learner is told which", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms, travelling: ["reflection", "q3"] });
  page.answer("q1", true);
  page.learning.write("q3", "Short, and kept.", "soon");
  page.learning.write("reflection", Array.from({ length: 300 }, (_, n) => `${n * 7919}`).join(" "), "soon");
  page.limit = 500;
  page.settle();
  assert.equal(page.status, "lms-partly");
  assert.deepEqual(page.session.room.without, ["reflection"]);
  const other = again(lms, { travelling: ["reflection", "q3"] });
  assert.equal(other.learning.recordOf("q3").text, "Short, and kept.");
  assert.equal(other.learning.recordOf("reflection").text, "");
  assert.equal(other.learning.recordOf("q1").state, "correct");
  const here = again(lms, { storage: page.storage, travelling: ["reflection", "q3"] });
  assert.match(here.learning.recordOf("reflection").text, /^0 7919/);
});

test("four reflections of 150 words fit beside everything else in SCORM 1.2", () => {
  const words = "the team we our young people practice change support because think learned manager family asked time".split(" ");
  const essay = (seed) => Array.from({ length: 150 }, (_, n) => words[(n * n * 7 + n * seed * 3 + seed) % words.length] + ((n * seed) % 11 === 3 ? "ing" : "")).join(" ");
  const lms = new StrictLms("1.2");
  const travelling = ["q1", "q2", "q3", "reflection"];
  const page = new FakePage({ lms, travelling });
  for (const [place, item] of travelling.entries()) page.learning.write(item, essay(place + 2), "soon");
  page.settle();
  assert.equal(page.status, "lms");
  assert.ok(lms.stored["cmi.suspend_data"].length < 4096);
});

test("the line on room speaks only when it matters", () => {
  const strings = { text: (key, values) => `${key} ${values?.count ?? ""}`.trim(), plural: (key, count) => `${key} ${count}` };
  const room = (own) => ({ left: null, without: [], reports: 255, ...own });
  assert.equal(roomWords(room({}), "r", "", "lms-resume", strings), "");
  assert.equal(roomWords(room({ left: 60_000 }), "r", "", "lms-resume", strings), "");
  assert.equal(roomWords(room({ left: 1000 }), "r", "", "lms-resume", strings), "reflect.room 250");
  assert.equal(roomWords(room({ left: 10 }), "r", "", "lms-resume", strings), "reflect.room 0");
  assert.equal(roomWords(room({ left: 10, without: ["r"] }), "r", "", "lms-resume", strings), "reflect.no-room");
  assert.equal(roomWords(room({}), "r", "x".repeat(256), "report", strings), "reflect.beginning 255");
  // Tutors see it, and there is no room: one sentence, where it is said who keeps it.
  const full = room({ left: 10, without: ["r"] });
  assert.equal(roomWords(full, "r", "x".repeat(256), "report", strings), "");
  assert.equal(keeperWords(full, "r", "x".repeat(256), "report", strings), "reflect.full-report-beginning 255");
  assert.equal(keeperWords(full, "r", "x".repeat(255), "report", strings), "reflect.full-report");
  assert.equal(keeperWords(full, "r", "", "device", strings), "reflect.privacy-device");
  assert.equal(keeperWords(full, "other", "", "report", strings), "reflect.privacy-report");
});

/** What another device of hers gets from the LMS. */
const elsewhere = (lms) => again(lms).learning.recordOf("reflection").text;

for (const which of ["1.2", "2004"]) {
  test(`${which}: words for the device alone stay there when another version would send new ones, until she changes them`, () => {
    const [storage, lms] = [new FakeStorage(), new StrictLms(which)];
    const before = new FakePage({ lms, storage });
    before.learning.write("reflection", CANARY);
    before.settle();
    const after = again(lms, { storage, ...TRAVELS });
    after.settle(20_000);
    after.answer("q1", true);
    after.settle(20_000);
    assert.equal(after.learning.recordOf("reflection").text, CANARY);
    assert.equal(elsewhere(after.lms), "");
    // Closed and opened once more: the LMS has been given everything else by now.
    const later = again(after.lms, { storage, ...TRAVELS });
    later.settle(20_000);
    assert.equal(elsewhere(later.lms), "");
    later.learning.write("reflection", `${CANARY} And again.`, "soon");
    later.settle(20_000);
    assert.equal(elsewhere(later.lms), `${CANARY} And again.`);
  });

  test(`${which}: words that the LMS keeps are still there when another version would keep new ones on the device`, () => {
    const [storage, lms] = [new FakeStorage(), new StrictLms(which)];
    const before = new FakePage({ lms, storage, ...TRAVELS });
    before.learning.write("reflection", CANARY, "soon");
    before.settle();
    const after = again(lms, { storage });
    after.answer("q1", true);
    after.settle(20_000);
    assert.equal(elsewhere(after.lms), CANARY, "she finds them on another device, as she was promised");
    after.learning.write("reflection", "Only here");
    after.answer("q2", true);
    after.settle(20_000);
    assert.equal(elsewhere(after.lms), "");
    assert.equal(again(after.lms, { storage }).learning.recordOf("reflection").text, "Only here");
  });
}

test("words for the device alone stay there beside words that came from another device, and after damage", () => {
  const [storage, lms] = [new FakeStorage(), new StrictLms("1.2")];
  const home = new FakePage({ lms, storage });
  home.learning.write("reflection", CANARY);
  home.settle();
  const away = again(lms, TRAVELS);
  away.learning.write("reflection", "Written away", "soon");
  away.settle(20_000);
  const back = again(away.lms, { storage, ...TRAVELS });
  back.answer("q1", true);
  back.settle(20_000);
  assert.match(back.learning.recordOf("reflection").text, /Canary[^]*Written away|Written away[^]*Canary/, "both are before her");
  assert.equal(elsewhere(back.lms), "Written away", "and what was written there stays in the LMS");
  back.lms.stored["cmi.suspend_data"] = `${back.lms.stored["cmi.suspend_data"].slice(0, -9)}AAAAAAAAA`;
  const mended = again(back.lms, { storage, ...TRAVELS });
  mended.answer("q2", true);
  mended.settle(20_000);
  assert.match(mended.learning.recordOf("reflection").text, /Canary/);
  assert.doesNotMatch(elsewhere(mended.lms), /Canary/);
});

test("a journal that was made before it said where its words may go holds them back, unless the LMS had them", () => {
  const storage = new FakeStorage();
  const page = new FakePage({ lms: new StrictLms("1.2"), storage, ...TRAVELS });
  page.learning.write("reflection", CANARY, "soon");
  page.settle();
  const without = new FakePage({ lms: new StrictLms("1.2") });
  without.answer("q2", true);
  without.settle();
  for (const [known, there] of [[true, CANARY], [false, ""]]) {
    for (const [key, text] of storage.values) storage.values.set(key, known ? text : text.replace(/"sent":\d+,?/, "").replace(/,}/, "}"));
    const lms = new StrictLms("1.2", known ? page.lms.stored : without.lms.stored);
    const next = again(lms, { storage, ...TRAVELS });
    next.answer("q1", true);
    next.settle(20_000);
    assert.equal(next.learning.recordOf("reflection").text, CANARY);
    assert.equal(elsewhere(next.lms), there);
  }
});
