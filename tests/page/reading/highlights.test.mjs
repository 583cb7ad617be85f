import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "../page.mjs";

const { findPassage, lettersOf, placeIn, wordsAt } = await import("../../../templates/components/my-notes/letters.js");
const { mark, unmark } = await import("../../../templates/components/my-notes/marks.js");

const TEXT = `<h2 id="ask">Ask first</h2>
  <p>Trust <a href="#x">takes <em>time</em></a>, and the <a class="term" href="#g">team</a>
   has it.</p><ul>
  <li>One risk</li>
  <li>Another risk</li></ul><p lang="ar" dir="rtl">العمل مع العائلات يحتاج وقتًا</p><p lang="ja">支援は信頼から始まります。</p>
  <form data-item="q"><p>What takes time?</p></form>`;

async function moduleOf(html) {
  const page = await new Device().open("visit/web");
  const module = page.document.createElement("section");
  module.innerHTML = html;
  page.document.body.append(module);
  return module;
}

/** The place of words as if they were selected from their first letter to their last. */
function selected(module, words) {
  const letters = lettersOf(module);
  const from = letters.words.indexOf(words);
  const range = document.createRange();
  range.setStart(letters.texts[from], letters.places[from]);
  range.setEnd(letters.texts[from + words.length - 1], letters.places[from + words.length - 1] + 1);
  return placeIn(letters, range);
}
const passageOf = (module, words) => wordsAt(lettersOf(module), selected(module, words));
const marked = (module) => [...module.querySelectorAll("mark")].map(({ textContent }) => textContent);

test("words of every script are marked across links and emphasis, and nothing is cut", async () => {
  for (const [words, pieces] of [
    ["Trust takes time, and the team has", ["Trust ", "takes ", "time", ", and the ", "team", "\n   has"]],
    ["takes time", ["takes ", "time"]],
    ["risk Another", ["risk", "Another"]],
    ["مع العائلات", ["مع العائلات"]],
    ["信頼から", ["信頼から"]],
  ]) {
    const module = await moduleOf(TEXT);
    const before = module.innerHTML;
    mark(lettersOf(module), [selected(module, words)]);
    assert.deepEqual(marked(module), pieces);
    assert.equal(module.querySelectorAll("ul > mark, a").length, 2, "no mark between the rows of a list; both links are whole");
    assert.equal(lettersOf(module).words, lettersOf(await moduleOf(TEXT)).words);
    unmark(module);
    assert.equal(module.innerHTML, before);
    assert.equal(module.querySelector("p").firstChild.data, "Trust ", "its texts are whole again");
  }
});

test("passages may overlap, and a question is no part of one", async () => {
  const module = await moduleOf(TEXT);
  mark(lettersOf(module), [selected(module, "Trust takes"), selected(module, "takes time, and")]);
  assert.equal(marked(module).join(""), "Trust takes time, and");
  assert.ok(!lettersOf(module).words.includes("What"));
  const range = document.createRange();
  range.selectNodeContents(module.querySelector("form"));
  assert.equal(placeIn(lettersOf(module), range), null);
});

test("after an edit a passage is found by its words and what is around it, or not at all: never other words", async () => {
  const module = await moduleOf(TEXT);
  const [long, short] = [passageOf(module, "takes time, and the team"), passageOf(module, "risk Another").words];
  const first = wordsAt(lettersOf(module), selected(module, "risk"));
  const found = async (passage, html) => {
    const letters = lettersOf(await moduleOf(html));
    const place = findPassage(letters, passage);
    return place && `${letters.words.slice(place[0] - 5, place[0])}|${letters.words.slice(...place)}`;
  };
  assert.equal(short, "risk Another");
  assert.equal(await found(long, TEXT), "rust |takes time, and the team");
  assert.equal(await found(long, `<p>New.</p><p>It all <b>takes time, and</b> the team knows.</p>`), " all |takes time, and the team", "long words, wherever they went");
  assert.equal(await found(long, TEXT.replace("team", "family")), null);
  assert.equal(await found(first, TEXT), " One |risk");
  assert.equal(await found(first, TEXT.replace("<li>One risk</li>", "<li>Another</li><li>One risk</li>")), " One |risk");
  assert.equal(await found(first, TEXT.replace("<li>One risk</li>", "")), null, "the other risk is not hers");
  assert.equal(await found({ ...first, words: "" }, TEXT), null);
});
