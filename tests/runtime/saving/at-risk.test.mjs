/** Words that only this window has: the page warns before it is closed, and only then. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakePage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

function written(own, words) {
  const page = new FakePage({ storage: "forbidden", lms: new StrictLms("1.2"), ...own });
  page.learning.open("m3");
  page.learning.write("reflection", words, "soon");
  page.settle(120_000);
  return page;
}

test("where the device keeps nothing, words that the LMS has are at no risk", () => {
  const page = written({ travelling: ["reflection"] }, "A few words.");
  assert.equal(page.session.risky, false);
});

test("words that the LMS may not have are", () => {
  const page = written({ travelling: [] }, "For me alone.");
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
