/** Which answers an LMS holds already: what it holds is not sent again, and what it lacks is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { unsentIn } from "../../../templates/runtime/session/sending/unsent.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const NOTE = { item: "q", at: new Date("2026-11-23T14:02:00Z") };
const HERE = { state: "incorrect", attempts: 2, index: 0, response: ["a", "b"], text: "" };

/** Whether the answer goes out again, when the device holds `here` and the LMS `there`. */
function goesOut(here, there) {
  const snapshot = emptySnapshot();
  snapshot.items.set("q", { ...emptyRecord(), ...HERE, note: NOTE, ...here });
  const lms = emptySnapshot();
  if (there) lms.items.set("q", { ...emptyRecord(), ...HERE, ...there });
  return unsentIn(snapshot, lms).length === 1;
}

const HELD = {
  "the same answer": [{}, {}],
  "the same answer, of which the LMS had no room for attempts": [{}, { attempts: 0 }],
  "the same answer, of which the LMS had room for one option alone": [{}, { attempts: 0, response: ["b"] }],
  "the same words": [{ text: "Time", response: [] }, { text: "Time", response: [] }],
};
const LACKING = {
  "another answer of the same attempt": [{}, { response: ["c"] }],
  "the options in another order": [{}, { response: ["b", "a"] }],
  "an option more": [{}, { response: ["a", "b", "c"] }],
  "an attempt before": [{}, { attempts: 1 }],
  "an attempt after": [{}, { attempts: 3 }],
  "other words": [{ text: "Time", response: [] }, { text: "Trust", response: [] }],
  "words that only the device has": [{ text: "Time", response: [] }, { text: "", response: [] }],
  "words that only the LMS has": [{ text: "", response: [] }, { text: "Time", response: [] }],
  "no answer": [{}, { state: "unanswered", attempts: 0, response: [] }],
  "nothing of the question": [{}, null],
  "an answer that was never sent": [{ index: -1 }, {}],
};

for (const [words, [here, there]] of Object.entries(HELD)) {
  test(`an LMS that holds ${words} is not sent it again`, () => assert.equal(goesOut(here, there), false));
}
for (const [words, [here, there]] of Object.entries(LACKING)) {
  test(`an LMS that holds ${words} is sent what was answered`, () => assert.equal(goesOut(here, there), true));
}
