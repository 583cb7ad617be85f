/** Words that only this window has: the page warns before it is closed, and only then. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakePage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

function written(own, words, when = "soon") {
  const page = new FakePage({ storage: "forbidden", lms: new StrictLms("1.2"), ...own });
  page.learning.open("m3");
  page.learning.write("reflection", words, when);
  page.settle(120_000);
  return page;
}

test("where the device keeps nothing, words that the LMS has are at no risk", () => {
  const page = written({ travelling: ["reflection"] }, "A few words.");
  assert.equal(page.session.risky, false);
});

test("words that the LMS may not have are", () => {
  const page = written({ travelling: [] }, "For me alone.", "");
  assert.equal(page.session.risky, true);
});

test("words for which the LMS has no room are, until there is room again", () => {
  const page = written({ travelling: ["reflection"] }, "A few words.");
  page.limit = 60;
  page.learning.write("reflection", Array.from({ length: 400 }, (_, at) => `word${(at * 7919) % 1009}`).join(" "), "soon");
  page.settle(120_000);
  assert.equal(page.session.risky, true);
  page.limit = undefined;
  page.learning.write("reflection", "A few words again.", "soon");
  page.settle(120_000);
  assert.equal(page.session.risky, false);
});

test("where nothing keeps anything, what is done is at risk from the first answer on, and nothing is before", () => {
  const page = new FakePage({ storage: "forbidden" });
  assert.equal(page.session.risky, false, "an LMS is still looked for");
  page.settle(6000);
  assert.deepEqual([page.status, page.session.risky], ["memory", false]);
  page.answer("q1", true);
  assert.equal(page.session.risky, true);
  page.session.close(false);
  assert.equal(new FakePage({ storage: "forbidden" }).session.risky, false);
});

test("an answer that the LMS has not taken is at risk until it has, and where the device keeps it it never is", () => {
  for (const storage of ["forbidden", undefined]) {
    const lms = new StrictLms("1.2");
    const page = new FakePage({ lms, storage });
    page.settle();
    lms.failing = 1;
    page.answer("q1", true);
    page.settle(1000);
    assert.equal(page.session.risky, storage === "forbidden");
    page.settle(120_000);
    assert.equal(page.session.risky, false);
  }
});
