import assert from "node:assert/strict";
import { test } from "node:test";
import { readWork, writeWork } from "../../../templates/runtime/state/work-file.js";
import { FakePage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const SAVED = new Date(Date.UTC(2026, 10, 23, 14, 2));

function worked(own = {}) {
  const page = new FakePage({ place: "device", ...own });
  page.learning.open("m1");
  page.learning.open("m2");
  page.answer("q1", true);
  page.learning.write("reflection", "Three ŵords,\r\nand “one” 🙂");
  return page;
}

const fileOf = (page) => writeWork({ course: "sample", title: "A sample", saved: SAVED, snapshot: page.session.work });

test("work goes from a page on disk into an LMS by a file, whole", () => {
  const text = fileOf(worked());
  const lms = new StrictLms("1.2");
  const page = new FakePage({ lms });
  page.settle();
  const { work } = readWork(text, "sample");
  assert.equal(work.saved.getTime(), SAVED.getTime());
  page.session.absorb(work.snapshot);
  page.settle();
  assert.equal(page.learning.recordOf("q1").state, "correct");
  assert.equal(page.learning.recordOf("reflection").text, "Three ŵords,\r\nand “one” 🙂");
  assert.equal(page.status, "lms");
  assert.equal(lms.stored["cmi.core.lesson_location"], "m2");
});

test("nothing that is here and newer is lost to a file, and different words stand below each other", () => {
  const text = fileOf(worked());
  const page = new FakePage({ place: "device" });
  for (let time = 0; time < 9; time += 1) page.learning.open(time % 2 ? "m3" : "m2");
  page.answer("q1", false);
  page.answer("q3", true);
  page.learning.write("reflection", "Other words");
  page.session.absorb(readWork(text, "sample").work.snapshot);
  assert.equal(page.learning.recordOf("q1").state, "incorrect");
  assert.equal(page.learning.recordOf("q3").state, "correct");
  assert.match(page.learning.recordOf("reflection").text, /Three[\s\S]*Other words/);
  const next = new FakePage({ place: "device", storage: page.storage });
  assert.match(next.learning.recordOf("reflection").text, /Three[\s\S]*Other words/);
});

test("the file names the course and the time, and not the learner", () => {
  const lms = new StrictLms("1.2", { "cmi.core.student_id": "ann-007", "cmi.core.student_name": "Ann" });
  const text = fileOf(worked({ lms, place: "no-lms" }));
  assert.doesNotMatch(text, /ann/i);
  assert.equal(JSON.parse(text).course, "sample");
});

test("what is no file of this course is told from one that is damaged", () => {
  const text = fileOf(worked());
  const faultOf = (words) => readWork(words, "sample").fault;
  for (const words of ["", "null", "[]", "{}", "a photograph", '{"format":"other"}']) assert.equal(faultOf(words), "not-work", words);
  assert.equal(faultOf(text.replace('"version": 1', '"version": 2')), "newer");
  assert.equal(faultOf(text.replace("Three", "Four")), "damaged");
  assert.equal(faultOf(text.slice(0, -40)), "not-work");
  assert.equal(faultOf(text.replace(/"work": [\s\S]*/, '"work": null}')), "damaged");
  assert.equal(readWork(text, "another").fault, "other-course");
  assert.equal(readWork(text, "another").title, "A sample");
});

test("a file that went through other editors is still whole", () => {
  const text = fileOf(worked());
  assert.ok("work" in readWork(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "sample"));
  assert.ok("work" in readWork(JSON.stringify(JSON.parse(text)), "sample"));
});

test("half a character does no harm", () => {
  const page = worked();
  page.learning.write("reflection", "cut \uD83D");
  assert.ok("work" in readWork(fileOf(page), "sample"));
});

test("a file that was made to do harm is refused, and nothing is thrown", () => {
  const inside = (work) => `{"format":"satchel-work","version":1,"checksum":"0","course":"c","work":${work}}`;
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const faults = {
    damaged: [inside(deep), inside(`{"format":1,"items":${deep}}`), inside('{"format":1,"items":{"__proto__":{"state":"correct"}}}')],
    "not-work": ['{"__proto__":{"format":"satchel-work"}}', "[".repeat(1_000_000), `{"format":"satchel-work","pad":"${"a".repeat(10_000_000)}"}`],
  };
  for (const [fault, files] of Object.entries(faults)) {
    for (const file of files) assert.equal(readWork(file, "c").fault, fault, file.slice(0, 80));
  }
  assert.equal({}.state, undefined);
  assert.equal(readWork(`{"format":"satchel-work","version":2,"title":"${"a".repeat(5_000)}"}`, "c").title.length, 200);
});

test("work that is brought in reaches the LMS as soon as the page has painted", () => {
  const { work } = readWork(fileOf(worked()), "sample");
  const page = new FakePage({ lms: new StrictLms("1.2") });
  page.learning.open("m1");
  page.settle(30_000);
  const commits = page.lms.calls("commit").length;
  page.session.absorb(work.snapshot);
  page.settle(59);
  assert.equal(page.lms.calls("commit").length, commits);
  page.settle(1);
  assert.equal(page.lms.calls("commit").length, commits + 1);
});
