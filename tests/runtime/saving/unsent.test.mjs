/** Answers of which the LMS has no record, though the learner's work holds them: sent at the next launch, once, with their own time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { timeOfDay, timestamp } from "../../../templates/runtime/lms/time.js";
import { readWork, writeWork } from "../../../templates/runtime/state/work-file.js";
import { FakeClock } from "../fakes/fake-clock.mjs";
import { FakePage, FakeStorage, FakeTurns } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

for (const which of ["1.2", "2004"]) {
  const old = which === "1.2";
  const [id, entry] = old ? ["cmi.core.student_id", "cmi.core.entry"] : ["cmi.learner_id", "cmi.entry"];
  const field = (name) => ({ time: old ? "time" : "timestamp", response: old ? "student_response" : "learner_response" })[name];
  const timeOf = old ? timeOfDay : timestamp;
  const right = old ? "a" : "yes";
  const wrong = old ? "b" : "no";
  const told = (stored, place, name) => stored[`cmi.interactions.${place}.${field(name)}`];
  const resent = (lms) => lms.calls("set").filter((call) => call.includes("cmi.interactions."));
  const launch = (stored, own) => {
    const page = new FakePage({ lms: new StrictLms(which, { [id]: "ann", ...stored }), ...own });
    page.settle();
    return page;
  };

  /** What becomes of an answer: sent by the next launch with the time at which it was given, and by no later one. */
  const expectSentOnce = (stored, own, at, response = right) => {
    own.clock.advance(86_400_000 + 3_600_000);
    const next = launch(stored, own);
    assert.equal(told(next.lms.stored, 0, "response"), response);
    assert.equal(told(next.lms.stored, 0, "time"), timeOf(at));
    assert.equal(next.lms.stored["cmi.interactions.1.id"], undefined);
    assert.deepEqual(next.lms.refusals, []);
    next.session.close(false);
    const later = launch(next.lms.stored, own);
    later.learning.open("m2");
    later.settle();
    assert.deepEqual(resent(later.lms), []);
  };
  const device = () => ({ storage: new FakeStorage(), clock: new FakeClock() });

  test(`${which}: an answer that an LMS out of order did not take`, () => {
    const own = device();
    const page = launch({}, own);
    page.lms.failing = 100;
    const at = own.clock.now();
    page.answer("q1", true);
    page.settle();
    page.session.close(false);
    expectSentOnce(page.lms.stored, own, at);
  });

  test(`${which}: an answer that was given after the LMS had ended the session`, () => {
    const own = device();
    const page = launch({}, own);
    page.lms.api[old ? "LMSFinish" : "Terminate"]("");
    if (old) page.lms.api.LMSInitialize = () => "false";
    const at = own.clock.now();
    page.answer("q1", true);
    page.settle();
    page.session.close(false);
    assert.equal(page.lms.stored["cmi.interactions.0.id"], undefined);
    expectSentOnce(page.lms.stored, own, at);
  });

  test(`${which}: an answer that the LMS said it had taken, though its server was gone`, () => {
    const own = device();
    const page = launch({}, own);
    const before = { ...page.lms.stored };
    const at = own.clock.now();
    page.answer("q1", true);
    page.settle();
    page.session.close(false);
    expectSentOnce(before, own, at);
  });

  test(`${which}: the last answer to a question of which the LMS has an earlier one`, () => {
    const own = device();
    const page = launch({}, own);
    page.answer("q1", true);
    page.settle();
    page.lms.failing = 100;
    own.clock.advance(60_000);
    const at = own.clock.now();
    page.answer("q1", false);
    page.settle();
    expectSentOnce(page.lms.stored, own, at, wrong);
  });

  test(`${which}: an answer that was given in a launch without an LMS, once it is hers`, () => {
    const own = device();
    const alone = new FakePage(own);
    alone.settle(6000);
    const at = own.clock.now();
    alone.answer("q1", true);
    alone.session.close(false);
    const page = launch({}, own);
    assert.deepEqual(resent(page.lms), []);
    page.session.goOn();
    page.settle();
    assert.equal(told(page.lms.stored, 0, "response"), right);
    assert.equal(told(page.lms.stored, 0, "time"), timeOf(at));
    assert.deepEqual(resent(launch(page.lms.stored, own).lms), []);
  });

  test(`${which}: an answer that came with a file from another copy of the course`, () => {
    const own = device();
    const copy = new FakePage({ place: "device", clock: own.clock });
    const at = own.clock.now();
    copy.answer("q1", true);
    const file = writeWork({ course: "sample", title: "", saved: own.clock.now(), snapshot: copy.session.work });
    own.clock.advance(3_600_000);
    const page = launch({}, own);
    page.session.absorb(readWork(file, "sample").work.snapshot);
    page.settle();
    assert.equal(told(page.lms.stored, 0, "time"), timeOf(at));
    assert.deepEqual(resent(launch(page.lms.stored, own).lms), []);
  });

  test(`${which}: an answer of an earlier attempt that she goes on with`, () => {
    const own = device();
    const before = launch({}, own);
    const at = own.clock.now();
    before.answer("q1", true);
    before.settle();
    before.session.close(false);
    own.clock.advance(3_600_000);
    const page = launch({ [entry]: "ab-initio" }, own);
    assert.deepEqual([page.asks, resent(page.lms)], ["earlier", []]);
    page.session.goOn();
    page.settle();
    assert.equal(told(page.lms.stored, 0, "time"), timeOf(at));
  });

  test(`${which}: words for a tutor, and never those that are private by now`, () => {
    const own = { ...device(), travelling: ["reflection"] };
    const page = launch({}, own);
    page.lms.failing = 100;
    const note = { item: "reflection", types: { scorm12: "fill-in", scorm2004: "long-fill-in" }, choices: [], correct: [], right: false, seconds: 3, description: "What?", language: "en" };
    page.learning.report({ ...note, response: ["For you"], at: own.clock.now() });
    page.learning.write("reflection", "For you", "soon");
    const at = own.clock.now();
    page.settle();
    const kept = new FakeStorage();
    kept.values = new Map(own.storage.values);
    assert.equal([...kept.values.values()].join().match(/For you/g).length, 1, "kept once");
    expectSentOnce(page.lms.stored, own, at, "For you");
    const changed = new FakePage({ lms: new StrictLms(which, { [id]: "ann", ...page.lms.stored }), ...own, storage: kept });
    changed.learning.write("reflection", "For me", "soon");
    changed.settle(20_000);
    assert.deepEqual(resent(changed.lms), []);
  });

  test(`${which}: two windows do not send it twice`, () => {
    const own = { ...device(), turns: new FakeTurns() };
    const page = launch({}, own);
    page.lms.failing = 100;
    page.answer("q1", true);
    page.settle();
    page.session.close(false);
    const first = launch(page.lms.stored, own);
    const second = launch(page.lms.stored, own);
    assert.equal(resent(first.lms).length > 0, true);
    second.session.takeOver();
    second.settle();
    assert.deepEqual(resent(second.lms), []);
  });

  test(`${which}: an answer from a device that has it already, given anew on another one, is left alone`, () => {
    const own = device();
    const page = launch({}, own);
    page.answer("q1", false);
    page.settle();
    page.session.close(false);
    const elsewhere = launch(page.lms.stored, device());
    elsewhere.answer("q1", true);
    elsewhere.settle();
    elsewhere.session.close(false);
    assert.deepEqual(resent(launch(elsewhere.lms.stored, own).lms), []);
  });
}

test("an LMS that gives nothing back is told once what it said that it had taken", () => {
  const own = { storage: new FakeStorage(), clock: new FakeClock() };
  const mute = () => {
    const lms = new StrictLms("2004");
    lms.api.GetValue = () => "";
    return lms;
  };
  const page = new FakePage({ lms: mute(), ...own });
  page.answer("q1", true);
  page.settle();
  page.session.close(false);
  const next = new FakePage({ lms: mute(), ...own });
  next.settle();
  assert.deepEqual(next.lms.calls("set").filter((call) => call.includes("cmi.interactions.")), []);
});

test("what is kept of an answer for the LMS is read back whole, or not at all", () => {
  const own = { storage: new FakeStorage(), clock: new FakeClock() };
  const launchIn = (place) => {
    const page = new FakePage({ lms: new StrictLms("2004", { "cmi.learner_id": "ann" }), ...place });
    page.settle();
    return page;
  };
  launchIn(own).answer("q1", true);
  const [[key, text]] = [...own.storage.values].filter(([name]) => name.startsWith("satchel:sample"));
  for (const broken of [{ at: "never" }, { types: 3 }, { types: null }, { response: "yes" }, { seconds: {} }, { choices: [1, null] }, null, 7, []]) {
    const raw = JSON.parse(text);
    raw.items.q1.note = broken && !Array.isArray(broken) && typeof broken === "object" ? { ...raw.items.q1.note, ...broken } : broken;
    own.storage.values.set(key, JSON.stringify(raw));
    const next = launchIn(own);
    assert.equal(next.learning.recordOf("q1").state, "correct", JSON.stringify(broken));
    assert.deepEqual(next.lms.refusals.filter((call) => !call.includes("response = ") && !call.includes("latency")), []);
  }
});
