/** One place for each question of the course, in the reports of all learners; and no answer in the place of another. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { placesOf } from "../../../templates/runtime/session/opening.js";
import { connectScorm } from "../../../templates/runtime/lms/scorm.js";
import { scorm12 } from "../../../templates/runtime/lms/scorm12.js";
import { scorm2004 } from "../../../templates/runtime/lms/scorm2004.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { StrictLms } from "../fakes/strict-lms.mjs";

const types = { scorm12: "choice", scorm2004: "choice" };
const courseOf = (count) => Array.from({ length: count }, (_, place) => ({ id: `q${place + 1}`, types }));

for (const which of ["1.2", "2004"]) {
  const response = which === "1.2" ? "student_response" : "learner_response";

  /** One launch: which questions she answers in it, and which places are remembered. Gives the places after it. */
  const launch = (stored, course, answered, places = new Map(), own = () => {}) => {
    const lms = new StrictLms(which, stored);
    own(lms);
    const keeper = connectScorm(lms.window, [scorm12, scorm2004]);
    keeper.remembered();
    keeper.recall(places, course.map(({ id }) => id), course);
    const after = new Map(places);
    for (const item of answered) {
      const place = keeper.note({ item, types, choices: ["yes", "no"], response: ["yes"], correct: ["yes"], right: true, seconds: 1, at: new Date(0), description: item });
      if (place >= 0) after.set(item, place);
    }
    keeper.within(Infinity, () => 0, () => lms.api[which === "1.2" ? "LMSCommit" : "Commit"](""));
    return { lms, places: after, stored: lms.stored };
  };
  const idsOf = (stored) => Object.entries(stored).filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element)).map(([element, id]) => [Number(element.split(".")[2]), id]);
  const idAt = (stored, place) => stored[`cmi.interactions.${place}.id`];
  const isAnswered = (stored, place) => stored[`cmi.interactions.${place}.${response}`] !== undefined;

  test(`${which}: learners who answer in another order have each question in the same place`, () => {
    const course = courseOf(5);
    for (const order of [["q1", "q2", "q3", "q4", "q5"], ["q4", "q1", "q5", "q3", "q2"], ["q5"], ["q3", "q2"]]) {
      const { lms, places, stored } = launch({}, course, order);
      assert.deepEqual(lms.refusals, []);
      for (const item of order) assert.equal(places.get(item), Number(item.slice(1)) - 1, `${item} of ${order}`);
      for (const [place, id] of idsOf(stored)) assert.equal(id, `q${place + 1}`);
      // What is kept free for a question that nobody has answered has no answer, and no outcome.
      for (const [place, id] of idsOf(stored)) assert.equal(isAnswered(stored, place), order.includes(id), id);
      for (const [place, id] of idsOf(stored)) assert.equal(`cmi.interactions.${place}.result` in stored, order.includes(id), id);
    }
  });

  test(`${which}: it stays so over launches`, () => {
    const course = courseOf(6);
    const first = launch({}, course, ["q4"]);
    const second = launch(first.stored, course, ["q2", "q6"], first.places);
    const third = launch(second.stored, course, ["q4", "q1"], second.places);
    assert.deepEqual([...third.places].sort(), [["q1", 0], ["q2", 1], ["q4", 3], ["q6", 5]]);
    assert.equal(idsOf(third.stored).length, 6);
    assert.deepEqual(third.lms.refusals, []);
  });

  test(`${which}: whoever has begun with an earlier version keeps each answer in its place`, () => {
    // Places in the order of answering, as they were before.
    const stored = {};
    for (const [place, id] of ["q5", "q2"].entries()) Object.assign(stored, { [`cmi.interactions.${place}.id`]: id, [`cmi.interactions.${place}.type`]: "choice", [`cmi.interactions.${place}.${response}`]: id });
    const places = new Map([["q5", 0], ["q2", 1]]);
    const next = launch(stored, courseOf(6), ["q1", "q6", "q3", "q2"], places);
    assert.deepEqual(next.lms.refusals, []);
    assert.equal(next.places.get("q5"), 0);
    assert.equal(next.places.get("q2"), 1);
    assert.equal(next.stored[`cmi.interactions.0.${response}`], "q5");
    assert.equal(new Set(next.places.values()).size, 5);
    for (const [item, place] of next.places) assert.equal(idAt(next.stored, place), item);
    assert.deepEqual(idsOf(next.stored).map(([, id]) => id).sort(), ["q1", "q2", "q3", "q5", "q6"], "and no question has two");
  });

  test(`${which}: in random lives with new versions of the course, no answer stands in the place of another`, () => {
    let seed = 1;
    const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
    for (let life = 0; life < 300; life += 1) {
      const all = courseOf(9);
      let course = all.slice(0, 3 + random(6));
      let stored = {};
      let places = new Map();
      for (let sitting = 0; sitting < 5; sitting += 1) {
        const answered = Array.from({ length: random(4) }, () => course[random(course.length)].id);
        const after = launch(stored, course, answered, places);
        assert.deepEqual(after.lms.refusals, [], `life ${life}`);
        for (const [item, place] of places) assert.equal(idAt(after.stored, place), item, `life ${life}: the answer to ${item} is where it was`);
        for (const [item, place] of after.places) assert.equal(idAt(after.stored, place), item, `life ${life}`);
        ({ stored, places } = after);
        // Some are taken out, some are new, some change places.
        if (random(2) === 0) course = [...all].sort(() => random(3) - 1).slice(0, 3 + random(6));
      }
    }
  });

  test(`${which}: where nothing is remembered of what the LMS holds, none of it is written over`, () => {
    const { stored } = launch({}, courseOf(4), ["q2", "q1"]);
    const own = { ...stored, "cmi.interactions.0.id": "something_else" };
    const next = launch(own, courseOf(4), ["q1"]);
    assert.equal(idAt(next.stored, 0), "something_else");
    assert.equal(idAt(next.stored, next.places.get("q1")), "q1");
    assert.deepEqual(next.lms.refusals, []);
  });

  test(`${which}: an LMS that will not keep a place free gets each answer all the same, in the order of answering`, () => {
    const strict = (lms) => {
      const set = which === "1.2" ? "LMSSetValue" : "SetValue";
      const honest = lms.api[set];
      lms.api[set] = (element, value) => (value === "q1" ? "false" : honest(element, value));
      lms.api[which === "1.2" ? "LMSGetLastError" : "GetLastError"] = () => "405";
    };
    const { places } = launch({}, courseOf(4), ["q3", "q2"], new Map(), strict);
    assert.deepEqual([...places], [["q3", 0], ["q2", 1]]);
  });

  test(`${which}: an LMS need not hold more than 250, and is not asked to for a place`, () => {
    const { lms, places } = launch({}, courseOf(400), ["q400", "q250", "q1"]);
    assert.deepEqual([...places], [["q400", 0], ["q250", 249], ["q1", 250]]);
    assert.ok(lms.calls("set").length < 600);
  });
}

test("the place of a question that is no more is remembered, so that none is put there", () => {
  const snapshot = emptySnapshot();
  snapshot.items.set("q1", { ...emptyRecord(), index: 3 });
  snapshot.items.set("q2", emptyRecord());
  snapshot.dormant.items.push({ key: 77, state: "correct", choices: [], attempts: 1, index: 5 }, { key: 78, state: "correct", choices: [], attempts: 1, index: -1 });
  assert.deepEqual([...placesOf(snapshot).values()], [3, 5]);
});

const WORDS = { "a-1": "Trust", "b-2": "Time to learn", ".x": "Enablers", ".y": "Barriers" };

/** What an LMS of SCORM 1.2 receives where answers are reported in words. */
function toldInWords(note, words, own = () => {}) {
  const lms = new StrictLms("1.2", {});
  own(lms);
  const keeper = connectScorm(lms.window, [scorm12, scorm2004]);
  keeper.remembered();
  keeper.recall(new Map(), ["q1"], [{ id: "q1", types: note.types, words }]);
  keeper.note({ item: "q1", right: true, seconds: 1, at: new Date(0), description: "", ...note });
  lms.api.LMSCommit("");
  return [lms.stored["cmi.interactions.0.student_response"], lms.stored["cmi.interactions.0.correct_responses.0.pattern"]];
}

/** As Moodle: answers of any form. */
const takesWords = (lms) => {
  const set = lms.api.LMSSetValue;
  lms.api.LMSSetValue = (element, value) => {
    if (!/student_response|pattern/.test(element)) return set(element, value);
    if (value.length > 255) return "false";
    lms.stored[element] = value;
    return "true";
  };
};
const matching = { types: { scorm12: "matching", scorm2004: "matching" }, choices: ["a-1", "b-2"], targets: ["x", "y"], response: ["a-1.y", "b-2.y"], correct: ["a-1.x", "b-2.x"] };

test("answers are reported in words where the LMS takes them, and else in the letters of the standard", () => {
  const choice = { types, choices: ["a-1", "b-2"], response: ["b-2"], correct: ["a-1", "b-2"] };
  assert.deepEqual(toldInWords(choice, WORDS, takesWords), ["Time to learn", "Trust; Time to learn"]);
  assert.deepEqual(toldInWords(choice, WORDS), ["b", "a,b"]);
  assert.deepEqual(toldInWords(matching, WORDS, takesWords), ["Trust: Barriers; Time to learn: Barriers", "Trust: Enablers; Time to learn: Enablers"]);
  assert.deepEqual(toldInWords(matching, WORDS), ["a.2,b.2", "a.1,b.1"]);
});

test("several long answers share the room of 255 characters, and each can be told", () => {
  const long = Object.fromEntries(["a", "b", "c", "d"].map((id) => [id, `${id.toUpperCase()} ${"😀 word ".repeat(30)}`]));
  const ids = Object.keys(long);
  const [told] = toldInWords({ types, choices: ids, response: ids, correct: ids }, long, takesWords);
  assert.ok(told.length <= 255 && told.length > 230, `${told.length}`);
  assert.deepEqual(told.split("; ").map((part) => part[0]), ["A", "B", "C", "D"]);
  assert.ok(!/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(told), "no half of a sign");
});
