/** What `satchel compare` says of languages, held against what a learner in progress meets. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOK_AGAIN, Learner, begun, says } from "./learner.mjs";

const WELSH = { "cmi.learner_preference.language": "cy" };

test("a language that comes: it is opened in it where browser or LMS asks for it, and every page leads back", async () => {
  says("language-added", "language-added", "", "The course is also in cy now. Answers stay. Learners whose browser or LMS asks for it find the course in it, and can switch back on every page.");
  const learner = new Learner("language-added");
  await learner.open("old", { at: "#the-door", given: WELSH });
  await learner.answer({ "first-words": "Your name, and where you are from" });
  await learner.open("new", { elsewhere: true, at: "#the-door" });
  const { document } = learner.page;
  assert.deepEqual([document.documentElement.lang, learner.state("first-words")], ["cy", "correct"]);
  for (const page of document.querySelectorAll("[data-page], [data-module]")) assert.ok(document.querySelector('[data-languages] a[lang="en-GB"]'), page.id);
  await learner.page.press(document.querySelector('[data-languages] a[lang="en-GB"]'));
  assert.equal(document.documentElement.lang, "en-GB");
});

test("a language that goes: answers stay, words that were right in it alone are looked at again, no score is lowered", async () => {
  says("language-removed", "language-removed", "", "The course is no longer in cy. Answers stay, in whichever language they were given. Learners who chose it find the course in en-GB. A word in a gap that was right in that language alone is to be looked at again; no score is lowered.");
  const learner = new Learner("language-removed");
  await learner.open("old", { at: "#the-talk", given: WELSH });
  assert.equal(learner.page.document.documentElement.lang, "cy");
  const gap = () => learner.item("one-word");
  await learner.page.write(gap().querySelector("input"), "ganiatâd");
  await learner.page.press(gap().querySelector("[data-check]"));
  assert.equal(learner.state("one-word"), "correct");
  await learner.page.go("#the-door");
  await learner.answer({ "first-words": "Eich enw, ac o ble rydych chi’n dod" });
  await learner.leave();
  const score = Number(learner.result[2]);
  assert.ok(score > 0);
  await learner.open("new", { elsewhere: true, at: "#the-talk" });
  assert.equal(learner.page.document.documentElement.lang, "en-GB");
  assert.deepEqual([learner.told("one-word"), gap().querySelector("input").value, learner.state("first-words")], [LOOK_AGAIN, "ganiatâd", "correct"]);
  await learner.leave();
  assert.equal(Number(learner.result[2]), score);
});

test("another language: who is in progress finds the course in it, with her answers, which she looks at again", async () => {
  says("language", "language", "", "The course is in another language: cy, no longer en-GB. Learners in progress find the course in the other language. Answers stay, but for what is said of each question below.");
  says("language", "question-replaced", "first-words", "What learners answered there would be taken for an answer to this one");
  const learner = new Learner("language");
  await learner.open("old", { at: "#the-door" });
  await learner.answer({ "first-words": "Your name, and where you are from" });
  await learner.open("new", { at: "#the-door" });
  assert.equal(learner.page.document.documentElement.lang, "cy");
  assert.deepEqual([learner.state("first-words"), ...learner.chosen("first-words")], ["answered", "Eich enw, ac o ble rydych chi’n dod"]);
  await learner.leave();
  says("language-tag", "language", "", "The course is in another language: en, no longer en-GB.");
  const tag = await begun("language-tag", { "one-a": "Two" });
  await tag.open("new", { elsewhere: true, at: "#one" });
  assert.deepEqual([tag.page.document.documentElement.lang, tag.state("one-a")], ["en", "correct"]);
});

test("words of two options that change places in one language: the new words with the verdict on the old ones", async () => {
  says("swapped", "option-replaced", "first-words", "Learners who chose it in cy would be shown the new words as their answer, with the verdict on the old ones.");
  const learner = new Learner("swapped");
  await learner.open("old", { at: "#the-door", given: WELSH });
  await learner.answer({ "first-words": "Eich enw, ac o ble rydych chi’n dod" });
  await learner.open("new", { elsewhere: true, at: "#the-door" });
  assert.deepEqual([learner.state("first-words"), learner.chosen("first-words")[0].slice(0, 9)], ["correct", "Bod cwyn "]);
});

test("another word that is right in one language: who has another verdict now looks again, and the score stays", async () => {
  says("other-word", "right-answer", "one-word", "Learners whose answer is worth something else now are asked to look at it again. Until then it counts for nothing towards the pass mark. Others notice nothing, and no score is lowered.");
  for (const [pair, word, before, after, checked] of [["other-word", "ganiatâd", "correct", "answered", "incorrect"], ["other-word", "gydsyniad", "correct", "correct", "correct"], ["other-word", "dim", "incorrect", "incorrect", "incorrect"], ["one-word-more", "caniatâd", "incorrect", "answered", "correct"]]) {
    const learner = new Learner(pair);
    await learner.open("old", { at: "#the-talk", given: WELSH });
    const gap = () => learner.item("one-word");
    await learner.page.write(gap().querySelector("input"), word);
    await learner.page.press(gap().querySelector("[data-check]"));
    assert.equal(learner.state("one-word"), before);
    await learner.leave();
    const score = Number(learner.result[2]);
    await learner.open("new", { elsewhere: true, at: "#the-talk" });
    assert.equal(learner.state("one-word"), after, `${pair} ${word}`);
    await learner.page.press(gap().querySelector("[data-check]"));
    assert.equal(learner.state("one-word"), checked, `${pair} ${word}`);
    await learner.leave();
    assert.ok(Number(learner.result[2]) >= score);
  }
});
