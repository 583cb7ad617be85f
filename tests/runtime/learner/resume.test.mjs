/** What is remembered is put into the course: where she was, how each question stands, and which mark is to be reached. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { resume } from "../../../templates/runtime/learner/resume.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

/** A course of two modules, with a question in the first and a reflection in the second. */
function course() {
  const item = (id, own = {}) => ({ id, element: { dataset: {}, toggleAttribute() {}, querySelectorAll: () => [] }, choices: () => null, still: () => true, ...own });
  const items = new Map([item("q"), item("own", { privacy: "device" }), item("told", { privacy: "report" })].map((one) => [one.id, one]));
  const modules = [{ id: "m1", all: ["q"], asked: ["q"], draw: 0 }, { id: "m2", all: ["own", "told"], asked: ["own", "told"], draw: 0 }];
  return { items, modules, completion: { rule: "pass-mark", passMark: 80 } };
}

/** Resumes with these records; gives the course and the snapshot. */
function resumed(records, { current = "", ...memory } = {}) {
  const snapshot = { ...emptySnapshot(), current };
  for (const [id, own] of Object.entries(records)) snapshot.items.set(id, { ...emptyRecord(), ...own });
  const made = course();
  const taken = [];
  resume({ snapshot, location: "", passMark: null, ...memory }, made, { resume: (given) => taken.push(given), get records() { return snapshot.items; } });
  assert.deepEqual(taken, [snapshot]);
  return { ...made, snapshot };
}

test("each question shows how it stands; one that was changed since has an answer and no verdict", () => {
  const state = (own) => resumed({ q: own }).items.get("q").element.dataset.state;
  assert.deepEqual(
    [{ state: "correct" }, { state: "incorrect", draft: ["a"] }, { state: "unanswered", draft: ["a"] }, { state: "unanswered" }, { state: "answered", draft: [] }].map(state),
    ["correct", "answered", "unanswered", "unanswered", "answered"],
  );
  assert.equal(resumed({ gone: { state: "correct" } }).items.get("q").element.dataset.state, undefined, "what this version does not have");
});

test("where the LMS remembers her and the work does not, she goes on there, if it is a module", () => {
  const current = (memory) => resumed({}, memory).snapshot.current;
  assert.deepEqual([{ location: "m2" }, { location: "gone" }, { location: "m2", current: "m1" }, {}].map(current), ["m2", "", "m1", ""]);
});

test("the LMS has the last word on the pass mark, also when it asks for nothing", () => {
  const mark = (passMark) => resumed({}, { passMark }).completion.passMark;
  assert.deepEqual([null, 60, 0].map(mark), [80, 60, 0]);
});

test("words that are private in this version are told to nobody any more", () => {
  const { snapshot } = resumed({ own: { note: {} }, told: { note: {} }, q: { note: {} }, gone: { note: {} } });
  assert.deepEqual([...snapshot.items].map(([id, record]) => [id, "note" in record]), [["own", false], ["told", true], ["q", true], ["gone", true]]);
});
