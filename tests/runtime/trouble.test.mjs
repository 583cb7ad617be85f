import assert from "node:assert/strict";
import { test } from "node:test";
import { reachOf } from "../../templates/runtime/session/server-reach.js";
import { FakeClock } from "./fakes/fake-clock.mjs";
import { FakePage, FakeStorage, FakeTurns } from "./fakes/fake-course.mjs";
import { StrictLms } from "./fakes/strict-lms.mjs";

const STATUS = "cmi.core.lesson_status";

test("a second window of the course is only read, until the learner goes on there", () => {
  const turns = new FakeTurns();
  const storage = new FakeStorage();
  const first = new FakePage({ place: "device", storage, turns });
  first.answer("q1", true);
  const second = new FakePage({ place: "device", storage, turns });
  assert.deepEqual([second.status, second.asks], ["elsewhere", "elsewhere"]);
  assert.equal(second.learning.recordOf("q1").state, "correct");
  second.learning.open("m3");
  first.answer("q2", true);
  first.typing = () => first.learning.write("reflection", "last wor");
  second.session.takeOver();
  assert.deepEqual([first.status, first.asks], ["elsewhere", "elsewhere"]);
  second.settle();
  assert.deepEqual([second.status, second.asks], ["device", ""]);
  assert.equal(second.learning.recordOf("q2").state, "correct");
  assert.equal(second.learning.recordOf("reflection").text, "last wor");
  first.answer("q3", false);
  first.learning.write("reflection", "too late");
  first.settle();
  const next = new FakePage({ place: "device", storage });
  assert.equal(next.learning.recordOf("q3").state, "unanswered");
  assert.equal(next.learning.recordOf("reflection").text, "last wor");
});

test("a second window says to the LMS only what keeps the attempt open, and nothing at the end", () => {
  const turns = new FakeTurns();
  const storage = new FakeStorage();
  const first = new FakePage({ lms: new StrictLms("2004"), storage, turns });
  first.answer("q1", true);
  first.settle();
  const lms = new StrictLms("2004", first.lms.stored);
  const second = new FakePage({ lms, storage, turns });
  second.settle();
  second.learning.open("m2");
  second.answer("q2", true);
  second.settle(60_000);
  second.session.hide();
  second.session.close(false);
  assert.deepEqual(lms.calls("set"), ["cmi.exit = suspend"]);
  assert.equal(lms.calls("terminate").length, 0);
});

test("a page that comes back by the back button goes on, or finds that another was worked in", () => {
  const turns = new FakeTurns();
  const storage = new FakeStorage();
  const page = new FakePage({ place: "device", storage, turns });
  page.answer("q1", true);
  page.session.close(true);
  page.session.back();
  page.settle();
  assert.equal(page.status, "device");
  page.session.close(true);
  const other = new FakePage({ place: "device", storage, turns });
  other.answer("q2", false);
  page.session.back();
  assert.equal(page.status, "elsewhere");
  other.session.close(false);
  page.session.takeOver();
  page.settle();
  assert.equal(page.learning.recordOf("q2").state, "incorrect");
});

for (const which of ["1.2", "2004"]) {
  const entry = which === "1.2" ? "cmi.core.entry" : "cmi.entry";
  const learner = which === "1.2" ? "cmi.core.student_id" : "cmi.learner_id";
  const status = which === "1.2" ? STATUS : "cmi.completion_status";

  test(`${which}: work done without an LMS is offered when the LMS is there again, once, and only to who has none of her own`, () => {
    const storage = new FakeStorage();
    const alone = new FakePage({ storage });
    alone.settle();
    alone.answer("q1", true);
    alone.learning.write("reflection", "Mine");
    alone.settle();
    alone.session.close(false);
    const launch = (learner, stored = {}) => new FakePage({ lms: new StrictLms(which, { ...stored, [which === "1.2" ? "cmi.core.student_id" : "cmi.learner_id"]: learner }), storage });

    const other = launch("other");
    assert.equal(other.asks, "unclaimed");
    assert.equal(other.learning.recordOf("reflection").text, "");
    other.session.beginAgain();
    assert.equal(other.asks, "");
    other.answer("q2", true);
    other.settle();
    other.session.close(false);
    assert.equal(launch("other", other.lms.stored).asks, "");

    const page = launch("hers");
    assert.equal(page.asks, "unclaimed");
    page.session.goOn();
    page.settle();
    assert.equal(page.asks, "");
    assert.equal(page.learning.recordOf("reflection").text, "Mine");
    assert.equal(page.learning.recordOf("q1").state, "correct");
    page.session.close(false);
    assert.equal(launch("third").asks, "");
    assert.equal(launch("hers", page.lms.stored).learning.recordOf("reflection").text, "Mine");
  });

  test(`${which}: a new attempt does not take over earlier answers without a word, and the words stay`, () => {
    const storage = new FakeStorage();
    const before = new FakePage({ lms: new StrictLms(which, { [learner]: "ann", [entry]: "ab-initio" }), storage });
    assert.equal(before.asks, "");
    for (const module of ["m1", "m2", "m3"]) before.learning.open(module);
    for (const item of ["q1", "q2", "q3"]) before.answer(item, true);
    before.learning.write("reflection", "Mine");
    before.settle();
    assert.equal(before.lms.stored[status], "completed");
    before.session.close(false);

    const again = () => new FakePage({ lms: new StrictLms(which, { [learner]: "ann", [entry]: "ab-initio" }), storage });
    const page = again();
    page.settle();
    assert.equal(page.asks, "earlier");
    assert.equal(page.lms.stored[status], "incomplete");
    assert.equal(page.learning.recordOf("q1").state, "unanswered");
    assert.equal(page.learning.recordOf("reflection").text, "Mine");
    page.answer("q1", false);
    page.settle();

    const undecided = new FakePage({ lms: new StrictLms(which, { ...page.lms.stored, [entry]: "resume" }), storage });
    assert.equal(undecided.asks, "earlier");
    undecided.session.goOn();
    undecided.settle();
    assert.equal(undecided.asks, "");
    assert.equal(undecided.learning.recordOf("q2").state, "correct");
    assert.equal(undecided.learning.recordOf("q1").state, "incorrect", "what was done since counts");
    assert.equal(undecided.lms.stored[status], "completed");
    undecided.session.close(false);

    const fresh = again();
    fresh.session.beginAgain();
    fresh.settle();
    assert.equal(fresh.asks, "");
    assert.equal(fresh.lms.stored[status], "incomplete");
    assert.equal(fresh.learning.recordOf("reflection").text, "Mine");
    const next = new FakePage({ lms: new StrictLms(which, fresh.lms.stored), storage });
    assert.equal(next.asks, "");
    assert.equal(next.learning.recordOf("q2").state, "unanswered");
  });
}

for (const [which, element, id] of [["1.2", "cmi.student_preference.text", "cmi.core.student_id"], ["2004", "cmi.learner_preference.audio_captioning", "cmi.learner_id"]]) {
  test(`${which}: whether she wants captions is asked of the LMS, and told to it when she changes it`, () => {
    const plain = new FakePage({ lms: new StrictLms(which) });
    plain.answer("q1", true);
    plain.settle();
    assert.equal(plain.learning.preferences.captions, true);
    assert.equal(plain.lms.stored[element], undefined, "nothing is said for her");
    const hers = { [element]: "-1", [id]: "ann" };
    const page = new FakePage({ lms: new StrictLms(which, hers) });
    assert.equal(page.learning.preferences.captions, false);
    page.learning.prefer({ captions: true });
    page.answer("q1", true);
    page.settle();
    assert.equal(page.lms.stored[element], "1");
    assert.deepEqual(page.lms.refusals, []);
    const own = new FakePage({ lms: new StrictLms(which, hers), storage: page.storage });
    assert.equal(own.learning.preferences.captions, true, "what was chosen on this device counts");
  });
}

test("earlier work that cannot be put aside is rather brought in than lost", () => {
  const storage = new FakeStorage();
  const before = new FakePage({ lms: new StrictLms("1.2", { "cmi.core.student_id": "ann" }), storage });
  before.answer("q1", true);
  before.settle();
  storage.setItem = (key) => {
    if (key !== "satchel") throw new DOMException("full", "QuotaExceededError");
    storage.values.set(key, "1");
  };
  const page = new FakePage({ lms: new StrictLms("1.2", { "cmi.core.student_id": "ann", "cmi.core.entry": "ab-initio" }), storage });
  page.settle();
  assert.equal(page.asks, "");
  assert.equal(page.learning.recordOf("q1").state, "correct");
});

test("an LMS that says ab-initio for ever is not asked about", () => {
  const storage = new FakeStorage();
  const first = new FakePage({ lms: new StrictLms("1.2", { "cmi.core.entry": "ab-initio" }), storage });
  first.answer("q1", true);
  first.settle();
  const next = new FakePage({ lms: new StrictLms("1.2", { ...first.lms.stored, "cmi.core.entry": "ab-initio" }), storage });
  assert.equal(next.asks, "");
  assert.equal(next.learning.recordOf("q1").state, "correct");
});

test("an LMS that says yes without a network is not believed, and is told all of it again", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.server = true;
  page.settle();
  page.server = false;
  page.answer("q1", true);
  page.settle(100);
  assert.equal(page.status, "offline");
  page.settle(5000);
  for (const element of Object.keys(lms.stored)) delete lms.stored[element];
  lms.log = [];
  page.server = true;
  page.session.lookAround();
  page.settle();
  assert.equal(page.status, "lms");
  assert.ok(lms.calls("set").some((call) => call.startsWith("cmi.suspend_data")));
  assert.ok(lms.calls("set").includes("cmi.interactions.0.result = correct"));
});

test("the learner need not wait for the next try", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  lms.failing = 5;
  page.answer("q1", true);
  page.settle(30_000);
  assert.equal(page.status, "failed");
  page.session.retry();
  assert.equal(page.status, "failed");
  page.session.retry();
  assert.equal(page.status, "lms");
});

test("a slow LMS is spoken to less often, and hears of an answer all the same", () => {
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  const commit = lms.api.LMSCommit;
  lms.api.LMSCommit = () => (page.clock.advance(3000), commit());
  page.answer("q1", true);
  page.settle(100);
  const before = lms.calls("commit").length;
  for (const module of ["m1", "m2", "m3"]) {
    page.learning.open(module);
    page.settle(2000);
  }
  assert.equal(lms.calls("commit").length, before);
  page.answer("q2", true);
  page.settle(100);
  assert.equal(lms.calls("commit").length, before + 1);
});

test("leaving is asked about only while something would be lost", () => {
  const fine = new FakePage({ place: "device" });
  fine.learning.write("reflection", "kept");
  assert.equal(fine.session.risky, false);
  const page = new FakePage({ lms: new StrictLms("1.2"), storage: "forbidden" });
  page.settle();
  assert.equal(page.session.risky, false);
  page.answer("q1", true);
  page.settle();
  assert.equal(page.session.risky, false, "the LMS has it");
  page.learning.write("reflection", "nowhere");
  assert.equal(page.session.risky, true);
});

test("a server that never answered is not missed, one that did is, and nobody asks more than twice a minute", async () => {
  const clock = new FakeClock();
  const told = [];
  let there = false;
  let asked = 0;
  const reach = reachOf(() => ((asked += 1), there ? Promise.resolve() : Promise.reject(new Error("no"))), clock);
  const look = async (urgent) => {
    reach((answer) => told.push(answer), urgent);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  await look();
  assert.deepEqual(told, [true]);
  clock.advance(30_000);
  there = true;
  await look();
  there = false;
  await look();
  await look();
  assert.equal(asked, 2);
  clock.advance(30_000);
  await look(true);
  assert.equal(asked, 4);
  assert.deepEqual(told, [true, true, false, false]);
});
