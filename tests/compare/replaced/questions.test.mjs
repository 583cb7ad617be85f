/** What `satchel compare` says of questions, held against what a learner in progress meets, on her device and on another. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOK_AGAIN, Learner, says, verdictOf } from "./learner.mjs";

const KEPT = "Who has completed or passed the course stays so, and no score goes down.";
const UNTIL = "Until then it counts for nothing towards the pass mark.";
const ANSWERS = {
  "wrong-gone": "Haste",
  more: "A car",
  reworded: "Wait until they call you",
  right: "Targets that change",
  kind: "Knock",
  slip: "Patience",
  anew: "Listening",
  gone: "That one there",
  "first-id": "A child",
  letters: "Alpha beta",
  other: "Yes",
  "moves-up": "The lift",
  "moves-on": "The bus",
  fill: { Gap: "confidence" },
  scale: "A little",
};

/** A learner who has answered all of the first version, with enough right to pass; it is played once. */
async function passes() {
  begun ??= play();
  return (await begun).copy();
}

let begun;

async function play() {
  const learner = new Learner("questions");
  await learner.open("old", { at: "#one" });
  const { fill, ...others } = ANSWERS;
  await learner.answer(others);
  await learner.page.write(learner.item("fill").querySelector("input"), fill.Gap);
  await learner.page.press(learner.item("fill").querySelector("[data-check]"));
  await learner.write("now", "Words of now.");
  await learner.write("first-then", "Words of then.");
  for (const module of ["#two", "#three", "#one"]) await learner.page.go(module);
  await learner.leave();
  assert.deepEqual(learner.result, ["completed", "passed", "78"]);
  return learner;
}

/** What she meets in the second version: on her device, then on another. */
async function meets(look) {
  const learner = await passes();
  for (const elsewhere of [false, true]) {
    await learner.open("new", { elsewhere, at: "#one" });
    await look(learner, elsewhere);
  }
  return learner;
}

test("an option that is gone or in other words: who chose it looks again, and others notice nothing", async () => {
  for (const [kind, id] of [["option-removed", "wrong-gone"], ["option-reworded", "reworded"]])
    says("questions", kind, id, `Learners who had chosen it keep the rest of their answer and are asked to look at it again. ${UNTIL} Others notice nothing.`);
  says("questions", "option-reworded", "reworded", "An option is known by its words: only capitals, punctuation and spaces may change without it.");
  await meets((learner) => {
    for (const id of ["wrong-gone", "reworded"]) {
      assert.equal(learner.told(id), LOOK_AGAIN, id);
      assert.deepEqual([learner.state(id), learner.chosen(id)], ["answered", []], id);
    }
  });
  const other = new Learner("questions");
  await other.open("old", { at: "#one" });
  await other.answer({ "wrong-gone": "Fear of blame", reworded: "Those who live there" });
  await other.open("new", { elsewhere: true, at: "#one" });
  assert.deepEqual(["wrong-gone", "reworded"].map((id) => [other.state(id), ...other.chosen(id)]), [["incorrect", "Fear of blame"], ["correct", "Those who live there"]]);
});

test("an option more, or words that ask the same: answers, results and scores stay", async () => {
  says("questions", "option-added", "more", "Answers and results stay as they are.");
  says("questions", "question-corrected", "slip", "Answers, results and scores stay.");
  says("questions", "question-reworded", "anew", "Answers, results and scores stay.", "If it asks something else now, give it another id instead.");
  const learner = await meets((now) => {
    const found = ["more", "slip", "anew"].map((id) => [now.state(id), ...now.chosen(id)]);
    assert.deepEqual(found, [["incorrect", "A car"], ["correct", "Patience"], ["correct", "Listening"]]);
    assert.doesNotMatch(now.told("anew"), /has changed/);
  });
  await learner.leave();
  assert.deepEqual(learner.result, ["completed", "passed", "78"]);
});

test("something else is right: the answer is kept and looked at again, and what was reached stays", async () => {
  for (const id of ["right", "fill"]) says("questions", "right-answer", id, "Learners who answered it keep their answer, and are asked to look at it again.", UNTIL, KEPT);
  const learner = await meets((now) => {
    for (const id of ["right", "fill"]) assert.deepEqual([now.state(id), now.told(id)], ["answered", LOOK_AGAIN], id);
    assert.deepEqual(now.chosen("right"), ["Targets that change"]);
    assert.equal(now.item("fill").querySelector("input").value, "confidence");
  });
  await learner.leave();
  assert.deepEqual(learner.result, ["completed", "passed", "78"]);
  const other = new Learner("questions");
  await other.open("old", { at: "#one" });
  await other.page.write(other.item("fill").querySelector("input"), "trust");
  await other.page.press(other.item("fill").querySelector("[data-check]"));
  await other.answer({ right: "Time to learn" });
  await other.open("new", { elsewhere: true, at: "#one" });
  for (const id of ["right", "fill"]) assert.equal(other.told(id), LOOK_AGAIN, "also who is right now");
});

test("who is in progress and has the marks has them no more until she has answered anew", async () => {
  const learner = new Learner("questions");
  await learner.open("old", { at: "#one" });
  const { fill, ...others } = ANSWERS;
  await learner.answer(others);
  await learner.page.write(learner.item("fill").querySelector("input"), fill.Gap);
  await learner.page.press(learner.item("fill").querySelector("[data-check]"));
  await learner.leave();
  assert.deepEqual(learner.result, ["incomplete", "", "78"]);
  await learner.open("new", { at: "#one" });
  for (const module of ["#two", "#three", "#one"]) await learner.page.go(module);
  await learner.leave();
  assert.deepEqual(learner.result, ["incomplete", "", "78"], "though all modules were opened and the score is that of before");
});

test("another kind of question: it is to be answered again, and what was reached stays", async () => {
  says("questions", "question-kind", "kind", "Learners who answered it are asked to answer it again, and may find a part of their old answer in it.", UNTIL, KEPT, "A question of another kind is better given another id.");
  const learner = await meets((now) => {
    assert.deepEqual([now.state("kind"), now.told("kind")], ["answered", LOOK_AGAIN]);
    assert.doesNotMatch(now.item("kind").textContent, /Your answer/);
  });
  await learner.leave();
  assert.deepEqual(learner.result, ["completed", "passed", "78"]);
});

test("another kind with the same words: what was chosen stays chosen, and is asked for again where it is judged", async () => {
  says("labels", "question-kind", "sure", "Learners who answered it are asked to answer it again, and may find a part of their old answer in it.", UNTIL);
  says("labels", "question-kind", "calm", "Learners who answered it find their answer in it, as if it were one to this. Give this question an id of its own");
  assert.equal(verdictOf("labels"), "new-activity");
  const learner = new Learner("labels");
  await learner.open("old", { at: "#one" });
  await learner.answer({ sure: "Not at all", calm: "A little" });
  for (const elsewhere of [false, true]) {
    await learner.open("new", { elsewhere, at: "#one" });
    assert.deepEqual([learner.state("sure"), learner.told("sure"), ...learner.chosen("sure")], ["answered", LOOK_AGAIN, "Not at all"]);
    assert.deepEqual([learner.told("calm"), ...learner.chosen("calm")], ["1 of 2 done.", "A little"], "she ticked nothing");
  }
});

test("an option in the place of another has its letter in reports", async () => {
  says("labels/scorm12", "option-letters", "omega", "SCORM 1.2 reports have letters for options, and some of these stand for other words now. In the LMS's reports, answers from before keep the letter that the option had then.");
  const learner = new Learner("labels", "1.2");
  await learner.open("old", { at: "#one" });
  await learner.answer({ omega: "Alpha" });
  await learner.open("new", { at: "#one" });
  assert.deepEqual([learner.state("omega"), learner.told("omega"), ...learner.chosen("omega")], ["answered", LOOK_AGAIN]);
  const before = learner.interaction("omega").student_response;
  await learner.answer({ omega: "Epsilon" });
  await learner.leave();
  assert.equal(learner.interaction("omega").student_response, before);
});

test("a question that is gone: its answer is kept unseen, and comes back with it", async () => {
  says("questions", "question-removed", "gone", "Answers to it are kept unseen, and come back if the question does.", KEPT);
  const learner = await meets((now) => assert.equal(now.item("gone"), null));
  await learner.answer({ more: "A plan" });
  await learner.open("old", { elsewhere: true, at: "#one" });
  assert.deepEqual([learner.state("gone"), ...learner.chosen("gone")], ["correct", "That one there"]);
});

test("a reflection that is gone: the words stay on the device that they were written on", async () => {
  says("questions", "question-removed", "now", "What learners wrote stays on their own device, but the course does not show it any more.");
  const learner = await passes();
  await learner.open("new", { at: "#one" });
  assert.equal(learner.item("now"), null);
  assert.doesNotMatch(learner.page.document.body.textContent, /Words of now/);
  await learner.answer({ more: "A plan" });
  await learner.open("old", { at: "#one" });
  assert.equal(learner.item("now").querySelector("textarea").value, "Words of now.");
});

test("a question or reflection under another id is empty, until the id is put back", async () => {
  says("questions", "question-id", "second-id", "put {#first-id} back at the end of its heading. As it is, what learners answered is not shown in it.");
  says("questions", "question-id", "second-then", "put {#first-then} back at the end of its heading. As it is, what learners wrote is not shown in it.");
  const learner = await passes();
  await learner.open("new", { at: "#one" });
  assert.deepEqual([learner.state("second-id"), learner.item("second-then").querySelector("textarea").value], ["unanswered", ""]);
  await learner.open("old", { at: "#one" });
  assert.deepEqual([learner.state("first-id"), learner.item("first-then").querySelector("textarea").value], ["correct", "Words of then."]);
});

test("another question under an id has the answers of the first, on the page and in reports", async () => {
  says("questions", "question-replaced", "other", "What learners answered there would be taken for an answer to this one, also in an LMS's reports.");
  const learner = await meets((now) => assert.deepEqual([now.state("other"), ...now.chosen("other")], ["correct", "Yes"]));
  await learner.leave();
  assert.deepEqual([learner.interaction("other").learner_response, learner.interaction("other").result], ["yes", "correct"]);
});

test("a question in another place or module has its answer, and modules that are done stay done", async () => {
  says("questions", "question-moved", "moves-on", "Answers move with it.", "Modules that are done stay done.");
  await meets(async (now) => {
    assert.equal(now.state("moves-on"), "correct");
    for (const id of ["one", "two", "three"]) assert.equal(now.module(id), "Done", id);
  });
  says("moved", "question-moved", "", "It stands in another place. Answers move with it.");
  const learner = new Learner("moved");
  await learner.open("old", { at: "#one" });
  await learner.answer({ "one-a": "Two", "one-b": "Five" });
  await learner.open("new", { elsewhere: true, at: "#one" });
  assert.deepEqual(["one-a", "one-b"].map((id) => [learner.state(id), ...learner.chosen(id)]), [["correct", "Two"], ["incorrect", "Five"]]);
});

test("options in other places: reports keep the letter from before", async () => {
  says("questions/scorm12", "option-letters", "letters", "Options stand in other places, so that SCORM 1.2 reports give them other letters. In the LMS's reports, answers from before keep the letter that the option had then.");
  const learner = await passes12();
  const before = learner.interaction("letters").student_response;
  await learner.open("new", { at: "#one" });
  assert.deepEqual(learner.chosen("letters"), ["Alpha beta"]);
  await learner.leave();
  assert.equal(learner.interaction("letters").student_response, before);
  assert.notEqual(await reported("letters", "Alpha beta"), before);
});

test("labels in other places: who answered the one would be read as having answered the other", async () => {
  says("questions/scorm12", "answer-replaced", "scale", "An LMS's report has the same for the label “A little” as before for “Not at all”. Whoever answered “Not at all” would be read as having answered “A little”. Nothing in it is right or wrong: what such an answer stands for is all that a report says. Give this question an id of its own: then the new package can take the place of the old one.");
  const learner = await passes12();
  await learner.open("new", { at: "#one" });
  assert.deepEqual(learner.chosen("scale"), ["A little"]);
  await learner.leave();
  assert.equal(await reported("scale", "Not at all"), learner.interaction("scale").student_response);
});

async function passes12() {
  const learner = new Learner("questions", "1.2");
  await learner.open("old", { at: "#one" });
  await learner.answer({ letters: "Alpha beta", scale: "A little" });
  await learner.leave();
  return learner;
}

/** What a report of the new version has for an answer. */
async function reported(id, words) {
  const another = new Learner("questions", "1.2");
  await another.open("new", { at: "#one" });
  await another.answer({ [id]: words });
  await another.leave();
  return another.interaction(id).student_response;
}

test("other ways in a story: who is in the middle begins again, and who reached an end stays done", async () => {
  says("ways", "story-ways", "nobody", "Its choices lead elsewhere, or stand in another order. Learners in the middle of it begin again. Who reached an end stays done; her way is not shown any more.");
  for (const [way, state] of [[["You ring again"], ""], [["You ring again", "You greet"], "completed"]]) {
    const learner = new Learner("ways");
    await learner.open("old", { at: "#one" });
    for (const choice of way) await learner.page.press(choice);
    await learner.open("new", { at: "#one" });
    const shown = [...learner.page.document.querySelectorAll("[data-current] [data-scene][data-now]")].map((scene) => scene.querySelector("h2, h3").textContent.trim());
    assert.deepEqual(shown, ["Nobody opens"]);
    await learner.leave();
    if (state) assert.equal(learner.result[0], state);
    else assert.equal(learner.result[0], "incomplete");
  }
});

const saves = async (learner, answers) => {
  for (const [id, label] of Object.entries(answers)) await learner.page.give(learner.item(id), { [label]: true });
  await learner.page.press(learner.page.document.querySelector('[data-kind="survey"] [data-check]'));
};

test("a survey that is reported now: what was saved before is not sent, what a learner changes is", async () => {
  for (const id of ["clear", "long"])
    says("survey", "question-reported", id, "Answers go to the LMS with the learner's name now, and tutors see them. Answers that were saved before are not sent. One that a learner changes and saves is. Tell learners before they answer.");
  says("survey", "question-privacy", "now", "It is kept otherwise: “report”, no longer “device”. Words that are written already stay where they are until the learner changes them, and the page says so. Tell learners before they write more.");
  const learner = new Learner("survey");
  await learner.open("old", { at: "#one" });
  await saves(learner, { clear: "Very clear", long: "Too long" });
  await learner.write("now", "Only for me.");
  await learner.open("new", { at: "#one" });
  assert.deepEqual(["clear", "long"].map((id) => learner.chosen(id)), [["Very clear"], ["Too long"]]);
  await learner.leave();
  assert.deepEqual(["clear", "long"].map((id) => learner.interaction(id)), [{}, {}]);
  await learner.open("new", { at: "#one" });
  await saves(learner, { long: "Too short" });
  await learner.leave();
  assert.deepEqual(["clear", "long"].map((id) => learner.interaction(id).learner_response), [undefined, "s1"]);
});

test("a survey that is reported no more: what was sent stays in reports, and no new answer goes there", async () => {
  says("survey-kept", "question-reported", "clear", "Answers are kept with the learner's progress alone now: tutors see no new ones. Answers that were sent stay in the LMS's reports.");
  const learner = new Learner("survey-kept");
  await learner.open("old", { at: "#one" });
  await saves(learner, { clear: "Very clear" });
  await learner.open("new", { at: "#one" });
  assert.deepEqual(learner.chosen("clear"), ["Very clear"]);
  await saves(learner, { clear: "Not clear", long: "Too long" });
  await learner.leave();
  assert.deepEqual(["clear", "long"].map((id) => learner.interaction(id).learner_response), ["s2", undefined]);
});
