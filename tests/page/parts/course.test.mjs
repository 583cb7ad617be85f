/** The course as the page holds it: what is read of its marks, and what is taken where one is missing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { readCourse } from "../../../templates/runtime/course.js";

const KINDS = { choice: { scored: true, scorm12: "choice", scorm2004: "choice" }, scale: { scored: false, scorm12: "likert", scorm2004: "likert" } };
const TABLE = { choice: { choices: () => ["a", "b"], told: (_, response) => response }, reflect: {} };
const SETTINGS = { id: "c", kinds: KINDS, words: { one: { a: "A" } }, completion: { rule: "all-modules", read: true } };

function course(body, settings = SETTINGS) {
  const { document } = new Window();
  document.write(`<html lang="en"><body>${settings === null ? "" : `<script type="application/json" id="satchel-course">${JSON.stringify(settings)}</script>`}${body}</body></html>`);
  return readCourse(document, TABLE);
}

const MODULES = `
<section data-module="m1" data-title="First"><h1 lang="cy">Un</h1>
  <form data-item="one" data-kind="choice" data-attempts="2" data-weight="3"></form>
  <form data-item="two" data-kind="scale"></form>
  <div data-film="film" id="film--watched" data-film-watched></div></section>
<section data-module="m2" data-title="Second" data-draw="1" data-handed-in data-needs="m1 m3"><div lang="fr"><h1>Deux</h1></div>
  <form data-item="three" data-kind="choice"></form>
  <form data-item="own" data-kind="reflect" data-privacy="device"></form>
  <form data-item="odd" data-kind="unknown"></form></section>
<section data-module="m3"><p data-film="other"></p></section>`;

test("each module with its title, number, language, and what it asks of the learner", () => {
  const { modules, films, id } = course(MODULES);
  assert.equal(id, "c");
  const facts = modules.map(({ id, title, number, language, draw, handedIn, films, end, needs }) => [id, title, number, language, draw, handedIn, films, end, needs]);
  assert.deepEqual(facts, [
    ["m1", "First", 1, "cy", 0, false, ["film--watched"], "m1--end", []],
    ["m2", "Second", 2, "fr", 1, true, [], "m2--end", ["m1", "m3"]],
    ["m3", "", 3, "", 0, false, [], "m3--end", []],
  ]);
  assert.deepEqual(films, ["film", "other"]);
  assert.deepEqual(course(MODULES, { ...SETTINGS, completion: { rule: "all-modules" } }).modules.map(({ end }) => end), ["", "", ""]);
});

test("each question with its attempts and its weight, where it has one of its own", () => {
  const { modules } = course(MODULES);
  assert.deepEqual(modules.map(({ asked, all, scored }) => [asked, all, scored]), [
    [["one", "two"], ["one", "two"], ["one"]],
    [["three", "own", "odd"], ["three", "own", "odd"], ["three"]],
    [[], [], []],
  ]);
  assert.deepEqual(modules.map(({ limits, weights }) => [[...limits], [...weights]]), [[[["one", 2]], [["one", 3]]], [[], []], [[], []]]);
});

test("each question with its type, its words, its options, and who keeps what is written", () => {
  const { items } = course(MODULES);
  const facts = [...items.values()].map(({ id, scored, types, words, privacy }) => [id, scored, types.scorm12, types.scorm2004, words, privacy]);
  assert.deepEqual(facts, [
    ["one", true, "choice", "choice", { a: "A" }, undefined],
    ["two", false, "likert", "likert", undefined, undefined],
    ["three", true, "choice", "choice", undefined, undefined],
    ["own", false, "", "", undefined, "device"],
    ["odd", false, "", "", undefined, undefined],
  ]);
  assert.deepEqual([...items.values()].map(({ choices, told }) => [choices(), told(["a"])]), [[["a", "b"], ["a"]], [[], []], [["a", "b"], ["a"]], [[], []], [[], []]]);
  assert.equal("privacy" in items.get("one"), false);
});

test("a page without settings has no course, and does not fail", () => {
  const { modules, items, films } = course("", null);
  assert.deepEqual([modules, items.size, films], [[], 0, []]);
});
