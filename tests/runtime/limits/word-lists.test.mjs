/** Words that the run-time knows, each of them and what is near: written down here a second time, so that one that gets lost is missed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { scorm12 } from "../../../templates/runtime/lms/scorm12.js";
import { scorm2004 } from "../../../templates/runtime/lms/scorm2004.js";
import { isAnybody, learnerOf } from "../../../templates/runtime/ownership/learner.js";

test("an id that an LMS gives to whoever comes along names nobody", () => {
  const places = "{user_id} ${learner.id} {{student-id}} <username> [user] %LEARNER% @@id@@ $user.name$".split(" ");
  const names = "guest anonymous anon visitor public demo preview user student learner unknown none nobody n/a 0 -1".split(" ");
  for (const id of [...names, ...places, "guest user", "Anonymous_User", "00000000-0000-0000-0000-000000000000"]) {
    for (const learner of [id, id.toUpperCase(), ` ${id} `]) assert.equal(learnerOf({ learner }), "", learner);
  }
  for (const id of ["guest1", "demos", "00", "1", "-2", "na", "ann", "public person", "user7", "student.ann", "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}", "ann%40example.org", "Анна.Б", "[7]", "<ann", "00000000-0000-0000-0000-000000000001"]) assert.equal(learnerOf({ learner: id }), id);
  assert.equal(learnerOf({ learner: " Ann " }), " Ann ");
  assert.equal(learnerOf({ learner: "Si\u0061\u0302n" }), learnerOf({ learner: "Si\u00e2n" }), "one person, however her letters are made up");
});

test("work may be anybody's where an LMS names nobody and knows nothing", () => {
  const said = { learner: "", mode: "normal", entry: "ab-initio", credit: "credit", standing: { completion: "none" }, data: "", location: "" };
  const found = (own) => isAnybody({ ...said, ...own });
  assert.equal(found({}), true);
  assert.deepEqual([found({ entry: "" }), found({ credit: "" }), found({ entry: "", credit: "" })], [true, false, false]);
  for (const own of [{ learner: "ann" }, { mode: "review" }, { data: "X1" }, { location: "m1" }, { standing: { completion: "incomplete" } }]) assert.equal(found(own), false, JSON.stringify(own));
  assert.equal(found({ learner: "guest", entry: "", credit: "", data: "X1" }), true, "a name for everybody");
});

test("scorm12 LESSON_STATUS: each word of SCORM 1.2, and of SCORM 2004, for how far a learner is", () => {
  const read = (edition, values) => {
    const { completion, success } = edition.readStanding((element) => values[element] ?? "");
    return `${completion} ${success}`;
  };
  const old = { passed: "completed passed", completed: "completed unknown", failed: "incomplete failed", incomplete: "incomplete unknown", browsed: "none unknown", "not attempted": "none unknown", "": "none unknown", done: "none unknown" };
  for (const [word, standing] of Object.entries(old)) {
    for (const said of [word, ` ${word.toUpperCase()} `]) assert.equal(read(scorm12, { "cmi.core.lesson_status": said }), standing, word);
  }
  const words = (completion, success) => read(scorm2004, { "cmi.completion_status": completion, "cmi.success_status": success });
  assert.deepEqual(
    [words("completed", "passed"), words("incomplete", "failed"), words("unknown", "unknown"), words("not attempted", ""), words("", "")],
    ["completed passed", "incomplete failed", "none unknown", "none unknown", "none unknown"],
  );
});
