/** What `satchel compare` says of modules and of the course, held against what a learner in progress meets, and her LMS has. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { crc32 } from "../../../templates/runtime/state/crc32.js";
import { fromBase64url, toBase64url } from "../../../templates/runtime/state/suspend-data/base64url.js";
import { Learner, begun, says, verdictOf } from "./learner.mjs";

const CONTRACT = JSON.parse(readFileSync(new URL("../../../builder/model/contract/contract.json", import.meta.url), "utf8"));

const NEVER_AWAY = "Completion that was reached is never taken away.";
const MUST = "Learners in progress must answer it too before they complete the course. Who has completed it stays completed.";

/** Opens the second version, goes to these modules, and leaves. */
async function goesOn(learner, ...modules) {
  await learner.open("new", { elsewhere: true });
  for (const module of modules) await learner.page.go(`#${module}`);
  await learner.leave();
  return learner.result[0];
}

test("where nothing is different learners go on where they were", async () => {
  assert.equal(verdictOf("same"), "safe");
  const learner = await begun("same", { "one-a": "Two" });
  await learner.open("new", { elsewhere: true });
  assert.deepEqual([learner.state("one-a"), learner.page.window.location.hash], ["correct", "#one"]);
});

test("a new question is asked of who is in progress, and takes no completion away", async () => {
  says("asked", "question-added", "two-a", MUST);
  says("asked", "question-added", "else", "Learners who went past it find it when they go back.");
  const done = await begun("asked", { "one-a": "Two", "one-b": "Five" }, "two");
  assert.equal(done.result[0], "completed");
  assert.equal(await goesOn(done), "completed");
  const halfway = await begun("asked", { "one-a": "Two" }, "two");
  await halfway.open("new", { at: "#one" });
  await halfway.answer({ "one-b": "Five" });
  await halfway.page.go("#two");
  assert.ok(halfway.item("else").querySelector("textarea"));
  await halfway.page.pass(5000);
  assert.equal(halfway.result[0], "incomplete");
  await halfway.answer({ "two-a": "Six" });
  await halfway.leave();
  assert.equal(halfway.result[0], "completed");
});

test("a new question that completion does not depend on", async () => {
  says("not-asked", "question-added", "two-a", "Learners who went past it find it when they go back; completion does not depend on it.");
  const learner = new Learner("not-asked");
  await learner.open("old");
  await learner.open("new", { at: "#one" });
  assert.equal(learner.state("two-a"), "unanswered");
  await learner.leave();
  assert.equal(learner.result[0], "completed");
});

test("with more or fewer questions each counts for less or more, and no score goes down", async () => {
  says("fewer", "question-removed", "q11", "Each of the other questions counts for a little more of the score; a score that was reached is never lowered.");
  says("more", "question-added", "q15", "Each of the other questions counts for a little less of the score; a score that was reached is never lowered.");
  for (const [pair, right, wrong, before, after] of [["fewer", ["q12", "q13"], ["q11", "q14"], "50", "66"], ["more", ["q11", "q12"], ["q13", "q14"], "50", "60"]]) {
    const answer = (id, add = 0) => [id, String(2 * Number(id.slice(1)) + add)];
    const learner = await begun(pair, Object.fromEntries([...right.map((id) => answer(id)), ...wrong.map((id) => answer(id, 1))]));
    assert.equal(learner.result[2], before);
    await learner.open("new", { elsewhere: true, at: "#one" });
    await learner.page.pass(5000);
    assert.ok(Number(learner.result[2]) >= Number(before), pair);
    if (pair === "more") await learner.answer(Object.fromEntries([answer("q15")]));
    await learner.leave();
    assert.equal(learner.result[2], after, pair);
    // One who has all right has 100, and keeps it when she has got more to do.
    if (pair === "more") {
      const best = await begun("more", Object.fromEntries(["q11", "q12", "q13", "q14"].map((id) => answer(id))));
      await goesOn(best, "one");
      assert.equal(best.result[2], "100");
    }
  }
});

test("other numbers to be drawn: what she worked on stays hers, until there are enough", async () => {
  says("drawn", "module-draw", "one", "Questions that a learner has worked on stay hers. Others are added for her, or taken away, until there are enough.");
  says("drawn", "question-removed", "q14", "Answers to it are kept unseen. Learners who were given it are given another. Who has completed or passed the course stays so, and no score goes down.");
  says("drawn", "question-added", "q15", "It may be drawn for learners who have not opened the course. All others keep the questions that they were given.");
  const shown = ({ page }) => [...page.document.querySelectorAll("[data-item]:not([data-undrawn])")].map(({ dataset }) => dataset.item);
  const learner = new Learner("drawn");
  await learner.open("old", { at: "#one" });
  const first = shown(learner);
  assert.equal(first.length, 2);
  await learner.answer({ [first[0]]: String(2 * Number(first[0].slice(1))) });
  await learner.open("new", { elsewhere: true, at: "#one" });
  const then = shown(learner);
  assert.equal(then.length, 3);
  for (const id of first.filter((one) => one !== "q14")) assert.ok(then.includes(id), `${first} ${then}`);
  await learner.open("old", { elsewhere: true, at: "#one" });
  assert.ok(shown(learner).includes(first[0]) && shown(learner).length === 2, "taken away again");
});

test("a question that is drawn from a bank now stays with who worked on it", async () => {
  says("bank", "question-bank", "one-a", "It is drawn from the bank “sums”. Whoever worked on it keeps it. All others may be given other questions.");
  for (const id of ["one-a", "two-a"]) {
    const learner = await begun("bank", { [id]: id === "one-a" ? "Two" : "Six" });
    await learner.open("new", { elsewhere: true, at: "#one" });
    assert.deepEqual([learner.item(id).hasAttribute("data-undrawn"), learner.state(id)], [false, "correct"], id);
  }
});

test("questions that are handed in now, or no longer: verdicts stay, what was not handed in waits", async () => {
  for (const id of ["one", "two"]) says("handed-in", "module-feedback", id, "Verdicts that were given stay. Answers that were given and not handed in wait for a second look.");
  const learner = await begun("handed-in", { "one-a": "Two" });
  await learner.open("old", { at: "#two" });
  await learner.page.give(learner.item("two-a"), { Six: true });
  await learner.open("new", { elsewhere: true, at: "#one" });
  assert.equal(learner.state("one-a"), "correct");
  await learner.page.go("#two");
  assert.notEqual(learner.state("two-a"), "correct");
  assert.deepEqual(learner.chosen("two-a"), ["Six"]);
  await learner.answer({ "two-a": "Six" });
  assert.equal(learner.state("two-a"), "correct");
});

test("another rule of completion: who is done stays done, and for others answers count", async () => {
  says("rule", "completion", "", "The course is complete when every module was opened and every knowledge check answered, with 100 % right; before, it was when every module was opened.", "Learners who have completed the course stay completed. All others complete it by the new rule; answers that they have given count.");
  const done = await begun("rule", { "one-a": "Two" }, "two");
  assert.equal(done.result[0], "completed");
  assert.equal(await goesOn(done, "one"), "completed");
  const halfway = await begun("rule", { "one-a": "Two" });
  await halfway.open("new", { elsewhere: true, at: "#one" });
  await halfway.answer({ "one-b": "Four" });
  await halfway.page.pass(5000);
  assert.deepEqual(halfway.result, ["incomplete", "", "100"]);
  await halfway.page.go("#two");
  await halfway.leave();
  assert.deepEqual(halfway.result, ["completed", "passed", "100"]);
});

test("a score that is sent now, or no longer", async () => {
  says("rule", "score", "", "The course sends a score now.", "Moodle: “Grading method: Highest grade”.");
  says("no-score", "score", "", "The course sends no score any more.", "Moodle: “Grading method: Learning objects”.");
  const scored = (learner) => learner.lms.calls("set").some((call) => call.includes("score"));
  const begins = await begun("rule", { "one-a": "Two" });
  assert.ok(!scored(begins));
  await goesOn(begins, "one");
  assert.ok(scored(begins));
  const ends = await begun("no-score", { "one-a": "Two" });
  assert.ok(scored(ends));
  await ends.open("new", { at: "#one" });
  await ends.answer({ "one-b": "Four" });
  await ends.leave();
  assert.ok(!scored(ends));
});

test("parts of an answer count from now on, and no longer by the old rule", async () => {
  says("partial", "scoring", "", "An answer that is partly right counts in part.", "It is so for what is checked from now on. A score that was reached is never lowered.");
  const learner = await begun("partial", { both: { Ann: true } });
  assert.equal(learner.result[2], "0");
  await goesOn(learner, "one");
  assert.equal(learner.result[2], "0");
  await learner.open("new", { at: "#one" });
  await learner.answer({ both: { Ann: true, Ben: true }, "two-a": "Seven" });
  await learner.answer({ both: { Ann: true, Cem: true } });
  await learner.leave();
  assert.equal(learner.result[2], "50");
});

/** What she reads in the box of a reflection on a device that has never seen the course. */
async function readElsewhere(learner) {
  await learner.open("new", { elsewhere: true, at: "#one" });
  return learner.item("now").querySelector("textarea").value;
}

async function wrote(pair) {
  const learner = new Learner(pair);
  await learner.open("old", { at: "#one" });
  await learner.write("now", "Only for me.");
  await learner.open("new", { at: "#one" });
  assert.equal(learner.item("now").querySelector("textarea").value, "Only for me.");
  learner.said = learner.item("now").querySelector("[data-saved]").textContent;
  await learner.leave();
  return learner;
}

const STILL = "Words that are written already stay where they are until the learner changes them, and the page says so. Tell learners before they write more.";

test("words for the device alone stay there where the new version keeps words in the LMS, until she changes them", async () => {
  says("privacy", "privacy", "", `Reflections are kept otherwise: “report”, no longer “device”. ${STILL}`);
  assert.equal(verdictOf("privacy"), "effects");
  const learner = await wrote("privacy");
  assert.equal(learner.said, "What you wrote before is still on this device only. If you change it, all of it is kept as said above.");
  assert.equal(await readElsewhere(learner), "");
  await learner.open("new", { at: "#one" });
  await learner.write("now", "For my tutors too.");
  await learner.leave();
  assert.equal(await readElsewhere(learner), "For my tutors too.");
});

test("words for the device alone stay there where the LMS may keep new ones, until she changes them as well", async () => {
  says("privacy-resume", "privacy", "", `Reflections are kept otherwise: “lms-resume”, no longer “device”. ${STILL}`);
  const learner = await wrote("privacy-resume");
  assert.equal(learner.said, "What you wrote before is still on this device only. If you change it, all of it is kept as said above.");
  assert.equal(await readElsewhere(learner), "");
});

test("words in the LMS stay there where the new version keeps words on the device, until she changes them", async () => {
  says("privacy-device", "privacy", "", `Reflections are kept otherwise: “device”, no longer “lms-resume”. ${STILL}`);
  assert.equal(verdictOf("privacy-device"), "effects");
  const learner = await wrote("privacy-device");
  assert.equal(learner.said, "What you wrote before is on your learning site too.");
  assert.equal(await readElsewhere(learner), "Only for me.");
  await learner.open("new", { at: "#one" });
  await learner.write("now", "For me alone now.");
  await learner.leave();
  assert.equal(await readElsewhere(learner), "");
});

test("words that tutors have stay theirs where the new version shows them no more", async () => {
  says("privacy-tutors", "privacy", "", "Reflections are kept otherwise: “lms-resume”, no longer “report”.", "Words that are written already stay where they are. Tell learners before they write more.");
  const learner = await wrote("privacy-tutors");
  assert.equal(learner.said, "Your tutors can still read what you wrote before.");
});

test("another rule for words that an LMS keeps in both: what is written already stays where it is", async () => {
  says("privacy-report", "privacy", "", "Reflections are kept otherwise: “report”, no longer “lms-resume”.", "Words that are written already stay where they are. Tell learners before they write more.");
  const learner = await wrote("privacy-report");
  assert.ok(!learner.lms.log.some(({ words }) => /interactions/.test(words[0]) && words.join().includes("Only for me")), "not reported");
  assert.equal(await readElsewhere(learner), "Only for me.");
});

test("modules that are new, gone, in other words, in another place, under another id", async () => {
  says("modules", "module-removed", "one", `It is not asked for any more, and answers in it are not shown. ${NEVER_AWAY}`);
  says("modules", "module-added", "five", `Learners in progress have this module still to do. ${NEVER_AWAY}`);
  says("modules", "module-renamed", "two", "This module was called “The second”. Learners in progress go on in it.");
  says("modules", "module-text", "two", "Learners in progress read the new words when they come to this module, or come back to it.");
  says("modules", "module-id", "third", `As it is, learners have it still to do. ${NEVER_AWAY}`);
  says("places", "module-moved", "two", "This module stands in another place. Learners in progress go on in it.");
  const done = await begun("modules", { "one-a": "Two" }, "three", "four", "two");
  assert.equal(done.result[0], "completed");
  assert.equal(await goesOn(done), "completed");
  const halfway = await begun("modules", { "one-a": "Two" }, "two");
  await halfway.open("new", { elsewhere: true });
  const { document, window } = halfway.page;
  assert.deepEqual([window.location.hash, document.querySelector("[data-current] h1").textContent.trim()], ["#two", "Another name"]);
  assert.match(document.querySelector("[data-current]").textContent, /More words here\./);
  assert.equal(halfway.item("one-a"), null);
  assert.deepEqual(["two", "third", "five"].map((id) => halfway.module(id)), ["Done", "Not started", "Not started"]);
  await halfway.page.go("#third");
  await halfway.page.go("#five");
  await halfway.leave();
  assert.equal(halfway.result[0], "completed");
  const moved = await begun("places", {}, "two");
  await moved.open("new", { elsewhere: true });
  assert.deepEqual([moved.page.window.location.hash, moved.module("two")], ["#two", "Done"]);
});

test("another module under an id counts as opened for who has opened the first", async () => {
  says("other-module", "module-replaced", "one", "Another module stands under the id one. Before, it was “Visiting a family”. Learners who have opened “Visiting a family” would count as having opened this one. Give it an id of its own.");
  const learner = await begun("other-module", { "one-a": "Two" });
  await learner.open("new", { elsewhere: true });
  assert.deepEqual([learner.module("one"), learner.module("two")], ["Opened", "Not started"]);
});

test("a module that waits now: who has opened it goes on in it, and others wait", async () => {
  says("waits", "module-needs", "two", "It opens only when these modules are done: “The first”.", "Learners who have opened it already go on in it. For others it is so from now on.");
  const learner = await begun("waits", {}, "two");
  await learner.open("new", { elsewhere: true, at: "#two" });
  const waits = (id) => learner.page.document.querySelector(`[data-module-state="${id}"]`).textContent;
  assert.doesNotMatch(waits("two"), /first/);
  assert.match(waits("three"), /Opens|first|later/i);
});

test("a film that is to be watched now is still to do, unless it was seen; and no longer to do is less to do", async () => {
  says("watched", "film-watched", "one", `Completion asks that 90 % of the film “The street” are watched. Learners in progress have it still to do, unless they have seen it. ${NEVER_AWAY}`);
  says("watched-no-more", "film-watched", "one", "Completion does not ask any more that the film “The street” is watched. Learners in progress have one thing less to do.");
  const done = await begun("watched", {}, "two");
  assert.equal(await goesOn(done, "one"), "completed");
  for (const [seconds, state] of [[2, "Started: watch one film"], [40, "Done"]]) {
    const learner = new Learner("watched");
    await learner.open("old", { at: "#one" });
    await learner.page.run(learner.page.document.querySelector("video"), seconds);
    await learner.page.go("#cover");
    await learner.open("new", { elsewhere: true, at: "#one" });
    await learner.page.pass(5000);
    assert.equal(learner.module("one"), state, `${seconds} seconds of 40`);
  }
  const asked = new Learner("watched-no-more");
  await asked.open("old", { at: "#one" });
  await asked.page.pass(5000);
  assert.equal(asked.result[0], "incomplete");
  await asked.open("new", { elsewhere: true, at: "#one" });
  await asked.leave();
  assert.equal(asked.result[0], "completed");
});

test("another id of the course: the record is gone in Moodle, and the device has nothing under it", async () => {
  says("other-id", "course-id", "", "Nothing that learners did in the old course would be found in the new one, and an LMS may delete their records.");
  const learner = await begun("other-id", { "one-a": "Two" });
  await learner.open("new", { at: "#one" });
  assert.equal(learner.state("one-a"), "unanswered");
});

test("other ids of all modules: answers of the same questions are found, modules are to be done again", async () => {
  says("other-modules", "modules-replaced", "", "No module of the old version is left: all have another id. Learners have every module still to do, and find answers only where a question has kept its id.");
  const learner = await begun("other-modules", { "one-a": "Two" });
  await learner.open("new", { elsewhere: true });
  assert.deepEqual([learner.module("uno"), learner.state("one-a")], ["Not started", "correct"]);
});

test("another destination: status and score of one are not read by the other", async () => {
  const found = {};
  for (const edition of ["1.2", "2004"]) {
    const learner = new Learner("questions", edition);
    await learner.open("old", { at: "#one" });
    await learner.answer({ more: "A plan" });
    await learner.leave();
    found[edition] = { read: new Set(learner.lms.calls("get")), written: Object.keys(learner.stored).filter((element) => /status|score/.test(element) && !/objectives/.test(element)) };
  }
  for (const [one, other] of [["1.2", "2004"], ["2004", "1.2"]]) {
    assert.ok(found[one].written.length > 1);
    assert.deepEqual(found[one].written.filter((element) => found[other].read.has(element)), []);
  }
});

test("a state of a later form is not read: she begins anew", async () => {
  const learner = await begun("same", { "one-a": "Two" });
  const [start, payload] = [learner.stored["cmi.suspend_data"].slice(0, 4), learner.stored["cmi.suspend_data"].slice(11)];
  const bytes = fromBase64url(payload);
  const newest = Math.max(...Object.values(CONTRACT.state.schemas));
  for (const [schema, state] of [[bytes[0], "correct"], [newest + 1, "unanswered"]]) {
    bytes[0] = schema;
    const text = toBase64url(bytes);
    const sum = crc32(`${start[3]}.${text}`);
    const whole = `${start}${toBase64url([24, 16, 8, 0].map((shift) => (sum >>> shift) & 255))}.${text}`;
    const later = new Learner("same");
    await later.open("old", { elsewhere: true, at: "#one", given: { ...learner.stored, "cmi.suspend_data": whole } });
    assert.equal(later.state("one-a"), state);
  }
});
