/** Work that is nobody's: done without an LMS, or in one that names nobody. It is offered, and shown to nobody unasked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock } from "../fakes/fake-clock.mjs";
import { FakePage, FakeStorage, FakeTurns } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

for (const which of ["1.2", "2004"]) {
  const [id, entry, credit] = which === "1.2" ? ["cmi.core.student_id", "cmi.core.entry", "cmi.core.credit"] : ["cmi.learner_id", "cmi.entry", "cmi.credit"];
  const device = () => ({ storage: new FakeStorage(), clock: new FakeClock() });
  const launch = (stored, own) => {
    const page = new FakePage({ lms: new StrictLms(which, stored), ...own });
    page.settle();
    return page;
  };
  /** One launch of the LMS in which it has no record of whoever comes. */
  const fresh = (learner) => ({ ...(learner === undefined ? {} : { [id]: learner }), [entry]: "ab-initio", [credit]: "credit" });
  const close = (page) => {
    page.settle();
    page.session.close(false);
  };
  const textOf = (page) => page.learning.recordOf("reflection").text;
  const unnamed = {
    "without an API": (own) => new FakePage(own),
    "in which the LMS opens no session": (own) => {
      const lms = new StrictLms(which);
      lms.api[which === "1.2" ? "LMSInitialize" : "Initialize"] = () => "false";
      return new FakePage({ lms, ...own });
    },
    "in which the API comes too late": (own) => {
      const page = new FakePage(own);
      page.settle(6000);
      page.lms = new StrictLms(which, fresh("ann"));
      return page;
    },
    "in which the LMS names nobody": (own) => new FakePage({ lms: new StrictLms(which, fresh("")), ...own }),
    "in which the LMS gives nothing back": (own) => {
      const lms = new StrictLms(which, fresh("ann"));
      lms.api[which === "1.2" ? "LMSGetValue" : "GetValue"] = () => null;
      return new FakePage({ lms, ...own });
    },
    "in which no question to the LMS has an answer": (own) => {
      const lms = new StrictLms(which, fresh("ann"));
      lms.api[which === "1.2" ? "LMSGetValue" : "GetValue"] = () => {
        throw new Error("no");
      };
      return new FakePage({ lms, ...own });
    },
    "as a guest": (own) => new FakePage({ lms: new StrictLms(which, fresh("guest")), ...own }),
  };

  for (const [how, open] of Object.entries(unnamed)) {
    test(`${which}: what was written in a launch ${how} is offered beside the work that the LMS holds`, () => {
      const own = device();
      const first = launch(fresh("ann"), own);
      first.answer("q1", false);
      first.learning.write("reflection", "At work.", "soon");
      close(first);
      const between = open(own);
      between.settle(6000);
      own.clock.advance(60_000);
      between.answer("q1", true);
      between.answer("q2", true);
      between.learning.write("reflection", "At home.", "soon", between.session.alone);
      close(between);
      const page = launch(first.lms.stored, own);
      assert.equal(page.asks, "unclaimed");
      assert.deepEqual([textOf(page), page.learning.recordOf("q2").state], ["At work.", "unanswered"], "not without a word");
      page.session.goOn();
      page.settle();
      assert.equal(page.asks, "");
      assert.match(textOf(page), /At work\.[^]*At home\.|At home\.[^]*At work\./);
      assert.equal(page.learning.recordOf("q2").state, "correct");
      assert.equal(page.learning.recordOf("q1").state, "correct", "what she answered last");
      close(page);
      assert.match(textOf(launch(page.lms.stored, device())), /At work\.[^]*At home\.|At home\.[^]*At work\./, "wherever she goes on");
      const next = launch(page.lms.stored, own);
      assert.deepEqual([next.asks, next.learning.recordOf("q2").state], ["", "correct"]);
      assert.equal(launch(fresh("ben"), own).asks, "", "and to nobody else");
    });
  }

  test(`${which}: who says that it is not hers is not asked of it again, until there is more`, () => {
    const own = device();
    const ann = launch(fresh("ann"), own);
    ann.answer("q1", true);
    close(ann);
    const alone = new FakePage(own);
    alone.settle(6000);
    alone.learning.write("reflection", "Somebody's.");
    close(alone);
    const asked = launch(ann.lms.stored, own);
    assert.equal(asked.asks, "unclaimed");
    asked.session.beginAgain();
    assert.equal(asked.asks, "");
    close(asked);
    assert.equal(launch(asked.lms.stored, own).asks, "");
    assert.equal(launch(fresh("ben"), own).asks, "unclaimed", "somebody else still is");
    const more = new FakePage(own);
    more.settle(6000);
    more.learning.write("reflection", "Somebody's, and more.");
    close(more);
    assert.equal(launch(asked.lms.stored, own).asks, "unclaimed");
  });

  test(`${which}: what is there already is not offered`, () => {
    const own = device();
    const alone = new FakePage(own);
    alone.settle(6000);
    alone.answer("q1", true);
    alone.learning.write("reflection", "Mine.");
    close(alone);
    const left = new Map(own.storage.values);
    const page = launch(fresh("ann"), own);
    page.session.goOn();
    close(page);
    for (const [key, value] of left) if (key.endsWith(":device")) own.storage.values.set(key, value);
    assert.equal(launch(page.lms.stored, own).asks, "");
  });

  for (const learner of ["", "guest", "Anonymous", undefined]) {
    test(`${which}: where the LMS calls everybody "${learner}", nobody is shown what another one wrote`, () => {
      const own = device();
      const write = (page, words) => {
        page.learning.write("reflection", words);
        page.answer("q1", true);
        close(page);
      };
      const first = launch(fresh(learner), own);
      assert.deepEqual([first.asks, textOf(first)], ["", ""]);
      write(first, "Of the first.");
      const second = launch(fresh(learner), own);
      assert.deepEqual([second.asks, textOf(second), second.learning.recordOf("q1").state], ["unclaimed", "", "unanswered"]);
      second.session.beginAgain();
      write(second, "Of the second.");
      const third = launch(fresh(learner), own);
      assert.deepEqual([third.asks, textOf(third)], ["unclaimed", ""]);
      third.learning.write("reflection", "Of the third.");
      close(third);

      const back = launch(fresh(learner), own);
      for (const _ of ["third", "second"]) {
        assert.deepEqual([back.asks, textOf(back)], ["unclaimed", ""]);
        back.session.beginAgain();
      }
      back.session.goOn();
      assert.deepEqual([back.asks, textOf(back)], ["", "Of the first."]);
      close(back);
      const kept = [...own.storage.values.values()].join();
      for (const words of ["Of the first.", "Of the second.", "Of the third."]) assert.equal(kept.split(words).length, 2, words);
    });
  }

  test(`${which}: when there is no room to put it aside, it is neither shown nor written over`, () => {
    const own = device();
    const first = launch(fresh(""), own);
    first.learning.write("reflection", "Of the first.");
    close(first);
    const [key] = [...own.storage.values.keys()].filter((name) => name.startsWith("satchel:sample"));
    const before = own.storage.values.get(key);
    const honest = own.storage.setItem;
    own.storage.setItem = function (name, value) {
      if (name.endsWith(":aside")) throw new DOMException("full", "QuotaExceededError");
      honest.call(this, name, value);
    };
    const second = launch(fresh(""), own);
    second.learning.write("reflection", "Of the second.");
    close(second);
    assert.equal(own.storage.values.get(key), before);
    assert.equal(second.status, "lms-memory");
  });

  for (const [how, get] of [["nothing", () => ""], ["objects", () => ({})], ["promises", () => Promise.resolve("ann")], ["NaN", () => NaN]]) {
    test(`${which}: where an LMS gives ${how} whatever it is asked, the next person sees nothing of the last one unasked`, () => {
      const own = device();
      const silent = () => {
        const lms = new StrictLms(which, fresh("ann"));
        lms.api[which === "1.2" ? "LMSGetValue" : "GetValue"] = get;
        const page = new FakePage({ lms, ...own });
        page.settle();
        return page;
      };
      const first = silent();
      first.answer("q1", true);
      first.learning.write("reflection", "For me alone.");
      close(first);
      const next = silent();
      assert.deepEqual([next.asks, textOf(next), next.learning.recordOf("q1").state], ["unclaimed", "", "unanswered"]);
      next.session.goOn();
      assert.deepEqual([textOf(next), next.learning.recordOf("q1").state], ["For me alone.", "correct"], "nothing is lost");
    });
  }

  test(`${which}: an LMS that names nobody and has her record is gone on with`, () => {
    const own = device();
    const first = launch(fresh(""), own);
    first.answer("q1", true);
    first.learning.write("reflection", "Mine.");
    close(first);
    const next = launch({ ...first.lms.stored, [entry]: "resume" }, own);
    assert.deepEqual([next.asks, textOf(next)], ["", "Mine."]);
  });

  test(`${which}: a second window beside one that is worked in shows nothing unasked, and goes on with it when told to`, () => {
    const own = { ...device(), turns: new FakeTurns() };
    const first = launch(fresh(""), own);
    first.learning.write("reflection", "At work here.");
    const second = launch(fresh(""), own);
    assert.deepEqual([second.asks, textOf(second)], ["elsewhere", ""]);
    second.session.takeOver();
    second.settle();
    assert.equal(textOf(second), "At work here.");
  });
}
