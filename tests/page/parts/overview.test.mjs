/** How far a learner is, in words: beside each module, on the cover, at the end of a module and in lists of questions. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { showOutcomes } from "../../../templates/runtime/page/outcomes.js";
import { Overview, todoWords } from "../../../templates/runtime/page/overview.js";
import { answerPart, feedbackParts, verdictPart, workedPart } from "../../../templates/runtime/question/verdict.js";

const values = (own = {}) => Object.entries(own).map(([key, value]) => ` ${key}=${Array.isArray(value) ? value.map((part) => part.textContent ?? part).join("") : value}`).join("");
const strings = {
  text: (key, own) => `<${key}${values(own)}>`,
  plural: (key, count, own) => `<${key} ${count}${values(own)}>`,
  list: (parts) => parts.flatMap((part, place) => (place > 0 ? [", ", part] : [part])),
  spelled: (key, count) => `<${key} ${count}>`,
  sentence: (key, own) => [`<${key}${values(own)}>`],
};

const BODY = `
<p data-progress></p><p data-progress></p><progress data-bar max="3"></progress><a data-start href="#m1">Begin</a>
<i data-module-ring="m1"></i><i data-module-state="m1"></i><b data-module-state="m1"></b><i data-module-state="m2"></i><i data-module-state="m3"></i>
<section data-page id="m1"><h1>First</h1></section><section data-page id="m2"><h1>Second</h1></section><section data-page id="m3"><h1>Third</h1></section>`;

function opened(completion = {}, needs = {}) {
  const { document, NodeFilter, HTMLElement, HTMLTemplateElement } = new Window();
  document.write(`<html lang="en"><body lang="en">${BODY}</body></html>`);
  for (const [name, value] of Object.entries({ document, NodeFilter, HTMLElement, HTMLTemplateElement })) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  const modules = ["m1", "m2", "m3"].map((id, place) => ({ id, number: place + 1, element: document.getElementById(id), needs: needs[id] ?? [] }));
  const overview = new Overview(document, { modules, completion: { rule: "all-modules", passMark: null, partial: false, ...completion } }, strings);
  const update = (own = {}, completed = false) => overview.update({ modules: new Map(), todo: new Map(), waits: new Map(), merely: false, opened: 0, done: 0, left: 0, waiting: 0, answered: 0, scored: 0, points: 0, percent: 0, ...own }, completed);
  const states = () => [...document.querySelectorAll("[data-module-state]")].map((one) => [one.dataset.state ?? "", one.textContent]);
  const line = () => document.querySelector("[data-progress]").textContent;
  const start = () => [document.querySelector("[data-start]").getAttribute("href"), document.querySelector("[data-start]").textContent];
  return { overview, document, update, states, line, start };
}

const map = (own) => new Map(Object.entries(own));

test("beside each module stands how far she is in it, and what is left while something is", () => {
  const { overview, document, update, states } = opened();
  const todo = map({ m1: [{ deed: "answer", at: ["a", "b"] }, { deed: "read", at: ["m1"] }] });
  update({ modules: map({ m1: "started", m2: "not-started", m3: "done" }), todo });
  const left = "<state.started>: <todo.answer 2>, <todo.read-on>";
  assert.deepEqual(states(), [["started", left], ["started", left], ["not-started", "<state.not-started>"], ["done", "<state.done>"]]);
  assert.equal(document.querySelector("[data-module-ring]").dataset.state, "started");
  assert.deepEqual([overview.endOf({ id: "m1" }).length, overview.endOf({ id: "m2" }), overview.endOf({ id: "gone" })], [2, [], []]);
  update({ modules: map({ m1: "started" }), todo }, true);
  assert.equal(states()[0][1], "<state.started>", "nothing is left once it is completed");
  assert.deepEqual(overview.endOf({ id: "m1" }), []);
  assert.equal(todoWords({ deed: "watch", at: ["x"] }, strings), "<todo.watch 1>");
});

test("what waits for other modules says for which, and no longer once they are done", () => {
  const { document, update, states } = opened({}, { m3: ["m1", "m2"] });
  update({ modules: map({ m3: "not-started" }), waits: map({ m3: ["m1", "m2"] }) });
  assert.deepEqual(states()[3], ["waits", "<state.waits list=First, Second>"]);
  assert.deepEqual(["m1", "m3"].map((id) => document.getElementById(id).hasAttribute("data-waits")), [false, true]);
  update({ modules: map({ m3: "not-started" }) });
  assert.deepEqual([states()[3], document.getElementById("m3").hasAttribute("data-waits")], [["not-started", "<state.not-started>"], false]);
});

test("the line of progress says what the course's rule is about", () => {
  const { document, update, line } = opened();
  update({ merely: true, opened: 2, done: 1 });
  assert.deepEqual([line(), document.querySelector("[data-bar]").value], ["<progress.modules 3 opened=2>", 2]);
  assert.equal(document.querySelectorAll("[data-progress]")[1].textContent, line());
  update({ opened: 2, done: 1, todo: map({ m1: [{ deed: "open", at: ["m1"] }, { deed: "hand-in", at: ["m1"] }], m2: [{ deed: "open", at: ["m2"] }, { deed: "watch", at: ["f", "g"] }, { deed: "read", at: ["m2"] }, { deed: "answer", at: ["q"] }] }) });
  const left = "<todo.open 2>, <todo.read 1>, <todo.watch 2>, <todo.answer 1>, <todo.hand-in 1>";
  assert.deepEqual([line(), document.querySelector("[data-bar]").value], [`<progress.done 3 done=1> <progress.todo list=${left}>`, 1]);
  update({ done: 3 });
  assert.equal(line(), "<progress.done 3 done=3>");
  update({ left: 2, waiting: 1 }, true);
  assert.equal(line(), "<progress.completed> <progress.waiting 1> <progress.left 2>");
  update({ waiting: 1 });
  assert.equal(line(), "<progress.done 3 done=0> <progress.waiting 1>");
});

test("a pass mark is told with the points so far, and what of it is still to do", () => {
  const { update, line } = opened({ rule: "pass-mark", passMark: 80 });
  update({});
  assert.equal(line(), "<progress.done 3 done=0> <progress.todo list=<todo.mark passMark=80>>");
  update({ answered: 1, scored: 2, points: 2, percent: 79, waiting: 1 });
  assert.equal(line(), "<progress.done 3 done=0> <progress.todo list=<todo.mark passMark=80>> <progress.score percent=79 passMark=80>");
  update({ answered: 1, scored: 2, points: 3, percent: 80 });
  assert.equal(line(), "<progress.done 3 done=0> <progress.points percent=80 passMark=80>");
  const partial = opened({ rule: "pass-mark", passMark: 80, partial: true });
  partial.update({ answered: 1, scored: 2, points: 2, percent: 100 });
  assert.match(partial.line(), /<progress.points /);
  const none = opened({ rule: "pass-mark", passMark: null });
  none.update({ answered: 1, percent: 99 });
  assert.equal(none.line(), "<progress.done 3 done=0> <progress.todo list=<todo.mark passMark=100>>");
  none.update({ answered: 1, percent: 100 });
  assert.equal(none.line(), "<progress.done 3 done=0>", "all is right");
});

test("that questions are left is an invitation on the page, and nothing that is taken along", () => {
  const { document, update, line } = opened();
  update({ left: 9 }, true);
  assert.equal(line(), "<progress.completed> <progress.left 9>");
  assert.equal(document.querySelector("[data-progress]").getAttribute("data-progress"), "<progress.completed>");
});

test("the cover leads on to where she was, to what is still to do, and at the end to the beginning", () => {
  const offered = (states, current, completed = false) => {
    const { overview, update, start } = opened();
    update({ modules: map(states) }, completed);
    overview.offer(current);
    return start();
  };
  assert.deepEqual(offered({ m1: "done", m2: "started" }, ""), ["#m1", "Begin"]);
  assert.deepEqual(offered({ m1: "done", m2: "started" }, "m2"), ["#m2", "<cover.continue number=2 title=Second>"]);
  assert.deepEqual(offered({ m1: "done", m2: "started", m3: "done" }, "m3"), ["#m2", "<cover.continue number=2 title=Second>"]);
  assert.deepEqual(offered({ m1: "done", m2: "done", m3: "started" }, "m3"), ["#m3", "<cover.continue number=3 title=Third>"]);
  assert.deepEqual(offered({ m1: "done", m2: "opened", m3: "done" }, "m3"), ["#m1", "<cover.again number=1 title=First>"]);
  assert.deepEqual(offered({ m1: "started", m2: "started", m3: "started" }, "m3", true), ["#m1", "<cover.again number=1 title=First>"]);
  assert.deepEqual(offered({ m1: "started", m2: "started" }, "m1"), ["#m1", "<cover.continue number=1 title=First>"]);
  assert.deepEqual(offered({ m1: "done", m2: "done", m3: "done" }, "gone"), ["#m1", "Begin"]);
});

test("where the mark was missed for good nothing is left to reach, and who can help is said on each page but that of the result", () => {
  const { document } = opened();
  document.querySelectorAll("[data-progress]")[1].outerHTML = '<section id="result"><p data-progress></p></section>';
  const again = new Overview(document, { modules: [1, 2, 3].map((number) => ({ id: `m${number}`, number, element: document.getElementById(`m${number}`), needs: [] })), completion: { rule: "pass-mark", passMark: 80, partial: false } }, strings);
  const counted = { modules: new Map(), todo: new Map(), waits: new Map(), merely: false, opened: 3, done: 3, left: 0, waiting: 0, answered: 2, scored: 2, points: 2, percent: 50 };
  const lines = () => [...document.querySelectorAll("[data-progress]")].map(({ textContent }) => textContent);
  again.update({ ...counted, failed: false }, false);
  const open = "<progress.done 3 done=3> <progress.todo list=<todo.mark passMark=80>> <progress.score percent=50 passMark=80>";
  assert.deepEqual(lines(), [open, open]);
  again.update({ ...counted, failed: true }, false);
  const over = "<progress.done 3 done=3> <progress.score percent=50 passMark=80>";
  assert.deepEqual(lines(), [`${over} <result.failed>`, over]);
});

test("a list of questions says how each stands, and the result what was achieved", () => {
  const { document } = opened();
  document.body.innerHTML = `<template id="icon-correct"><svg></svg></template><ul>${["a", "b", "c", "d"].map((id) => `<li><span data-outcome="${id}"></span></li>`).join("")}</ul><p data-result></p>
    <form id="a"></form><form id="b" data-undrawn></form>`;
  const records = { a: { state: "correct", draft: null }, b: { state: "correct", draft: ["x"] }, c: { state: "answered", draft: ["x"] }, d: { state: "incorrect", draft: [] } };
  const items = new Map(["a", "b"].map((id) => [id, { element: document.getElementById(id) }]));
  const told = (own) => {
    showOutcomes(document.body, { items }, { recordOf: (id) => records[id], achieved: "", ...own }, strings);
    return document.querySelector("[data-result]").textContent;
  };
  assert.equal(told(), "<result.not-yet>");
  const rows = [...document.querySelectorAll("li")].map((row) => [row.hidden, row.textContent, row.firstChild.dataset.state, row.querySelectorAll("svg").length]);
  assert.deepEqual(rows, [
    [false, "<record.outcome-correct>", "correct", 1],
    [true, "<outcome.changed outcome=<record.outcome-correct>>", "correct", 1],
    [false, "<record.outcome-answered>", "answered", 0],
    [false, "<outcome.changed outcome=<record.outcome-incorrect>>", "incorrect", 0],
  ]);
  assert.deepEqual([told({ achieved: "passed" }), told({ achieved: "completed" }), told({ achieved: "failed" })], ["<result.passed>", "<progress.completed>", "<result.failed>"]);
});

test("the result has no heading of a module of which nothing was drawn, and the page of that module stays", () => {
  const { document } = opened();
  const rows = (...ids) => `<ul>${ids.map((id) => `<li><span data-outcome="${id}"></span></li>`).join("")}</ul>`;
  document.body.innerHTML = `<section id="result"><section class="result__module"><h2>One</h2>${rows("a", "b")}</section><section class="result__module"><h2>Two</h2>${rows("c")}</section></section>
    <section id="two" data-page><h1>Two</h1><p>Words</p><section id="two--hand-in">${rows("c")}</section></section>
    <form id="a"></form><form id="b" data-undrawn></form><form id="c" data-undrawn></form>`;
  const items = new Map(["a", "b", "c"].map((id) => [id, { element: document.getElementById(id) }]));
  const shown = () => {
    for (const page of ["result", "two"]) showOutcomes(document.getElementById(page), { items }, { recordOf: () => ({ state: "unanswered", draft: null }), achieved: "" }, strings);
    return [...document.querySelectorAll("section")].map(({ hidden }) => !hidden);
  };
  assert.deepEqual(shown(), [true, true, false, true, true]);
  // She begins anew, and is given others.
  document.getElementById("c").removeAttribute("data-undrawn");
  assert.deepEqual(shown(), [true, true, true, true, true]);
});

test("what is said to an answer: to each option that was chosen, then to any, the right one, and how it is worked out", () => {
  const { document } = opened();
  document.body.innerHTML = '<template id="icon-correct"><svg></svg></template>';
  const fragment = (words) => {
    const made = document.createDocumentFragment();
    made.append(words);
    return made;
  };
  const answer = { feedbackOn: (id) => (id === "a" ? fragment("Well.") : null), overall: () => fragment("All.") };
  const html = (parts) => parts.map((part) => part.outerHTML).join("");
  assert.equal(html(feedbackParts({ told: [["a", ["Time"]], ["b", ["Trust"]], ["a", []]] }, answer)), '<div class="feedback__option"><p class="feedback__chosen">Time</p> Well.</div><div class="feedback__option">Well.</div><div class="feedback__overall">All.</div>');
  assert.deepEqual(feedbackParts({}, { ...answer, overall: () => null }), []);
  assert.equal(verdictPart("correct", "Right.").outerHTML, '<p class="feedback__verdict"><svg></svg><span><strong>Right.</strong></span></p>');
  assert.equal(verdictPart("none", ["So ", "it is."]).outerHTML, '<p class="feedback__verdict"><span><strong>So it is.</strong></span></p>');
  assert.equal(html(answerPart("The answer", fragment("A"))), '<div class="feedback__answer"><p class="feedback__chosen">The answer</p>A</div>');
  assert.equal(html(workedPart("Worked", fragment("W"))), '<details class="feedback__worked"><summary>Worked</summary>W</details>');
  assert.deepEqual([answerPart("x", null), workedPart("x", null)], [[], []]);
});
