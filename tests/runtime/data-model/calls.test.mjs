/** The conversation with an LMS: the names of its methods, answers of every kind, and calls that take too long. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LATER, LmsCalls } from "../../../templates/runtime/lms/calls.js";
import { scorm12 } from "../../../templates/runtime/lms/scorm12.js";
import { scorm2004 } from "../../../templates/runtime/lms/scorm2004.js";

const METHODS = {
  scorm12: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSTerminate"],
  scorm2004: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "Finish"],
};

/** An LMS with the methods of the standard, which writes down what is said. */
function lms(edition, own = {}) {
  const [initialize, terminate, get, set, commit, lastError] = METHODS[edition];
  const log = [];
  const answers = { [initialize]: "true", [terminate]: "true", [get]: "", [set]: "true", [commit]: "true", [lastError]: "0", ...own };
  const api = {};
  for (const [name, answer] of Object.entries(answers)) {
    if (answer === null) continue;
    api[name] = (...words) => {
      log.push([name, ...words]);
      return typeof answer === "function" ? answer(...words) : answer;
    };
  }
  const document = {};
  const home = { document };
  return { api, home, document, log, calls: new LmsCalls({ api, home, document }, { scorm12, scorm2004 }[edition].api) };
}

for (const edition of ["scorm12", "scorm2004"]) {
  const [initialize, terminate, get, set, commit, lastError, wrong] = METHODS[edition];

  test(`${edition}: each call has the name and the words of the standard`, () => {
    const { calls, log } = lms(edition, { [get]: "5" });
    assert.deepEqual([calls.initialize(), calls.get("a"), calls.set("a", "1"), calls.commit(), calls.terminate()], [true, "5", "done", "done", "done"]);
    assert.deepEqual(log, [[initialize, ""], [get, "a"], [set, "a", "1"], [commit, ""], [terminate, ""]]);
  });

  test(`${edition}: an LMS that has the other edition's name for the end is ended by that`, () => {
    const { calls, log } = lms(edition, { [terminate]: null, [wrong]: "true" });
    assert.equal(calls.terminate(), "done");
    assert.deepEqual(log.at(-1), [wrong, ""]);
    assert.equal(lms(edition, { [terminate]: null }).calls.terminate(), "failed");
  });

  test(`${edition}: yes is yes however it is said, and a no has a reason`, () => {
    for (const yes of ["true", "TRUE", true, 1, "1"]) assert.equal(lms(edition, { [set]: yes }).calls.set("a", "1"), "done");
    for (const no of ["false", false, 0, "0", "", null, undefined, "truely", "01"]) {
      const { calls } = lms(edition, { [set]: () => no, [lastError]: "405" });
      assert.equal(calls.set("a", "1"), "refused", String(no));
    }
    assert.equal(lms(edition, { [set]: "false", [lastError]: "no number" }).calls.set("a", "1"), "failed");
    assert.equal(lms(edition, { [set]: null }).calls.set("a", "1"), "failed", "it throws");
  });

  test(`${edition}: an LMS that says neither yes nor why has taken what it gives back, or what it will not say`, () => {
    const outcome = (held) => lms(edition, { [set]: "", [get]: held }).calls.set("a", "1");
    assert.deepEqual(["1", "", "0", null, undefined].map((held) => outcome(() => held)), ["done", "done", "failed", "done", "done"]);
    assert.equal(lms(edition, { [commit]: "" }).calls.commit(), "done");
    for (const no of ["false", "0", false]) assert.equal(lms(edition, { [commit]: no }).calls.commit(), "failed");
    const { calls } = lms(edition, { [set]: "", [commit]: "true", [get]: "1" });
    calls.set("a", "1");
    assert.equal(calls.commit(), "done", "what was said before does not matter");
  });

  test(`${edition}: what is not known is nothing`, () => {
    for (const value of ["", null, undefined, "null", "undefined", "NULL", NaN, "NaN", " \n"]) assert.equal(lms(edition, { [get]: () => value }).calls.get("a"), "");
    assert.equal(lms(edition, { [get]: null }).calls.get("a"), "");
    assert.equal(lms(edition, { [get]: 0 }).calls.get("a"), "0");
    for (const [value, text] of [["nullable", "nullable"], [" Ann\n", "Ann"], [new String("ann"), "ann"], ["[object", "[object"]]) assert.equal(lms(edition, { [get]: value }).calls.get("a"), text);
  });

  test(`${edition}: what stands in an object is no answer, or every learner would have one name`, () => {
    for (const value of [{ value: "ann" }, Promise.resolve("ann"), new Map(), null, Object.create(null), Symbol.iterator]) {
      const { calls } = lms(edition, { [get]: () => value, [set]: () => value, [commit]: () => value });
      assert.equal(calls.get("a"), value === Symbol.iterator ? "Symbol(Symbol.iterator)" : "");
      if (typeof value === "object" && value !== null) assert.deepEqual([calls.set("a", "1"), calls.commit()], ["failed", "failed"], "nor a yes");
    }
  });

  test(`${edition}: an LMS that is open already is used, if it answers`, () => {
    const opened = (error, answers = "0") => {
      let asked = 0;
      return lms(edition, { [initialize]: "false", [lastError]: () => (asked++ === 0 ? error : answers) }).calls.initialize();
    };
    assert.deepEqual(["0", "101", "103"].map((error) => opened(error)), [true, true, true]);
    assert.deepEqual(["102", "104", "301", "x"].map((error) => opened(error)), [false, false, false, false]);
    assert.deepEqual(["301", "122", "x", "-1"].map((answers) => opened("101", answers)), [false, false, false, false]);
    assert.equal(opened("101", "403"), true, "it does without a version, and is open");
  });

  test(`${edition}: it says whether the LMS does without an element`, () => {
    const found = ["401", "402", "403", "201", "0"].map((error) => lms(edition, { [lastError]: error }).calls.notImplemented);
    assert.deepEqual(found, [true, true, false, false, false]);
  });

  test(`${edition}: a window that is closed, or may not be looked at, is gone`, () => {
    const { calls, home, log } = lms(edition);
    home.closed = true;
    assert.deepEqual([calls.set("a", "1"), calls.commit(), calls.terminate(), log], ["gone", "gone", "gone", []]);
    home.closed = false;
    assert.equal(calls.set("a", "1"), "done");
    home.document = { of: "another page, perhaps of another course" };
    assert.deepEqual([calls.set("a", "1"), calls.commit(), log.length], ["gone", "gone", 1], "its API stores nothing any more");
    Object.defineProperty(home, "closed", { get: () => { throw new Error("another origin"); } });
    assert.equal(calls.set("a", "1"), "gone");
    Object.defineProperty(home, "closed", { value: "no" });
  });

  test(`${edition}: once calls have taken longer than they may, the next one waits, and none is cut short`, () => {
    let now = 0;
    const { calls, log } = lms(edition, { [set]: () => ((now += 25), "true"), [get]: () => ((now += 25), "1") });
    calls.pace(50, () => now);
    assert.deepEqual([calls.set("a", "1"), calls.get("a"), calls.set("b", "1")], ["done", "1", "done"]);
    for (const call of [() => calls.set("c", "1"), () => calls.get("c"), () => calls.commit()]) assert.throws(call, (thrown) => thrown === LATER);
    assert.equal(calls.read("c"), "1", "whatever time it takes");
    assert.equal(log.length, 4);
    calls.pace(50);
    assert.equal(calls.set("c", "1"), "done");
    calls.pace(Infinity);
    now += 1e6;
    assert.equal(calls.set("d", "1"), "done");
  });

  test(`${edition}: a session that was lost is opened again where the LMS is now`, () => {
    const there = lms(edition);
    const calls = new LmsCalls({ api: lms(edition, { [initialize]: "false", [lastError]: "102" }).api, home: { closed: true } }, { scorm12, scorm2004 }[edition].api, () => there);
    assert.equal(calls.initialize(), false);
    assert.equal(calls.reopen(), true);
    assert.equal(calls.set("a", "1"), "done");
    assert.deepEqual(there.log, [[initialize, ""], [set, "a", "1"]]);
    const alone = lms(edition);
    assert.deepEqual([alone.calls.reopen(), alone.log], [true, [[initialize, ""]]], "where none is found, the same");
  });
}
