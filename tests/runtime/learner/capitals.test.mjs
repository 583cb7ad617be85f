/** Ids of learners are compared sign by sign: two learners are never one, and words of one are never shown to the other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakePage, FakeStorage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const PAIRS = [["Ann.Lee", "ann.lee"], ["İPEK", "ıpek"], ["ΑΝΝΑ", "αννα"], ["Groß", "GROSS"]];

for (const [which, id] of [["1.2", "cmi.core.student_id"], ["2004", "cmi.learner_id"]]) {
  for (const [one, other] of PAIRS) {
    test(`${which}: what ${one} wrote is not shown or offered to ${other}, and is there when the LMS writes ${one} again`, () => {
      const storage = new FakeStorage();
      const launch = (learner, stored = {}) => {
        const page = new FakePage({ lms: new StrictLms(which, { ...stored, [id]: learner }), storage });
        page.settle();
        return page;
      };
      const first = launch(one);
      first.learning.write("reflection", "Only for me.");
      first.answer("q1", true);
      first.settle();
      first.session.close(false);
      const stranger = launch(other);
      assert.equal(stranger.learning.recordOf("reflection").text, "");
      assert.equal(stranger.asks, "");
      stranger.learning.write("reflection", "Mine.");
      stranger.settle();
      stranger.session.close(false);
      assert.doesNotMatch(JSON.stringify(stranger.lms.stored), /Only for me/);
      // One learner whom the LMS calls otherwise: what the LMS holds is there, and her words wait on the device.
      const renamed = launch(other, first.lms.stored);
      assert.equal(renamed.learning.recordOf("q1").state, "correct");
      renamed.session.close(false);
      const again = launch(one, first.lms.stored);
      assert.equal(again.learning.recordOf("reflection").text, "Only for me.");
    });
  }
}

test("one name in two forms of Unicode is one learner", () => {
  const storage = new FakeStorage();
  const first = new FakePage({ lms: new StrictLms("1.2", { "cmi.core.student_id": "Si\u00e2n" }), storage });
  first.learning.write("reflection", "Mine.");
  first.settle();
  first.session.close(false);
  const second = new FakePage({ lms: new StrictLms("1.2", { "cmi.core.student_id": "Sia\u0302n" }), storage });
  assert.equal(second.learning.recordOf("reflection").text, "Mine.");
});
