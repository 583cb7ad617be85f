/** What the author says to an answer, taken from the answers that stand in the page: its words, its language, and no id twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { answerOf } from "../../../templates/runtime/question/answers.js";
import { interfaceLanguage, languageOf, quote, speakAs, spoken } from "../../../templates/runtime/page/strings.js";

/** A page whose interface is English, with this in its body. */
function page(body, { lang = "en" } = {}) {
  const { document, HTMLElement, Text, NodeFilter } = new Window();
  document.write(`<html lang="${lang}"><body>${body}</body></html>`);
  for (const [name, value] of Object.entries({ document, HTMLElement, Text, NodeFilter })) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  return document;
}

const ANSWER = `<section id="answer-q" lang="cy">
  <div data-right-answer id="right"><ul>
    <li data-choice="a" data-correct><p id="a">Gwir <span data-verdict>(right)</span></p><div data-choice-feedback><p lang="fr" id="x">Oui</p> da <em>iawn</em></div></li>
    <li data-choice="b"><p>Gau</p><div data-choice-feedback> </div></li>
    <li data-choice="c"><p>Arall</p></li></ul></div>
  <div data-overall-feedback><figure id="f" aria-labelledby="name"><p id="name">A map</p></figure><i aria-labelledby="nobody">so</i></div>
  <div data-worked></div>
</section>`;

/** Markup as a learner meets it: spaces that nobody sees left out. */
const html = (fragment) => {
  const box = document.createElement("div");
  box.append(fragment);
  return box.innerHTML.replace(/\s+/g, " ").trim();
};

test("what is right, of which options, and what is said to each", () => {
  const answer = answerOf(page(ANSWER), "q");
  assert.deepEqual([answer.choices, answer.correct], [["a", "b", "c"], ["a"]]);
  assert.deepEqual(["b", "c", "d"].map((choice) => answer.feedbackOn(choice)), [null, null, null]);
  assert.equal(answer.worked(), null);
  assert.deepEqual(answer.all("li").map((entry) => entry.getAttribute("data-choice")), ["a", "b", "c"]);
});

test("each part of what is said keeps its language, and has the author's where it has none", () => {
  const said = html(answerOf(page(ANSWER), "q").feedbackOn("a"));
  assert.equal(said, '<p lang="fr">Oui</p><span lang="cy"> da </span><em lang="cy">iawn</em>');
  const plain = page(ANSWER.replace(' lang="cy"', ""));
  assert.equal(html(answerOf(plain, "q").feedbackOn("a")), '<p lang="fr">Oui</p> da <em>iawn</em>');
});

test("no id stands twice in the page, and what named a part by one names it by its words", () => {
  const answer = answerOf(page(ANSWER), "q");
  assert.equal(html(answer.overall()), '<figure lang="cy" aria-label="A map"><p>A map</p></figure><i aria-labelledby="nobody" lang="cy">so</i>');
});

test("the right answer is shown without the wrong ones, and without what is said to it", () => {
  assert.equal(html(answerOf(page(ANSWER), "q").right()), '<div data-right-answer="" lang="cy"><ul> <li data-choice="a" data-correct=""><p>Gwir </p></li> </ul></div>');
  const unmarked = answerOf(page(ANSWER.replace(" data-correct", "")), "q");
  assert.deepEqual([unmarked.correct, unmarked.right().querySelectorAll("li").length], [[], 3]);
  assert.equal(answerOf(page(`<div data-kept-back>${ANSWER}</div>`), "q").right(), null);
});

test("a question without answers in the page has nothing to say", () => {
  const answer = answerOf(page(""), "q");
  assert.deepEqual([answer.choices, answer.correct, answer.all("*")], [[], [], []]);
  assert.deepEqual([answer.feedbackOn("a"), answer.right(), answer.overall(), answer.worked()], [null, null, null, null]);
});

test("words that are said again lose the spaces round them and keep their languages", () => {
  const { body } = page('<p id="one"> <b>Ask</b> the <i lang="cy">teulu</i> </p><p id="two">So</p><p id="three"><i lang="ar" dir="rtl">نعم</i></p>');
  const [one, two, three] = body.children;
  const told = (sentence) => sentence.map((part) => (typeof part === "string" ? part : part.outerHTML));
  assert.deepEqual(told(quote(one)), ["Ask", " the ", '<span lang="cy">teulu</span>']);
  assert.deepEqual(told(quote(two)), ["So"]);
  assert.deepEqual(told(quote(three)), ['<span lang="ar" dir="rtl">نعم</span>']);
  assert.deepEqual([quote(null), quote(undefined)], [[], []]);
  assert.equal(spoken(" ", three.firstChild), " ");
  assert.equal(speakAs(document.createElement("p"), two).outerHTML, "<p></p>");
  assert.equal(speakAs(document.createElement("p"), null).outerHTML, "<p></p>");
});

test("the language of the interface is the body's, and that of a part the nearest one's", () => {
  const welsh = page('<p lang="fr"><b>Oui</b></p><p>So</p>', { lang: "cy" });
  assert.equal(interfaceLanguage(welsh), "cy");
  welsh.body.lang = "en";
  assert.equal(interfaceLanguage(welsh), "en");
  assert.deepEqual([...welsh.querySelectorAll("b, p")].map(languageOf), ["fr", "fr", "en"]);
  assert.deepEqual([languageOf(null), languageOf(undefined)], ["", ""]);
});
