/** What `satchel compare` says of letters in reports of SCORM 1.2, held against what an LMS holds and what the page shows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Learner, says } from "./learner.mjs";

/** A learner who has answered in the first version and goes on in the second, on another device. */
async function goesOn(pair, wordy = false) {
  const learner = new Learner(pair, "1.2", wordy);
  await learner.open("old", { at: "#one" });
  await learner.answer({ before: "Read the file", bring: "Bread" });
  await learner.leave();
  const sent = [learner.interaction("before"), learner.interaction("bring")];
  await learner.open("new", { elsewhere: true, at: "#one" });
  assert.deepEqual([learner.chosen("before"), learner.chosen("bring")], [["Read the file"], ["Bread"]], "the course shows what she chose");
  await learner.leave();
  assert.deepEqual([learner.interaction("before"), learner.interaction("bring")], sent, "the LMS holds what it held");
  return sent;
}

/** What the LMS holds of somebody who chooses these words in the second version. */
async function anew(pair, id, label, wordy = false) {
  const learner = new Learner(pair, "1.2", wordy);
  await learner.open("new", { at: "#one" });
  await learner.answer({ [id]: label });
  await learner.leave();
  return learner.interaction(id);
}

test("letters: beside a verdict they stay true, alone they stand for other words", async () => {
  says("codes/scorm12", "option-letters", "bring", "The verdict beside it stays true.");
  says("codes/scorm12", "answer-replaced", "before", "Whoever answered “Read the file” would be read as having answered “Ring the family”. Nothing in it is right or wrong");
  const [before, bring] = await goesOn("codes");
  const others = await anew("codes", "before", "Ring the family");
  assert.deepEqual([before.student_response, before.result], [others.student_response, others.result], "a report has the same for both");
  const water = await anew("codes", "bring", "Water");
  assert.equal(bring.student_response, water.student_response);
  assert.deepEqual([bring.result, water.result], ["wrong", "wrong"]);
  assert.equal((await anew("codes", "bring", "Time")).result, "correct");
});

test("words: reports have them, and no answer is read as another", async () => {
  says("codes-in-words/scorm12", "answer-letters", "before", "Reports have the words, and nothing changes in them.");
  const [before] = await goesOn("codes-in-words", true);
  assert.equal(before.student_response, "Read the file");
  assert.equal((await anew("codes-in-words", "before", "Ring the family", true)).student_response, "Ring the family");
});
