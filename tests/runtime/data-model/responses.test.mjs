/** Answers in the words of each edition, for every type of interaction, also those of which nothing was given. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pattern12, response12, result12 } from "../../../templates/runtime/lms/response-12.js";
import { pattern2004, response2004, result2004, tagOf } from "../../../templates/runtime/lms/response-2004.js";

const TYPES = ["true-false", "choice", "fill-in", "long-fill-in", "matching", "sequencing", "likert", "numeric"];
const note = (type, own = {}) => ({ types: { scorm12: type === "long-fill-in" ? "fill-in" : type, scorm2004: type }, choices: ["a", "b-c"], targets: ["x", "y"], correct: [], language: "cy", ...own });

const GIVEN = {
  "true-false": [["true"], "true", "t"],
  choice: [["a", "b-c"], "a[,]b_c", "a,b"],
  "fill-in": [["so ", "{x}"], "so[,]{lang=cy} {x}", "so,{x}"],
  "long-fill-in": [["So\nit is"], "So it is", "So it is"],
  matching: [["a.y", "b-c.x"], "a[.]y[,]b_c[.]x", "a.2,b.1"],
  sequencing: [["b-c", "a"], "b_c[,]a", "b,a"],
  likert: [["b-c"], "s2", "2"],
  numeric: [["-1.5"], "-1.5", "-1.5"],
};

test("each type of interaction has its form in SCORM 2004", () => {
  const made = Object.fromEntries(TYPES.map((type) => [type, response2004(note(type), GIVEN[type][0])]));
  assert.deepEqual({ ...made, "fill-in": made["fill-in"].replace("so ", "so") }, Object.fromEntries(TYPES.map((type) => [type, GIVEN[type][1]])));
  assert.equal(response2004(note("other"), ["a"]), "a");
});

test("where nothing was given nothing is made up", () => {
  const made = TYPES.map((type) => response2004(note(type), []));
  assert.deepEqual(made, ["false", "", "", "", "", "", "s0", ""]);
});

test("what is right has the same form, but a number, which has two bounds, and gaps of which two are the same", () => {
  assert.equal(pattern2004(note("choice", { correct: ["b-c"] })), "b_c");
  assert.equal(pattern2004(note("numeric", { correct: ["5", "4", "6"] })), "4[:]6");
  assert.equal(pattern2004(note("numeric", { correct: ["18", "18", ""] })), "18[:]");
  assert.equal(pattern2004(note("numeric", { correct: ["10", "", "10"] })), "[:]10");
  assert.equal(pattern2004(note("numeric", { correct: ["5", "5", "5", "7", "7", "7"] })), "");
  assert.deepEqual([["so", "it"], ["so", "so"]].map((correct) => pattern2004(note("fill-in", { correct }))), ["so[,]it", ""]);
  assert.equal(pattern2004(note("choice")), "");
  const results = (result) => [[[], true], [["a"], true], [["a"], false]].map(([correct, right]) => result({ correct, right, types: {} }));
  assert.deepEqual(results(result2004), ["neutral", "correct", "incorrect"]);
  assert.deepEqual(results(result12), ["neutral", "correct", "wrong"]);
});

test("each type of interaction has its form in SCORM 1.2, of letters and signs that every LMS takes", () => {
  for (const type of ["true-false", "choice", "matching", "sequencing", "likert", "numeric"]) {
    assert.equal(response12(note(type), GIVEN[type][0]), GIVEN[type][2], type);
  }
  assert.equal(pattern12(note("choice", { correct: ["a"] })), "a");
  assert.equal(pattern12(note("choice")), "");
});

test("a language has one subtag of letters at most, and one that is none is English", () => {
  assert.deepEqual(["cy", "en-GB", "zh-Hant-TW", "es-419", "x", "", "english", "EN-gb"].map(tagOf), ["cy", "en-GB", "zh-Hant", "es", "en", "en", "en", "EN-gb"]);
});
