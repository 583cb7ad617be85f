/** An LMS that takes the work and refuses the result: the learner reads so. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakePage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const completion = { rule: "pass-mark", passMark: 60 };

for (const which of ["1.2", "2004"]) {
  const refusing = (pattern) => {
    const lms = new StrictLms(which);
    lms.rules = Object.fromEntries(Object.entries(lms.rules).map(([element, rule]) => [element, pattern.test(element) ? () => false : rule]));
    return lms;
  };
  const worked = (lms, own = { completion }) => {
    const page = new FakePage({ lms, ...own });
    for (const module of ["m1", "m2", "m3"]) page.learning.open(module);
    for (const item of ["q1", "q2", "q3"]) page.answer(item, true);
    page.settle();
    return page;
  };

  for (const [what, pattern] of [
    ["every form of the score", /^cmi\.(core\.)?score/],
    ["the status", /^cmi\.(core\.lesson_status|completion_status|success_status)$/],
  ]) {
    test(`${which}: one that refuses ${what}`, () => {
      const page = worked(refusing(pattern));
      assert.equal(page.status, "lms-unscored");
      page.learning.open("m1");
      page.settle(20_000);
      assert.equal(page.status, "lms-unscored", "as long as it is so");
    });
  }

  test(`${which}: one that takes a score without its bounds, or one form of it, has it`, () => {
    assert.equal(worked(refusing(/score\.(min|max)$/)).status, "lms");
    if (which === "2004") assert.equal(worked(refusing(/score\.scaled$/)).status, "lms");
  });

  test(`${which}: where there is no score, and nothing is done yet, nothing is refused that matters`, () => {
    const page = new FakePage({ lms: refusing(/lesson_status|completion_status/) });
    page.learning.open("m1");
    page.settle();
    assert.equal(page.status, "lms");
  });
}
