/** What is shown otherwise in the same words: safe, and she meets it so, with her answers as they were. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Learner, says, verdictOf } from "./learner.mjs";

test("another address, another order and another title: she meets them, and her answer stays", async () => {
  says("looks", "module-look", "one", "The link “the form” leads elsewhere: https://a.example/2, no longer https://a.example/1. Learners in progress meet it so when they come to this module, or come back to it.");
  says("looks", "question-look", "one-b", "It is shown in another form, or offers the same in another order. Answers and results stay as they are.");
  says("looks", "module-look", "", "What the course says as a whole has changed: its title. Learners in progress find it so from their next visit. Answers, results and completion stay as they are.");
  assert.equal(verdictOf("looks"), "safe");
  const learner = new Learner("looks");
  await learner.open("old", { at: "#one" });
  await learner.answer({ "one-b": "Five" });
  const [state, order] = [learner.state("one-b"), [...learner.item("one-b").querySelectorAll("input")].map(({ value }) => value)];
  await learner.leave();
  const before = learner.result;
  await learner.open("new", { at: "#one" });
  const { document } = learner.page;
  assert.equal(document.querySelector("a[href^='https://a.example']").getAttribute("href"), "https://a.example/2");
  assert.deepEqual([...learner.item("one-b").querySelectorAll("input")].map(({ value }) => value), order.toReversed());
  assert.match(document.title, /Renamed/);
  assert.deepEqual([learner.state("one-b"), ...learner.chosen("one-b")], [state, "Five"]);
  await learner.leave();
  assert.deepEqual(learner.result, before);
});
