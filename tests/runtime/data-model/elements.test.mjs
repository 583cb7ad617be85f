/** What of the data model is set, and when again: each call holds up the page, and an LMS may lose what it took. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Elements } from "../../../templates/runtime/lms/data-model/elements.js";
import { Interactions } from "../../../templates/runtime/lms/data-model/interactions.js";
import { Objectives } from "../../../templates/runtime/lms/data-model/objectives.js";
import { scorm12 } from "../../../templates/runtime/lms/scorm12.js";
import { scorm2004 } from "../../../templates/runtime/lms/scorm2004.js";

/** Calls that are written down; `says` gives the outcome of setting an element, `holds` what can be read. */
class Calls {
  said = [];
  outcomes = {};
  holds = {};
  committed = "done";

  set(element, value) {
    this.said.push(`${element}=${value}`);
    const outcome = this.outcomes[element] ?? "done";
    if (outcome === "done") this.holds[element] = value;
    return outcome;
  }

  get(element) {
    this.said.push(`${element}?`);
    return this.holds[element] ?? "";
  }

  commit() {
    return this.committed;
  }

  /** What was said since it was asked last. */
  news() {
    return this.said.splice(0);
  }
}

test("a value is set once, and again when it is another or may be lost", () => {
  const calls = new Calls();
  const elements = new Elements(calls);
  const put = (value, element = "a") => [elements.put(element, value), calls.news().length];
  assert.deepEqual([put("1"), put("1"), put("2"), put("1")], [["done", 1], ["done", 0], ["done", 1], ["done", 1]]);
  elements.prime([["b", "5"]]);
  assert.deepEqual([put("5", "b"), put("6", "b"), elements.taken("b"), elements.taken("c")], [["done", 0], ["done", 1], "6", undefined]);
  elements.forget("a");
  assert.deepEqual([put("6", "b"), put("1")], [["done", 0], ["done", 1]]);
  elements.forget();
  assert.deepEqual([put("6", "b"), put("1")], [["done", 1], ["done", 1]]);
  assert.deepEqual([elements.set("a", "1"), calls.news()], ["done", ["a=1"]], "set, though it is held");
});

test("what is refused is not tried again, and makes no save fail; what failed is", () => {
  const calls = new Calls();
  const elements = new Elements(calls);
  calls.outcomes = { a: "refused", b: "failed" };
  assert.deepEqual([elements.put("a", "1"), elements.put("a", "1"), calls.news()], ["done", "done", ["a=1"]]);
  assert.equal(elements.set("a", "2"), "refused");
  assert.deepEqual([elements.put("b", "1"), elements.put("b", "1"), calls.news()], ["failed", "failed", ["a=2", "b=1", "b=1"]]);
  assert.equal(elements.putAll([["c", "1"], ["b", "1"], ["a", "3"]]), "failed");
  assert.equal(elements.putAll([]), "done");
});

test("an LMS refuses a thing when it refuses all elements of it, and no longer when it takes one", () => {
  const calls = new Calls();
  const elements = new Elements(calls);
  calls.outcomes = { a: "refused", b: "refused" };
  const both = [["a", "1"], ["b", "1"]];
  elements.putAll([["a", "1"]]);
  assert.equal(elements.refuses(both), false);
  elements.putAll(both);
  assert.deepEqual([elements.refuses(both), elements.refuses([])], [true, false]);
  calls.outcomes = {};
  elements.put("a", "2");
  assert.equal(elements.refuses(both), false);
});

test("after a commit that failed all since the last one is set again, and nothing else", () => {
  const calls = new Calls();
  const elements = new Elements(calls);
  elements.put("a", "1");
  assert.equal(elements.commit(), "done");
  elements.put("b", "1");
  calls.outcomes = { c: "refused" };
  elements.put("c", "1");
  calls.committed = "failed";
  calls.news();
  assert.equal(elements.commit(), "failed");
  for (const element of ["a", "b", "c"]) elements.put(element, "1");
  assert.deepEqual(calls.news(), ["b=1"]);
  calls.committed = "done";
  elements.commit();
  calls.committed = "failed";
  elements.commit();
  elements.put("b", "1");
  assert.deepEqual(calls.news(), [], "it was committed before");
});

const objective = (module, own = {}) => ({ module, title: module, language: "en", measure: 0.5, standing: { completion: "incomplete", success: "unknown" }, score: -1, ...own });

for (const [name, edition] of [["1.2", scorm12], ["2004", scorm2004]]) {
  const children = { "cmi.objectives._children": "id,score,status" };
  /** Objectives of an LMS that holds this. */
  const objectivesIn = (holds) => {
    const calls = Object.assign(new Calls(), { holds: { ...children, ...holds } });
    const elements = new Elements(calls);
    return { calls, objectives: new Objectives(calls, edition, (element, value) => elements.put(element, value)) };
  };
  const setIn = (calls) => calls.news().filter((words) => !words.endsWith("?"));

  test(`${name}: an objective has the next free place, is found again by its id, and is asked for once`, () => {
    const { calls, objectives } = objectivesIn({ "cmi.objectives._count": "1", "cmi.objectives.0.id": "others" });
    objectives.write([objective("one"), objective("two")]);
    assert.deepEqual(setIn(calls).filter((words) => words.includes(".id=")), ["cmi.objectives.1.id=obj_one", "cmi.objectives.2.id=obj_two"]);
    objectives.write([objective("two"), objective("three")]);
    assert.deepEqual(calls.news().filter((words) => /\.id=|\?$/.test(words)), ["cmi.objectives.3.id=obj_three"]);
  });

  test(`${name}: an LMS that makes up their number does not hold up the page`, () => {
    const { calls, objectives } = objectivesIn({ "cmi.objectives._count": "999999999" });
    objectives.write([objective("one")]);
    assert.equal(calls.news().filter((words) => words.endsWith(".id?")).length, 250);
  });

  test(`${name}: when the LMS may have lost them, it is asked anew, and they are set anew`, () => {
    const { calls, objectives } = objectivesIn({ "cmi.objectives._count": "0" });
    objectives.write([objective("one")]);
    calls.news();
    calls.holds = { ...children, "cmi.objectives._count": "0" };
    objectives.forget();
    objectives.write([objective("one")]);
    const said = calls.news();
    assert.ok(said.includes("cmi.objectives._count?") && said.includes("cmi.objectives.0.id=obj_one"), said.join());
  });

  test(`${name}: what an objective has reached is never lowered, by what the LMS held or by what is said later`, () => {
    const { calls, objectives } = objectivesIn({
      "cmi.objectives._count": "1",
      "cmi.objectives.0.id": "obj_one",
      "cmi.objectives.0.status": "passed",
      "cmi.objectives.0.completion_status": "completed",
      "cmi.objectives.0.success_status": "passed",
      "cmi.objectives.0.score.raw": "80",
      "cmi.objectives.0.score.scaled": "0.8",
    });
    objectives.write([objective("one", { score: 20, standing: { completion: "completed", success: "failed" } })]);
    const score = () => name === "2004" || calls.holds["cmi.objectives.0.score.raw"];
    assert.equal(score(), name === "2004" || "80");
    assert.equal(calls.holds[name === "1.2" ? "cmi.objectives.0.status" : "cmi.objectives.0.success_status"], "passed");
    objectives.write([objective("one", { score: 90, standing: { completion: "completed", success: "passed" } })]);
    objectives.write([objective("one", { score: 85, standing: { completion: "completed", success: "passed" } })]);
    assert.equal(score(), name === "2004" || "90");
  });

  test(`${name}: a module is not passed in the one word of SCORM 1.2 while something is left to do in it`, () => {
    const begun = objectivesIn({ "cmi.objectives._count": "0" });
    const fields = name === "1.2" ? ["status"] : ["completion_status", "success_status"];
    const told = ({ calls }) => fields.map((field) => calls.holds[`cmi.objectives.0.${field}`]);
    const standing = (completion, success) => [objective("one", { score: 80, standing: { completion, success } })];
    begun.objectives.write(standing("incomplete", "passed"));
    assert.deepEqual(told(begun), name === "1.2" ? ["incomplete"] : ["incomplete", "passed"]);
    const later = objectivesIn({ ...begun.calls.holds, "cmi.objectives._count": "1" });
    later.objectives.write(standing("incomplete", "passed"));
    assert.deepEqual(told(later), told(begun), "also at the next launch");
    later.objectives.write(standing("completed", "passed"));
    assert.deepEqual(told(later), name === "1.2" ? ["passed"] : ["completed", "passed"]);
    assert.deepEqual(["unknown", "passed", "failed"].map((success) => scorm12.writeStanding({ completion: "completed", success })[0][1]), ["completed", "passed", "failed"]);
  });

  test(`${name}: an LMS without objectives hears of none, and one that refuses an id of no other field`, () => {
    const without = objectivesIn({ "cmi.objectives._children": "" });
    without.objectives.write([objective("one")]);
    assert.deepEqual(setIn(without.calls), []);
    const refusing = objectivesIn({ "cmi.objectives._count": "0" });
    refusing.calls.outcomes = { "cmi.objectives.0.id": "refused" };
    refusing.objectives.write([objective("one")]);
    assert.deepEqual(setIn(refusing.calls), ["cmi.objectives.0.id=obj_one"]);
  });

  test(`${name}: the 250th question has the place that it has in the course, and the one behind it the next that is free`, () => {
    const types = { scorm12: "choice", scorm2004: "choice" };
    const asked = Array.from({ length: 251 }, (_, place) => ({ id: `q${place}`, types }));
    const place = (rank) => {
      const calls = Object.assign(new Calls(), { holds: { "cmi.interactions._count": "0" } });
      const interactions = new Interactions(calls, edition);
      interactions.recall(new Map(), asked.map(({ id }) => id), asked);
      const item = `q${rank}`;
      return interactions.record({ item, types, choices: ["a"], response: ["a"], correct: ["a"], right: true, seconds: 1, at: new Date(0), description: item });
    };
    assert.deepEqual([place(0), place(249), place(250)], [0, 249, 0]);
  });

  test(`${name}: an answer that the LMS has begun to take is taken, though it refuses a part; without its id it is none`, () => {
    const types = { scorm12: "choice", scorm2004: "choice" };
    const note = { item: "q0", types, choices: ["a"], response: ["a"], correct: ["a"], right: true, seconds: 1, at: new Date(0), description: "Which?" };
    const recorded = (refused) => {
      const calls = Object.assign(new Calls(), { holds: { "cmi.interactions._count": "0" }, outcomes: { [`cmi.interactions.0.${refused}`]: "refused" }, notImplemented: false });
      const interactions = new Interactions(calls, edition);
      interactions.recall(new Map(), ["q0"], [{ id: "q0", types }]);
      return interactions.record(note);
    };
    assert.deepEqual(["latency", "result", "type", "id"].map(recorded), [0, 0, 0, -1]);
  });
}
