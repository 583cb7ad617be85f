/** An LMS that is slow to answer: each call of it holds up the page, so that there is never one after another. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { FakeClock } from "../fakes/fake-clock.mjs";
import { FakePage, FakeStorage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const CALL = 200;

/** A clock that says for how long each act held up the page. */
class WatchedClock extends FakeClock {
  held = [];
  #later = this.later;
  later = (act, milliseconds) =>
    this.#later(() => {
      const begun = this.ticks();
      act();
      if (this.ticks() > begun) this.held.push(this.ticks() - begun);
    }, milliseconds);
}

for (const which of ["1.2", "2004"]) {
  const slow = (clock, given) => {
    const lms = new StrictLms(which, given);
    for (const [name, call] of Object.entries(lms.api)) {
      lms.api[name] = (...words) => {
        clock.hold(CALL);
        return call(...words);
      };
    }
    return lms;
  };
  const begin = (given, own = {}) => {
    const clock = new WatchedClock();
    const page = new FakePage({ lms: slow(clock, given), clock, travelling: ["reflection"], ...own });
    page.settle(60_000);
    clock.held.length = 0;
    page.lms.log.length = 0;
    return page;
  };
  const stateOf = (page) => decodePacked(page.lms.stored["cmi.suspend_data"]);
  const everything = (page) => {
    for (const module of ["m1", "m2", "m3"]) page.learning.open(module);
    page.answer("q1", true);
    page.answer("q2", false);
    page.learning.write("reflection", "We asked twice, and then we listened.", "idle");
  };

  test(`${which}: a save holds up the page for no longer than a call or two at a time, and is whole in the end`, () => {
    const page = begin({}, { completion: { rule: "pass-mark", passMark: 60 } });
    everything(page);
    page.settle(60_000);
    assert.ok(page.lms.log.length > 20, String(page.lms.log.length));
    assert.ok(Math.max(...page.clock.held) <= 2 * CALL, page.clock.held.join());
    assert.equal(page.status, "lms");
    assert.deepEqual(page.lms.refusals, []);
    assert.deepEqual([stateOf(page).items.length, stateOf(page).prose.length], [3, 1]);
    const interactions = page.lms.calls("set").filter((call) => call.startsWith("cmi.interactions."));
    assert.equal(new Set(interactions.map((call) => call.split(" = ")[0])).size, interactions.length, "nothing is said twice");
    const next = new FakePage({ lms: new StrictLms(which, page.lms.stored), travelling: ["reflection"] });
    assert.deepEqual(["q1", "q2"].map((item) => next.learning.recordOf(item).state), ["correct", "incorrect"]);
    assert.equal(next.learning.recordOf("reflection").text, "We asked twice, and then we listened.");
  });

  test(`${which}: while she types the LMS is hardly spoken to, and has all of it soon after`, () => {
    const page = begin({});
    const text = "We asked twice, and then we listened, and this went on for quite a while without any pause at all.";
    page.learning.open("m1");
    page.settle(5000);
    page.clock.held.length = 0;
    for (let length = 1; length <= text.length; length += 1) {
      page.stopwatch.touch();
      page.learning.write("reflection", text.slice(0, length), "idle");
      page.settle(400);
    }
    assert.ok(Math.max(0, ...page.clock.held) <= 2 * CALL);
    assert.ok(page.clock.held.length <= 12, `${page.clock.held.length} calls in 40 seconds of typing`);
    page.settle(30_000);
    assert.equal(stateOf(page).prose[0].text, text);
    assert.equal(page.status, "lms");
  });

  test(`${which}: what changes while a save is under way follows it`, () => {
    const page = begin({});
    page.answer("q1", true);
    page.settle(600);
    assert.ok(page.lms.calls("set").length > 0 && page.lms.calls("commit").length === 0, "under way");
    page.answer("q1", false);
    page.learning.write("reflection", "Meanwhile.", "soon");
    page.settle(60_000);
    assert.equal(page.status, "lms");
    assert.equal(stateOf(page).prose[0].text, "Meanwhile.");
    const response = which === "1.2" ? "student_response" : "learner_response";
    assert.equal(page.lms.stored[`cmi.interactions.0.${response}`], which === "1.2" ? "b" : "no");
    assert.equal(page.lms.stored["cmi.interactions.1.id"], undefined);
  });

  test(`${which}: an answer that she has just pressed a button for is not forgotten when she goes on`, () => {
    const page = begin({});
    page.stopwatch.touch();
    page.answer("q1", true);
    page.settle(700);
    page.stopwatch.touch();
    page.settle(60_000);
    assert.equal(page.status, "lms");
    assert.equal(stateOf(page).items.length, 1);
  });

  test(`${which}: a page that goes away says all of it at once, also what was under way`, () => {
    for (const goes of ["hide", "close"]) {
      const page = begin({});
      page.answer("q1", true);
      page.settle(600);
      page.answer("q2", true);
      if (goes === "hide") page.session.hide();
      else page.session.close(false);
      assert.equal(stateOf(page).items.length, 2, goes);
      assert.equal(page.lms.stored["cmi.interactions.1.id"], "q2");
    }
  });

  test(`${which}: a page that goes away says all of it also when its commits are refused, as Chromium refuses them then`, () => {
    const page = begin({});
    page.answer("q1", true);
    page.settle(600);
    page.answer("q2", true);
    page.lms.failing = 100;
    page.session.close(false);
    assert.ok(page.lms.calls("set").includes("cmi.interactions.1.id = q2"), "what is set goes out when the session ends");
  });

  test(`${which}: a commit that fails in the end is tried again as a whole`, () => {
    const page = begin({});
    page.lms.failing = 1;
    page.answer("q1", true);
    page.settle(20_000);
    assert.equal(page.status, "lms");
    assert.equal(stateOf(page).items.length, 1);
    assert.equal(page.lms.stored["cmi.interactions.0.id"], "q1");
  });

  test(`${which}: a launch with much to say does not hold up the page either`, () => {
    const storage = new FakeStorage();
    const before = new FakePage({ lms: new StrictLms(which), storage, travelling: ["reflection"] });
    before.settle();
    before.lms.failing = 100;
    everything(before);
    before.settle();
    const clock = new WatchedClock();
    const page = new FakePage({ lms: slow(clock, before.lms.stored), storage, clock, travelling: ["reflection"] });
    page.settle(60_000);
    // The first words are three calls at the most: status, exit, commit.
    assert.ok(Math.max(...clock.held) <= 4 * CALL, clock.held.join());
    assert.equal(stateOf(page).items.length, 3);
    assert.equal(page.lms.stored["cmi.interactions.1.id"], "q2");
  });
}
