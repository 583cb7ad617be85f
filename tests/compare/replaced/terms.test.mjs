/** What `satchel compare` says of settings, held against what a learner in progress meets: what she may do, and what it is worth. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOK_AGAIN, Learner, says } from "./learner.mjs";

const STAYS = "A score that was reached is never lowered.";
const FAILS = "The LMS receives that a learner has failed once all is answered and the pass mark cannot be reached.";
const UNSEEN = "What learners wrote there stays on their own device, but the course does not show it any more.";

/** Checks an answer, and says yes where she is asked whether it is final. */
async function checks(learner, id, label) {
  await learner.page.give(learner.item(id), { [label]: true });
  await learner.page.press(learner.item(id).querySelector("[data-check]"));
  const sure = learner.item(id).querySelector("[data-sure] button");
  if (sure) await learner.page.press(sure);
}

/** Opens the first version and checks these answers. */
async function begins(pair, answers, edition) {
  const learner = new Learner(pair, edition);
  await learner.open("old", { at: "#one" });
  for (const [id, label] of answers) await checks(learner, id, label);
  return learner;
}

const spent = (learner, id) => "spent" in learner.item(id).dataset;
const status = ({ stored }) => stored["cmi.core.lesson_status"];

test("a question that counts more or less: the score is worked out anew, and does not go down", async () => {
  for (const pair of ["weight", "lighter"])
    says(pair, "question-weight", "one-a", "The score is worked out anew, also of answers that were given.", STAYS);
  for (const [pair, before, after] of [["weight", ["incomplete", "", "50"], "75"], ["lighter", ["completed", "passed", "75"], "75"]]) {
    const learner = await begins(pair, [["one-a", "Two"], ["one-b", "Five"]]);
    await learner.leave();
    assert.deepEqual(learner.result, before, pair);
    await learner.open("new", { elsewhere: true, at: "#one" });
    await learner.leave();
    assert.deepEqual(learner.result, ["completed", "passed", after], pair);
  }
});

test("where no score is sent, reports name the weight of answers from now on", async () => {
  says("weight-unscored", "question-weight", "one-a", "The course sends no score. Reports name the new weight with answers that are checked from now on.");
  const learner = await begins("weight-unscored", [["one-a", "Two"]]);
  await learner.leave();
  await learner.open("new", { elsewhere: true, at: "#one" });
  await learner.leave();
  assert.equal(learner.interaction("one_a").weighting, undefined);
  await learner.open("new", { at: "#one" });
  await checks(learner, "one-a", "Three");
  await learner.leave();
  assert.deepEqual([learner.interaction("one_a").weighting, learner.result[2]], ["3", ""]);
});

test("more attempts: who had none left may try again, and what was scored stays", async () => {
  says("attempts-more", "question-attempts", "one-a", "Learners who had no attempt left may try again. Who has completed or passed the course stays so, and no score goes down.");
  const learner = await begins("attempts-more", [["one-a", "Three"], ["one-b", "Four"]]);
  assert.ok(spent(learner, "one-a"));
  await learner.leave();
  assert.deepEqual(learner.result, ["completed", "failed", "50"]);
  await learner.open("new", { elsewhere: true, at: "#one" });
  assert.deepEqual([spent(learner, "one-a"), learner.chosen("one-a")], [false, ["Three"]]);
  await learner.leave();
  assert.equal(learner.result[2], "50");
  await learner.open("new", { at: "#one" });
  await checks(learner, "one-a", "Two");
  await learner.leave();
  assert.deepEqual(learner.result, ["completed", "passed", "100"]);
});

test("fewer attempts: who has checked it that often cannot change it, and below the pass mark she has failed", async () => {
  const effect = "Learners who have checked an answer that often already cannot change it any more.";
  says("attempts-fewer", "question-attempts", "one-a", effect, FAILS);
  says("attempts-of-all", "attempts", "", effect, FAILS);
  const some = await begins("attempts-fewer", [["one-a", "Two"], ["one-a", "Three"], ["one-b", "Five"]]);
  assert.equal(spent(some, "one-a"), false);
  await some.leave();
  assert.equal(some.result[1], "");
  await some.open("new", { elsewhere: true, at: "#one" });
  assert.deepEqual([spent(some, "one-a"), some.item("one-a").querySelector("fieldset").disabled, spent(some, "one-b")], [true, true, false]);
  await some.leave();
  assert.deepEqual(some.result, ["completed", "failed", "50"], "with the other right she has half");
  for (const edition of ["1.2", "2004"]) {
    const learner = await begins("attempts-of-all", [["one-a", "Three"]], edition);
    await learner.open("new", { elsewhere: true, at: "#one" });
    assert.deepEqual([spent(learner, "one-a"), spent(learner, "one-b")], [true, false]);
    await learner.leave();
    assert.doesNotMatch(`${status(learner)} ${learner.result}`, /failed/);
    await learner.open("new", { at: "#one" });
    await checks(learner, "one-b", "Five");
    await learner.leave();
    assert.match(`${status(learner)} ${learner.result}`, /failed/);
  }
});

test("what is right is shown now, or no longer: also of answers from before", async () => {
  for (const [pair, before, after] of [["answers-shown", "", "The correct answer: Two"], ["answers-kept-back", "The correct answer: Two", ""]]) {
    says(pair, "answers-shown", "", "It is so from the next visit, also of answers that were checked before.");
    const learner = await begins(pair, [["one-a", "Three"]]);
    assert.equal(learner.told("one-a"), `Not correct.${before}`);
    await learner.open("new", { elsewhere: true, at: "#one" });
    assert.equal(learner.told("one-a"), `Not correct.${after}`);
  }
});

test("an LMS receives now that she has failed, or no longer", async () => {
  says("failed", "failed", "", "It is so from the next visit, also of learners who have no attempt left already.");
  says("failed-never", "failed", "", "Who has failed already stays so in the LMS until she passes.");
  const wrong = [["one-a", "Three"], ["one-b", "Five"]];
  const failed = (learner) => /failed/.test(`${status(learner)} ${learner.result}`);
  for (const edition of ["1.2", "2004"]) {
    const learner = await begins("failed", wrong, edition);
    await learner.leave();
    assert.equal(failed(learner), false);
    await learner.open("new", { elsewhere: true });
    await learner.leave();
    assert.equal(failed(learner), true);
    const other = await begins("failed-never", wrong, edition);
    await other.leave();
    assert.equal(failed(other), true);
    await other.open("new", { elsewhere: true, at: "#one" });
    await checks(other, "one-a", "Two");
    await other.leave();
    assert.equal(failed(other), true);
    await other.open("new", { at: "#one" });
    await checks(other, "one-b", "Four");
    await other.leave();
    assert.match(`${status(other)} ${other.result}`, /passed/);
  }
});

test("reports in words: answers that were sent stay codes", async () => {
  says("reports/scorm12", "reports", "", "Answers that were sent before stay as they are in the LMS's reports.");
  const learner = await begins("reports", [["one-a", "Two"]], "1.2");
  await learner.open("new", { elsewhere: true, at: "#one" });
  learner.lms.wordy = true;
  await checks(learner, "one-b", "Five");
  await learner.leave();
  assert.deepEqual(["one_a", "one_b"].map((id) => learner.interaction(id).student_response), ["a", "Five"]);
});

test("another number from a bank: what she worked on stays hers", async () => {
  says("bank-draw", "bank-draw", "", "Questions that a learner has worked on stay hers. Others are added for her, or taken away, until there are enough.");
  const shown = ({ page }) => [...page.document.querySelectorAll("[data-item]:not([data-undrawn])")].map(({ dataset }) => dataset.item);
  const learner = new Learner("bank-draw");
  await learner.open("old", { at: "#one" });
  const first = shown(learner);
  await learner.answer({ [first[1]]: String(2 * Number(first[1].slice(1))) });
  await learner.open("new", { elsewhere: true, at: "#one" });
  const then = shown(learner);
  assert.deepEqual([first.length, then.length, first.filter((id) => !then.includes(id)), learner.state(first[1])], [2, 3, [], "correct"]);
  await learner.open("old", { elsewhere: true, at: "#one" });
  assert.ok(shown(learner).length === 2 && shown(learner).includes(first[1]));
});

test("no notes, no record, no certificate any more: what she wrote stays on her device", async () => {
  says("notes-gone", "notes-gone", "", UNSEEN);
  const note = ({ page }) => page.document.querySelector("[data-my-notes] [data-note]");
  const notes = new Learner("notes-gone");
  await notes.open("old", { at: "#one" });
  await notes.page.write(note(notes), "Take the long way.");
  await notes.open("new", { at: "#one" });
  assert.equal(note(notes), null);
  assert.doesNotMatch(notes.page.document.body.textContent, /long way/);
  await notes.open("old", { at: "#one" });
  assert.equal(note(notes).value, "Take the long way.");

  says("record-gone", "record-gone", "", UNSEEN);
  const goal = ({ page }) => page.document.querySelector("[data-goal-words]");
  const record = new Learner("record-gone");
  const opens = async (version) => {
    await record.open(version, { at: "#record" });
    if (version === "old") await record.page.load("record");
  };
  await opens("old");
  await record.page.press(record.page.document.querySelector("[data-goal-add]"));
  await record.page.write(goal(record), "Ask first.");
  await opens("new");
  assert.equal(record.page.document.querySelector("[data-record]"), null);
  assert.doesNotMatch(record.page.document.body.textContent, /Ask first/);
  await opens("old");
  assert.equal(goal(record).value, "Ask first.");

  says("certificate-gone", "certificate-gone", "", "Learners in progress cannot print one from now on.");
  for (const [version, there] of [["old", true], ["new", false]]) {
    const learner = new Learner("certificate-gone");
    await learner.open(version, { at: "#record" });
    assert.equal(learner.page.document.querySelector("[data-certificate]") !== null, there, version);
  }
});

test("another form in the record: answers stand below their ids, and what has no place stays on the device", async () => {
  says("record-form", "record-form", "", "What learners wrote stands below the new question. If it asks something else now, give it another id instead.");
  says("record-form", "record-form", "", "What learners wrote stays on their own device, and may not be shown in it.", "Learners who had chosen it find it chosen no more.", UNSEEN);
  const learner = new Learner("record-form");
  const opens = async (version) => {
    await learner.open(version, { at: "#record" });
    await learner.page.load("record");
  };
  const fields = (id) => [...learner.page.document.querySelectorAll(`[data-asked="${id}"] :is(input, textarea)`)];
  const found = () => ({
    learnt: fields("learnt")[0]?.value,
    when: fields("when").filter(({ type, checked }) => type === "text" || checked).map(({ value }) => value).join(),
    place: fields("place").filter(({ checked }) => checked).map(({ value }) => value).join(),
    gone: fields("gone")[0]?.value,
  });
  const written = { learnt: "To ask.", when: "In spring", place: "At work", gone: "My cat." };
  await opens("old");
  for (const id of ["learnt", "when", "gone"]) await learner.page.write(fields(id)[0], written[id]);
  await learner.page.press(fields("place")[1]);
  assert.deepEqual(found(), written);
  await opens("new");
  assert.deepEqual(found(), { learnt: "To ask.", when: "", place: "", gone: undefined });
  await opens("old");
  assert.deepEqual(found(), written);
});

test("that a film was watched elsewhere counts now, or no longer", async () => {
  says("elsewhere", "film-elsewhere", "one", "It counts as watched then.");
  says("elsewhere-gone", "film-elsewhere", "one", "Who has said so already has it done. All others watch it in the course.");
  const button = ({ page }) => page.document.querySelector("[data-film-elsewhere]");
  const now = new Learner("elsewhere");
  await now.open("old", { at: "#one" });
  assert.equal(button(now), null);
  await now.open("new", { at: "#one" });
  await now.page.press(button(now));
  await now.leave();
  assert.equal(now.result[0], "completed");
  for (const said of [true, false]) {
    const learner = new Learner("elsewhere-gone");
    await learner.open("old", { at: "#one" });
    if (said) await learner.page.press(button(learner));
    await learner.open("new", { elsewhere: true, at: "#one" });
    assert.deepEqual([button(learner), learner.module("one")], [null, said ? "Done" : "Started: watch one film"]);
  }
});

test("a name of the unit that is not taken any more: who wrote it looks again, and others notice nothing", async () => {
  says("unit", "question-unit", "dose", "Learners who wrote it are asked to look at their answer again. Until then it counts for nothing towards the pass mark. Others notice nothing.");
  for (const [words, state] of [["5 tablets", "answered"], ["5 milligrams", "correct"], ["5 mg", "correct"], ["5", "correct"]]) {
    const learner = new Learner("unit");
    await learner.open("old", { at: "#one" });
    await learner.page.write(learner.item("dose").querySelector("input"), words);
    await learner.page.press(learner.item("dose").querySelector("[data-check]"));
    assert.equal(learner.state("dose"), "correct");
    for (const elsewhere of [false, true]) {
      await learner.open("new", { elsewhere, at: "#one" });
      assert.deepEqual([learner.state("dose"), learner.item("dose").querySelector("input").value], [state, words]);
      assert.equal(learner.told("dose").includes(LOOK_AGAIN), state === "answered");
    }
  }
});

test("one answer where several could be chosen: the last of them is found, and reports have all", async () => {
  says("several", "question-one", "clear", "Learners who chose several find the last of them chosen. Reports have all of them until she answers again.");
  const save = async ({ page }) => page.press(page.document.querySelector('[data-kind="survey"] [data-check]'));
  const learner = new Learner("several");
  await learner.open("old", { at: "#one" });
  await learner.page.give(learner.item("clear"), { "Not clear": true, "Very clear": true });
  await save(learner);
  for (const elsewhere of [false, true]) {
    await learner.open("new", { elsewhere, at: "#one" });
    assert.deepEqual(learner.chosen("clear"), ["Very clear"]);
  }
  await learner.leave();
  const both = learner.interaction("clear").learner_response;
  assert.match(both, /not_clear.*very_clear/);
  await learner.open("new", { at: "#one" });
  await learner.page.press(learner.item("clear").querySelectorAll("input")[0]);
  await save(learner);
  await learner.leave();
  assert.notEqual(learner.interaction("clear").learner_response, both);
});

const CONFIRM_AGAIN = "What you confirmed before was another sentence. Read this one, and confirm it.";

test("what is ticked, confirmed or placed, and is gone or in other words: who chose it looks again", async () => {
  const effect = "Learners who had chosen it keep the rest of their answer and are asked to look at it again. Others notice nothing.";
  for (const id of ["to-do", "sure"]) says("ticks", "option-removed", id, effect);
  says("ticks", "option-removed", "policy", "Learners who had confirmed it are asked to read it and to confirm it again; others notice nothing. A sentence is known by its words");
  const learner = await begins("ticks", [["policy", "I have read the policy."], ["to-do", "Call them"], ["sure", "A little"]]);
  await learner.page.give(learner.item("to-do"), { "Call them": true, "Write it down": true });
  await learner.page.press(learner.item("to-do").querySelector("[data-check]"));
  for (const elsewhere of [false, true]) {
    await learner.open("new", { elsewhere, at: "#one" });
    for (const [id, news, rest] of [["policy", CONFIRM_AGAIN, []], ["to-do", LOOK_AGAIN, ["Write it down"]], ["sure", LOOK_AGAIN, []]])
      assert.deepEqual([learner.state(id), learner.told(id), learner.chosen(id)], ["answered", news, rest], id);
    // Heard before the sentence and its button, not only found behind them.
    const described = learner.item("policy").querySelector("fieldset").getAttribute("aria-describedby").split(" ");
    assert.match(described.map((id) => learner.page.document.getElementById(id).textContent).join(" "), new RegExp(CONFIRM_AGAIN));
  }
  const other = await begins("ticks", [["to-do", "Write it down"], ["sure", "Very"]]);
  await other.open("new", { elsewhere: true, at: "#one" });
  assert.deepEqual(["to-do", "sure"].map((id) => [other.told(id).includes(LOOK_AGAIN), other.chosen(id)]), [[false, ["Write it down"]], [false, ["Very"]]]);
});
