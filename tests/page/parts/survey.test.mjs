import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Window } from "happy-dom";
import { Strings } from "../../../templates/runtime/page/strings.js";
import { OUTDATED } from "../../../templates/runtime/contract.js";
import { emptyRecord } from "../../../templates/runtime/state/snapshot.js";

const OWN = JSON.parse(readFileSync(new URL("../../../templates/components/survey/strings.json", import.meta.url), "utf8"));
const ALL = JSON.parse(readFileSync(new URL("../../../templates/strings/en.json", import.meta.url), "utf8"));
const CATALOGUE = { ...ALL, ...Object.fromEntries(Object.entries(OWN).map(([key, { en }]) => [`survey.${key}`, en])) };

/** A survey of two questions that was opened with these records. */
async function opened(records = {}, attribute = "") {
  const window = new Window();
  const { document } = window;
  const { Event, Element, HTMLElement, HTMLTemplateElement, NodeFilter, Text } = window;
  for (const [name, value] of Object.entries({ document, Event, Element, HTMLElement, HTMLTemplateElement, NodeFilter, Text })) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  const question = (id, type, answers) =>
    `<div id="${id}" data-item="${id}" data-kind="survey-${type === "radio" ? "one" : "several"}"${attribute}><fieldset><legend><h3>Question ${id}</h3></legend>${answers.map((one) => `<label><input type="${type}" name="${id}" value="${one}"> <span>Answer ${one}</span></label>`).join("")}</fieldset></div>`;
  document.body.innerHTML = `<section data-module="m">${question("a", "radio", ["low", "high"])}${question("b", "checkbox", ["one", "two"])}
    <div id="s--save" data-kind="survey" data-questions="a b"><button type="button" data-check>Save answers</button><p data-status></p></div></section>`;
  const { survey, surveyed } = await import("../../../templates/components/survey/survey.js");
  const kept = new Map(Object.entries(records).map(([id, record]) => [id, { ...emptyRecord(), ...record }]));
  const recordOf = (id) => kept.get(id) ?? kept.set(id, emptyRecord()).get(id);
  const [notes, said] = [[], []];
  const learning = {
    recordOf,
    draft: (id, draft) => Object.assign(recordOf(id), { draft }),
    hold: (id, response, whole, words, saves) => Object.assign(recordOf(id), { attempts: recordOf(id).attempts + saves, state: whole ? "answered" : "unanswered", response: whole ? response : [], draft: whole ? null : response }),
    check: (note, state, response) => notes.push(note) && Object.assign(recordOf(note.item), { state, response, draft: null }),
  };
  const types = { "survey-one": "likert", "survey-several": "choice" };
  const bench = {
    learning,
    clock: { ticks: () => 0, now: () => new Date(0) },
    strings: new Strings(CATALOGUE, "en-GB"),
    announce: (...words) => said.push(words.join("")),
    typesOf: ({ dataset }) => ({ scorm12: types[dataset.kind], scorm2004: types[dataset.kind] }),
  };
  const [a, b, end] = ["a", "b", "s--save"].map((id) => document.getElementById(id));
  surveyed.open(a, bench);
  surveyed.open(b, bench);
  const again = survey.open(end, bench);
  const boxes = () => [...document.querySelectorAll("input")].filter(({ checked }) => checked).map(({ value }) => value);
  return {
    kept,
    notes,
    said,
    boxes,
    again,
    told: () => surveyed.told(b, recordOf("b").response).map((one) => one.textContent ?? one).join(""),
    status: () => end.querySelector("[data-status]").textContent,
    save: () => end.querySelector("button").click(),
    choose(value, checked = true) {
      const input = document.querySelector(`input[value="${value}"]`);
      input.checked = checked;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
}

test("one button sends each answer of a reported survey as an interaction of its own, once", async () => {
  const { notes, choose, save, said, told } = await opened();
  choose("high");
  choose("one");
  choose("two");
  save();
  const sent = notes.map(({ item, response, choices, correct, right, types, description, module }) => [item, response, choices, correct, right, types.scorm12, description, module]);
  assert.deepEqual(sent, [
    ["a", ["high"], ["low", "high"], [], false, "likert", "Question a", "m"],
    ["b", ["one", "two"], ["one", "two"], [], false, "choice", "Question b", "m"],
  ]);
  assert.deepEqual([said, told()], [["Saved: 2 of 2 answered."], "Answer one; Answer two"]);
  save();
  assert.equal(notes.length, 2);
  choose("low");
  save();
  assert.deepEqual(notes.slice(2).map(({ item, response }) => [item, response]), [["a", ["low"]]]);
});

test("of a survey that is not reported nothing is sent, and all is kept", async () => {
  const { notes, kept, choose, save, said } = await opened({}, " data-unreported");
  choose("low");
  save();
  assert.deepEqual([notes, kept.get("a").response, kept.get("a").state, said], [[], ["low"], "answered", ["Saved: 1 of 2 answered."]]);
});

test("each question may be left out, and all of them: that is said, and nothing is kept or sent", async () => {
  const { kept, notes, save, said, status, choose } = await opened();
  save();
  assert.deepEqual([said, status(), notes], [["Saved: 0 of 2 answered."], "Saved: 0 of 2 answered.", []]);
  assert.ok([...kept.values()].every(({ state }) => state === "unanswered"));
  choose("two");
  save();
  assert.deepEqual([kept.get("b").response, said[1]], [["two"], "Saved: 1 of 2 answered."]);
});

test("what is chosen is kept before it is saved, and what was saved is said no more once it is changed", async () => {
  const { kept, choose, save, status, boxes } = await opened({ a: { state: "answered", response: ["high"] } });
  assert.deepEqual([boxes(), status()], [["high"], "Saved: 1 of 2 answered."]);
  choose("one");
  assert.deepEqual([kept.get("b").draft, kept.get("b").state, status()], [["one"], "unanswered", ""]);
  save();
  assert.equal(status(), "Saved: 2 of 2 answered.");
});

test("an answer that is taken back is taken back from tutors too", async () => {
  const { notes, kept, choose, save, said } = await opened({ b: { state: "answered", response: ["one"] } });
  choose("one", false);
  save();
  assert.deepEqual([notes.map(({ response }) => response), kept.get("b").state, said], [[[]], "unanswered", ["Saved: 0 of 2 answered."]]);
});

test("an answer that the new version does not offer any more is asked for again, until there is another", async () => {
  const { status, choose, save } = await opened({ a: { state: "answered", response: [], basis: OUTDATED }, b: { state: "answered", response: ["one"] } });
  assert.equal(status(), CATALOGUE["survey.changed"]);
  choose("low");
  save();
  assert.equal(status(), "Saved: 2 of 2 answered.");
});
