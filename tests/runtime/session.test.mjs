import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePacked } from "../../templates/runtime/state/suspend-data/codec.js";
import { FakeClock } from "./fakes/fake-clock.mjs";
import { FakePage, FakeStorage, OUTLINE } from "./fakes/fake-course.mjs";
import { StrictLms } from "./fakes/strict-lms.mjs";

const STATUS = "cmi.core.lesson_status";

for (const which of ["1.2", "2004"]) {
  const status = which === "1.2" ? STATUS : "cmi.completion_status";

  test(`${which}: a whole course is recorded, and comes back in the next session`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms });
    for (const module of ["m1", "m2", "m3"]) page.learning.open(module);
    for (const item of ["q1", "q2", "q3"]) page.answer(item, item !== "q2");
    page.learning.write("reflection", "What I think");
    page.settle();
    assert.equal(page.status, "lms");
    assert.equal(lms.stored[status], "completed");
    page.session.close(false);
    assert.deepEqual(lms.refusals, []);
    const next = new FakePage({ lms: new StrictLms(which, lms.stored), storage: page.storage });
    assert.equal(next.learning.current, "m3");
    assert.equal(next.learning.recordOf("q2").state, "incorrect");
    assert.deepEqual(next.learning.recordOf("q1").response, ["yes"]);
    assert.equal(next.learning.recordOf("reflection").text, "What I think");
    assert.equal(next.memory.launched, true);
    assert.equal(next.completed, true);
  });
}

test("the words of a reflection reach the LMS in no call", () => {
  const lms = new StrictLms("2004");
  const page = new FakePage({ lms });
  page.learning.open("m1");
  page.learning.write("reflection", "CANARY");
  page.learning.write("reflection", "CANARY and more");
  page.session.hide();
  page.session.close(false);
  assert.ok(!JSON.stringify(lms.log).includes("CANARY"));
  assert.ok([...page.storage.values.values()].some((value) => value.includes("CANARY and more")));
});

test("the LMS is first spoken to when the page stands, and then within two seconds of a change", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  assert.equal(lms.calls("set").length, 0);
  page.settle(1);
  assert.equal(lms.stored[STATUS], "incomplete");
  page.learning.open("m1");
  page.settle(1000);
  assert.equal(lms.stored["cmi.core.lesson_location"], undefined);
  page.settle(1000);
  assert.equal(lms.stored["cmi.core.lesson_location"], "m1");
});

test("an answer is committed once, after the page could paint it", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  const before = lms.calls("commit").length;
  page.answer("q1", true);
  assert.equal(lms.calls("commit").length, before);
  page.settle(100);
  assert.equal(lms.calls("commit").length, before + 1);
  page.settle(60_000);
  assert.equal(lms.calls("commit").length, before + 1);
});

test("a question that is recorded is not sent again with the next save", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.answer("q1", false);
  page.settle();
  lms.log.length = 0;
  page.learning.open("m2");
  page.settle();
  assert.ok(lms.calls("set").length > 0);
  assert.ok(!lms.calls("set").some((call) => call.includes("interactions")));
  page.answer("q1", true);
  page.settle();
  assert.ok(lms.calls("set").some((call) => call.startsWith("cmi.interactions.0.result")));
  assert.ok(!lms.calls("set").some((call) => call.startsWith("cmi.interactions.0.id")));
});

test("a commit that fails is tried again after 2, 5, 15 and 60 seconds, and the learner is told", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  lms.failing = 5;
  page.answer("q1", true);
  const commits = () => lms.calls("commit").length;
  const first = commits();
  page.settle(60);
  assert.equal(commits(), first + 1);
  assert.equal(page.status, "failed");
  for (const wait of [2000, 5000, 15000, 60000]) {
    const before = commits();
    page.settle(wait - 1);
    assert.equal(commits(), before, `not before ${wait}`);
    page.settle(1);
    assert.equal(commits(), before + 1, `at ${wait}`);
    assert.equal(page.status, "failed");
  }
  page.settle(60000);
  assert.equal(page.status, "lms");
  assert.equal(lms.stored["cmi.interactions.0.id"], "q1");
  assert.ok(decodePacked(lms.stored["cmi.suspend_data"]));
});

test("what an LMS that fails did not take is on the device, and goes to the LMS at the next launch", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  lms.failing = 100;
  page.learning.open("m1");
  page.answer("q1", true);
  page.settle(60_000);
  const next = new StrictLms("1.2", lms.stored);
  const again = new FakePage({ lms: next, storage: page.storage });
  assert.equal(again.learning.recordOf("q1").state, "correct");
  again.settle();
  assert.ok(decodePacked(next.stored["cmi.suspend_data"]).items.length === 1);
});

test("the device gives back what a killed browser had not sent", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  page.learning.open("m2");
  page.answer("q3", false);
  page.learning.write("reflection", "half a sente");
  const next = new FakePage({ lms: new StrictLms("1.2", lms.stored), storage: page.storage });
  assert.equal(next.learning.current, "m2");
  assert.equal(next.learning.recordOf("q3").state, "incorrect");
  assert.equal(next.learning.recordOf("reflection").text, "half a sente");
  assert.equal(lms.stored["cmi.core.session_time"], undefined, "the time of that session is lost");
});

test("newer work from another device wins, and the words written on this one stay", () => {
  const storage = new FakeStorage();
  const here = new StrictLms("1.2");
  const page = new FakePage({ lms: here, storage });
  page.learning.open("m1");
  page.answer("q1", false);
  page.learning.write("reflection", "Mine");
  page.settle();
  page.session.close(false);
  const elsewhere = new FakePage({ lms: new StrictLms("1.2", here.stored), storage: new FakeStorage() });
  assert.equal(elsewhere.learning.recordOf("reflection").text, "");
  assert.equal(elsewhere.learning.recordOf("reflection").state, "answered");
  elsewhere.answer("q1", true);
  elsewhere.learning.open("m3");
  elsewhere.settle();
  const back = new FakePage({ lms: new StrictLms("1.2", elsewhere.lms.stored), storage });
  assert.equal(back.learning.recordOf("q1").state, "correct");
  assert.equal(back.learning.recordOf("reflection").text, "Mine");
  assert.equal(back.learning.current, "m3");
});

test("two learners on one computer do not see each other's work", () => {
  const storage = new FakeStorage();
  const first = new FakePage({ lms: new StrictLms("1.2", { "cmi.core.student_id": "ann" }), storage });
  first.learning.write("reflection", "Ann's words");
  first.settle();
  const second = new FakePage({ lms: new StrictLms("1.2", { "cmi.core.student_id": "ben" }), storage });
  assert.equal(second.learning.recordOf("reflection").text, "");
  assert.ok(![...storage.values.keys()].some((key) => key.includes("ann")), "the key does not name the learner");
});

test("hiding commits and keeps the session open; leaving ends it exactly once", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  page.learning.open("m1");
  page.session.hide();
  assert.equal(lms.stored["cmi.core.lesson_location"], "m1");
  assert.equal(lms.calls("terminate").length, 0);
  page.settle(5000);
  page.session.close(false);
  page.session.hide();
  page.session.close(false);
  assert.equal(lms.log.filter(({ method }) => method === "terminate").length, 1);
  assert.equal(lms.log.at(-1).method, "terminate");
  assert.equal(lms.log.at(-2).method, "commit");
  assert.equal(lms.stored["cmi.core.session_time"], "0000:00:07.00");
  assert.equal(lms.stored["cmi.core.exit"], "suspend");
  assert.equal(page.session.closed, true);
});

test("a page that may come back is committed and not ended", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  page.learning.open("m1");
  page.session.close(true);
  assert.equal(lms.stored["cmi.core.lesson_location"], "m1");
  assert.equal(page.session.closed, false);
  page.answer("q1", true);
  page.settle();
  assert.equal(page.status, "lms");
});

test("a page that is closed at once still leaves a status, or the LMS would record a completion", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.session.close(false);
  assert.equal(lms.stored[STATUS], "incomplete");
});

for (const mode of ["review", "browse"]) {
  test(`in ${mode} nothing is written but the end, and the record on the device keeps its answers`, () => {
    const lms = new StrictLms("1.2");
    const page = new FakePage({ lms });
    page.answer("q1", true);
    page.learning.write("reflection", "First thoughts");
    page.settle();
    page.session.close(false);
    const looked = new StrictLms("1.2", { ...lms.stored, "cmi.core.lesson_mode": mode });
    const look = new FakePage({ lms: looked, storage: page.storage });
    assert.deepEqual([look.status, look.asks, look.leaves], ["review", "looking", false]);
    look.learning.open("m2");
    look.answer("q1", false);
    look.learning.write("reflection", "First thoughts, and second");
    look.learning.gather(({ form }) => form.set("learnt", ["To ask earlier"]));
    look.settle(60_000);
    look.session.hide();
    look.session.close(false);
    assert.deepEqual([looked.calls("set"), looked.calls("commit"), looked.calls("terminate").length], [[], [], 1]);
    const next = new FakePage({ lms: new StrictLms("1.2", lms.stored), storage: page.storage });
    assert.equal(next.learning.recordOf("q1").state, "correct");
    assert.equal(next.learning.recordOf("reflection").text, "First thoughts");
    assert.deepEqual(next.learning.portfolio.form.get("learnt"), ["To ask earlier"], "her record is hers at any time");
  });
}

for (const which of ["1.2", "2004"]) {
  test(`${which}: what is only looked at gets no further, and is as it was left at each launch`, () => {
    const element = which === "1.2" ? "cmi.core.lesson_mode" : "cmi.mode";
    for (const late of [false, true]) {
      const lms = new StrictLms(which);
      const page = new FakePage({ lms });
      page.answer("q1", false);
      page.settle();
      page.session.close(false);
      const storage = new FakeStorage();
      const looked = new StrictLms(which, { ...lms.stored, [element]: "browse" });
      const look = new FakePage({ lms: late ? null : looked, storage });
      look.learning.draft("q1", ["yes"]);
      if (late) {
        look.lms = looked;
        look.settle(1000);
        assert.equal(look.learning.recordOf("q1").draft, null, "what she pressed before it was known stands as she left it");
      }
      for (const { id } of look.course.modules) look.learning.open(id);
      look.learning.reach("m1--end");
      look.learning.prefer({ captions: false });
      assert.deepEqual([look.status, look.completed, look.learning.opened.size, look.learning.recordOf("m1--end").state], ["review", false, 0, "unanswered"]);
      look.settle(60_000);
      look.session.close(false);
      assert.deepEqual([looked.calls("set"), looked.calls("commit")], [[], []]);
      const again = new FakePage({ lms: new StrictLms(which, looked.stored), storage });
      assert.deepEqual([again.learning.opened.size, again.learning.recordOf("q1").state], [0, "incorrect"]);
      assert.equal(again.learning.preferences.captions, false, "how she likes films is hers");
    }
  });
}

test("an LMS that appears late is found, and what was done meanwhile is kept beside what it remembers", () => {
  const earlier = new StrictLms("1.2");
  const before = new FakePage({ lms: earlier });
  before.learning.open("m1");
  before.answer("q1", true);
  before.settle();
  const page = new FakePage({ storage: new FakeStorage() });
  assert.equal(page.memory, null);
  assert.equal(page.status, "connecting");
  page.learning.open("m2");
  page.answer("q3", false);
  page.learning.write("reflection", "typed early");
  page.settle(1000);
  page.lms = new StrictLms("1.2", earlier.stored);
  page.settle(2000);
  assert.equal(page.late, 1);
  assert.equal(page.learning.recordOf("q1").state, "correct");
  assert.equal(page.learning.recordOf("q3").state, "incorrect");
  assert.equal(page.learning.recordOf("reflection").text, "typed early");
  assert.equal(page.status, "lms");
  assert.equal(decodePacked(page.lms.stored["cmi.suspend_data"]).items.length, 3);
});

test("how she likes films and how far she is in one is kept too, though nothing else was done before the LMS was there", () => {
  const page = new FakePage({});
  page.learning.prefer({ captions: false });
  page.learning.watch("film", 20, false);
  page.lms = new StrictLms("1.2");
  page.settle(2000);
  assert.equal(page.late, 1);
  assert.deepEqual([page.learning.preferences.captions, page.learning.reached("film")], [false, 20]);
  const next = new FakePage({ lms: new StrictLms("1.2", page.lms.stored), storage: page.storage });
  assert.deepEqual([next.learning.preferences.captions, next.learning.reached("film")], [false, 20]);
});

test("a page on its own shows what the device keeps at once, and an LMS that appears in it later is begun with", () => {
  const storage = new FakeStorage();
  new FakePage({ place: "device", storage }).answer("q1", true);
  const page = new FakePage({ storage, alone: true });
  assert.equal(page.learning.recordOf("q1").state, "correct");
  page.settle(1000);
  page.lms = new StrictLms("1.2");
  page.settle(1000);
  assert.equal(page.lms.stored[STATUS], "incomplete");
  assert.equal(page.lms.stored["cmi.core.exit"], "suspend");
});

test("after five seconds without an LMS the learner is told, and the device keeps the work", () => {
  const page = new FakePage({});
  page.learning.open("m1");
  page.settle(4900);
  assert.equal(page.status, "connecting");
  page.settle(200);
  assert.equal(page.status, "no-lms");
  page.answer("q1", true);
  const next = new FakePage({ storage: page.storage, alone: true });
  assert.equal(next.learning.recordOf("q1").state, "correct");
  assert.equal(next.status, "no-lms");
  assert.equal(next.memory.launched, false);
});

test("a page that closes while the LMS is still looked for loses nothing", () => {
  const page = new FakePage({});
  page.learning.write("reflection", "quick thought");
  page.session.close(false);
  const next = new FakePage({ storage: page.storage, alone: true });
  assert.equal(next.learning.recordOf("reflection").text, "quick thought");
});

test("a web course keeps everything on the device and says when", () => {
  const page = new FakePage({ place: "device" });
  assert.equal(page.status, "nothing-yet-device");
  page.learning.open("m1");
  page.answer("q1", true);
  assert.equal(page.status, "device");
  const next = new FakePage({ place: "device", storage: page.storage });
  assert.equal(next.learning.recordOf("q1").state, "correct");
  assert.equal(next.memory.launched, false);
});

test("where nothing can be kept the learner is told so, with an LMS and without", () => {
  assert.equal(new FakePage({ place: "device", storage: "forbidden" }).status, "memory");
  const page = new FakePage({ lms: new StrictLms("1.2"), storage: "forbidden" });
  page.settle();
  assert.equal(page.status, "lms-memory");
  page.lms.failing = 1;
  page.answer("q1", true);
  page.settle(100);
  assert.equal(page.status, "failed-memory");
  const full = new FakePage({ place: "device" });
  full.storage.full = true;
  full.learning.open("m1");
  assert.equal(full.status, "memory");
});

test("completion and score are never taken back", () => {
  const lms = new StrictLms("1.2");
  const completion = { rule: "pass-mark", passMark: 60 };
  const page = new FakePage({ lms, completion });
  for (const module of ["m1", "m2", "m3"]) page.learning.open(module);
  page.answer("q1", true);
  page.answer("q2", true);
  page.answer("q3", false);
  page.settle();
  assert.equal(lms.stored[STATUS], "passed");
  assert.equal(lms.stored["cmi.core.score.raw"], "66");
  page.answer("q1", false);
  page.answer("q2", false);
  page.settle();
  assert.equal(lms.stored[STATUS], "passed");
  assert.equal(lms.stored["cmi.core.score.raw"], "66");
});

test("below the pass mark the course stays incomplete and is not failed", () => {
  const lms = new StrictLms("2004");
  const page = new FakePage({ lms, completion: { rule: "pass-mark", passMark: 100 } });
  for (const module of ["m1", "m2", "m3"]) page.learning.open(module);
  for (const item of ["q1", "q2", "q3"]) page.answer(item, item !== "q3");
  page.settle();
  assert.equal(lms.stored["cmi.completion_status"], "incomplete");
  assert.equal(lms.stored["cmi.success_status"], undefined);
  assert.equal(lms.stored["cmi.score.raw"], "66");
  page.answer("q3", true);
  page.settle();
  assert.deepEqual([lms.stored["cmi.completion_status"], lms.stored["cmi.success_status"]], ["completed", "passed"]);
});

test("an LMS that forgot the status is told again what the state holds", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  for (const module of ["m1", "m2", "m3"]) page.learning.open(module);
  for (const item of ["q1", "q2", "q3"]) page.answer(item, true);
  page.settle();
  const { [STATUS]: forgotten, ...rest } = lms.stored;
  assert.equal(forgotten, "completed");
  const next = new StrictLms("1.2", { ...rest, [STATUS]: "incomplete" });
  new FakePage({ lms: next, storage: page.storage }).settle();
  assert.equal(next.stored[STATUS], "completed");
});

test("damaged suspend data is not taken for an empty course", () => {
  const lms = new StrictLms("1.2", { "cmi.suspend_data": "X1.0AAAAAA.AAAA", "cmi.core.lesson_location": "m2", [STATUS]: "incomplete" });
  const page = new FakePage({ lms });
  assert.equal(page.status, "damaged");
  assert.equal(page.memory.location, "m2");
  page.settle(30_000);
  assert.equal(page.status, "damaged");
  page.answer("q1", true);
  page.settle();
  assert.equal(page.status, "lms");
});

test("an LMS without room for all of it is told what fits, and the learner is told that", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.learning.open("m1");
  page.answer("q1", true);
  page.limit = 10;
  page.settle();
  assert.equal(page.status, "lms-partly");
  assert.equal(lms.stored["cmi.core.lesson_location"], "m1");
  const next = new FakePage({ lms: new StrictLms("1.2", lms.stored), storage: page.storage });
  assert.equal(next.learning.recordOf("q1").state, "correct");
});

test("a session that the LMS has ended is said to be so, and nothing more is sent", () => {
  const lms = new StrictLms("2004");
  const page = new FakePage({ lms });
  page.settle();
  lms.api.Terminate("");
  page.answer("q1", true);
  page.settle(100);
  assert.equal(page.status, "ended");
  const calls = lms.log.length;
  page.answer("q2", true);
  page.settle(60_000);
  assert.equal(lms.log.length, calls);
  assert.equal(new FakePage({ lms: new StrictLms("2004", lms.stored), storage: page.storage }).learning.recordOf("q2").state, "correct");
});

test("an LMS whose window is closed is not waited for, and the learner is told what to do", () => {
  const lms = new StrictLms("2004");
  const page = new FakePage({ lms });
  page.settle();
  lms.window.closed = true;
  page.answer("q1", true);
  page.settle(100);
  assert.equal(page.status, "gone");
  const calls = lms.log.length;
  page.settle(120_000);
  assert.equal(lms.log.length, calls);
});

test("a session that was lost is opened again at once", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  lms.api.LMSFinish("");
  page.answer("q1", true);
  page.settle(200);
  assert.equal(page.status, "lms");
  assert.ok(!page.statuses.includes("failed"), "nobody is told of what was mended at once");
  assert.equal(lms.stored["cmi.core.exit"], "suspend");
});

test("an LMS whose every call throws leaves a page that works", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  lms.dead = true;
  page.learning.open("m1");
  page.answer("q1", true);
  page.session.hide();
  page.session.close(false);
  assert.equal(page.status, "failed");
  assert.equal(page.progress.answered, 1);
});

test("while a film runs the LMS hears of it every four minutes", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  const before = lms.calls("commit").length;
  for (let second = 5; second <= 600; second += 5) {
    page.settle(5000);
    page.stopwatch.touch();
    page.learning.watch("film", second, false);
  }
  assert.equal(lms.calls("commit").length - before, 2);
  assert.match(lms.stored["cmi.core.session_time"], /^0000:08:/);
});

test("a pause of more than half an hour counts as half an hour", () => {
  const clock = new FakeClock();
  const lms = new StrictLms("2004");
  const page = new FakePage({ lms, clock });
  page.settle(60_000);
  page.stopwatch.touch();
  page.settle(20 * 3600_000);
  page.session.close(false);
  assert.equal(lms.stored["cmi.session_time"], "PT0H31M0.00S");
});

test("the pass mark of the LMS reaches the course", () => {
  const lms = new StrictLms("1.2", { "cmi.student_data.mastery_score": "50" });
  assert.equal(new FakePage({ lms, completion: { rule: "pass-mark", passMark: 90 } }).memory.passMark, 50);
  assert.equal(OUTLINE.completion.passMark, null);
});

for (const [which, element, per] of [["1.2", "cmi.student_data.mastery_score", 1], ["2004", "cmi.scaled_passing_score", 100]]) {
  test(`${which}: a pass mark of the LMS is the number that was meant, however it is written`, () => {
    const markOf = (text) => new FakePage({ lms: new StrictLms(which, { [element]: text }), completion: { rule: "pass-mark", passMark: 90 } }).memory.passMark;
    for (let percent = 2; percent <= 100; percent += 1) assert.equal(markOf(String(percent / per)), percent, "or who has reached it would fail");
    assert.deepEqual([markOf(String(70.5 / per)), markOf(` ${String(70.5 / per).replace(".", ",")} `)], [70.5, 70.5]);
    for (const none of ["", "0", "0.0", "none", "-1", String(101 / per)]) assert.equal(markOf(none), null, `${none}: everybody would pass, or nobody`);
  });
}

for (const [which, element] of [["1.2", "cmi.core.score.raw"], ["2004", "cmi.score.raw"]]) {
  test(`${which}: a score that the LMS holds is never lowered, however it is written`, () => {
    for (const held of ["85", "85.0", "85,5", " 85 % ", "85/100"]) {
      const lms = new StrictLms(which, { [element]: held });
      const page = new FakePage({ lms, completion: { rule: "pass-mark", passMark: 90 } });
      page.answer("q1", false);
      page.settle();
      assert.equal(lms.stored[element], held);
    }
  });
}

for (const which of ["1.2", "2004"]) {
  test(`${which}: an answer that was not checked reaches the LMS when she pauses, and another device`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms });
    page.learning.open("m1");
    page.settle(15_000);
    const commits = () => lms.log.filter(({ method }) => method === "commit").length;
    const before = commits();
    for (const option of ["yes", "no", "yes"]) page.learning.draft("q1", [option]);
    page.settle(15_000);
    assert.equal(commits(), before + 1, "one commit for what was done before she paused");
    assert.equal(page.status, "lms");
    assert.deepEqual(lms.calls("set").filter((call) => call.includes("interactions")), []);
    const elsewhere = new FakePage({ lms: new StrictLms(which, lms.stored) });
    const { state, draft } = elsewhere.learning.recordOf("q1");
    assert.deepEqual([state, draft], ["unanswered", ["yes"]]);
    elsewhere.answer("q1", true);
    elsewhere.settle();
    const again = new FakePage({ lms: new StrictLms(which, elsewhere.lms.stored), storage: page.storage });
    assert.deepEqual([again.learning.recordOf("q1").state, again.learning.recordOf("q1").draft], ["correct", null], "checked elsewhere");
  });

  test(`${which}: answers that wait to be handed in travel with the state, and are told to nobody before`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms });
    page.learning.open("m1");
    page.learning.hold("q1", ["yes"], true);
    page.learning.hold("q2", ["no"], true);
    page.learning.hold("q2", [], false);
    page.settle(15_000);
    page.session.close(false);
    assert.deepEqual(lms.calls("set").filter((call) => call.includes("interactions")), []);
    const elsewhere = new FakePage({ lms: new StrictLms(which, lms.stored) });
    const { state, response } = elsewhere.learning.recordOf("q1");
    assert.deepEqual([state, response], ["answered", ["yes"]]);
    assert.equal(elsewhere.learning.recordOf("q2").state, "unanswered");
    elsewhere.answer("q1", true);
    elsewhere.answer("q2", false);
    elsewhere.learning.hold("q1", ["no"], true);
    const { state: counts, draft } = elsewhere.learning.recordOf("q1");
    assert.deepEqual([counts, draft], ["correct", ["no"]], "what was handed in counts until it is handed in again");
    elsewhere.settle();
    const calls = elsewhere.lms.log.map(({ method }) => method);
    const noted = elsewhere.lms.log.findIndex(({ words }) => words[0]?.startsWith("cmi.interactions.0"));
    const later = elsewhere.lms.log.findLastIndex(({ words }) => words[0]?.startsWith("cmi.interactions.1"));
    assert.ok(noted >= 0 && later > noted && !calls.slice(noted, later).includes("commit"), "all of them in one commit");
  });
}

for (const which of ["1.2", "2004"]) {
  test(`${which}: a page that is closed says nothing more to the LMS, whatever was still to be sent`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms });
    page.learning.open("m1");
    page.settle();
    lms.failing = 100;
    page.answer("q1", true);
    page.settle();
    page.session.close(false);
    const said = lms.log.length;
    page.settle(600_000);
    assert.equal(lms.log.length, said);
  });
}

test("how the page is to look reaches the LMS when she pauses, and not while she chooses", () => {
  const page = new FakePage({ lms: new StrictLms("1.2") });
  page.learning.open("m1");
  page.settle(30_000);
  const commits = () => page.lms.calls("commit").length;
  const before = commits();
  page.learning.read(5);
  page.settle(2900);
  assert.equal(commits(), before);
  page.learning.read(6);
  page.settle(2900);
  assert.equal(commits(), before);
  page.settle(200);
  assert.equal(commits(), before + 1);
});

test("when the network comes or goes the server is asked at once, and by itself no more often than it should be", () => {
  const asked = [];
  const page = new FakePage({ lms: new StrictLms("1.2"), reach: (_, urgent = false) => asked.push(urgent) });
  page.settle();
  page.answer("q1", true);
  page.settle();
  assert.deepEqual(new Set(asked), new Set([false]));
  asked.length = 0;
  page.session.lookAround();
  assert.deepEqual(asked, [true]);
  asked.length = 0;
  page.session.leave();
  assert.ok(asked.includes(true), "whoever leaves waits for the answer");
  const alone = new FakePage({ place: "device", reach: (_, urgent = false) => asked.push(urgent) });
  asked.length = 0;
  alone.session.lookAround();
  assert.deepEqual(asked, [], "there is nobody to ask");
});

test("what was done before the LMS said for whom is kept under her name, and under nobody's no longer", () => {
  const kept = (storage) => [...storage.values].filter(([key, text]) => key.startsWith("satchel:sample:") && !key.endsWith(":turn") && text !== "").map(([key]) => key.split(":").slice(2).join(":"));
  for (const learner of ["ann", ""]) {
    const page = new FakePage({ alone: true });
    page.learning.open("m1");
    page.learning.write("reflection", "typed early");
    assert.deepEqual(kept(page.storage), ["device"]);
    page.lms = new StrictLms("1.2", { "cmi.core.student_id": learner });
    page.settle(2000);
    const keys = kept(page.storage);
    assert.equal(keys.filter((key) => !key.startsWith("device")).length, learner === "" ? 0 : 1, keys.join());
    assert.equal(keys.includes("device"), learner === "");
    assert.equal(page.learning.recordOf("reflection").text, "typed early");
  }
});

test("where nothing can be kept, what was done before the LMS was there stays where it is", () => {
  const page = new FakePage({ alone: true });
  page.learning.write("reflection", "typed early");
  page.storage.full = true;
  page.lms = new StrictLms("1.2", { "cmi.core.student_id": "ann" });
  page.settle(2000);
  assert.ok([...page.storage.values].some(([key, text]) => key === "satchel:sample:device" && text.includes("typed early")));
});
