import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Window } from "happy-dom";
import { scorm12 } from "../../../templates/runtime/lms/scorm12.js";
import { pattern2004 } from "../../../templates/runtime/lms/response-2004.js";
import { Strings } from "../../../templates/runtime/page/strings.js";
import { emptyRecord } from "../../../templates/runtime/state/snapshot.js";

const CATALOGUE = JSON.parse(readFileSync(new URL("../../../templates/strings/en.json", import.meta.url), "utf8"));
const TYPES = { scorm12: "numeric", scorm2004: "numeric" };

const RANGE = `<data value="" data-low="5" data-high="10"></data><data value="" data-low="20" data-high="20"></data>`;
const NUMBERS = `<data value="5" data-low="4" data-high="6"></data><data value="20" data-low="20" data-high="20"></data>`;

/** A question that takes 5 to 10 mg, or 20 mg, twice; or other numbers. */
async function opened(right = RANGE) {
  const window = new Window();
  const { document } = window;
  const { Event, Element, HTMLElement, HTMLTemplateElement, NodeFilter, Text } = window;
  for (const [name, value] of Object.entries({ document, Event, Element, HTMLElement, HTMLTemplateElement, NodeFilter, Text })) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  document.body.innerHTML = `<form data-item="q" data-kind="number" data-state="unanswered" data-attempts="2" data-basis="7"><fieldset><h2>How much?</h2>
    <label><input type="text" data-units="mg|milligrams"></label></fieldset>
    <p data-error hidden></p><p data-attempts-left></p><button type="submit" data-check>Check</button><div data-feedback></div></form>
    <section id="answer-q"><p>${right}</p></section>`;
  const { number } = await import("../../../templates/components/number/number.js");
  const form = document.querySelector("form");
  const kept = emptyRecord();
  const notes = [];
  const learning = {
    seed: 1,
    recordOf: () => kept,
    outdate() {},
    draft: (_, draft) => Object.assign(kept, { draft }),
    check: (note, state, response) => notes.push({ ...note, state }) && Object.assign(kept, { state, response, draft: null, attempts: kept.attempts + 1 }),
  };
  const clock = { ticks: () => 0, now: () => new Date(2026, 10, 29, 9, 30) };
  const bench = { learning, clock, strings: new Strings(CATALOGUE, "en-GB"), announce() {}, title: { mark() {} }, device: { looking: false }, typesOf: () => TYPES };
  number.open(form, bench);
  const answer = (text) => {
    form.querySelector("input").value = text;
    form.dispatchEvent(new Event("submit", { cancelable: true }));
  };
  return { answer, notes, kept, form, error: () => form.querySelector("[data-error]") };
}

test("a number in another unit gets no verdict and loses no attempt", async () => {
  const { answer, notes, kept, error } = await opened();
  answer("0.005 g");
  assert.deepEqual([notes.length, kept.attempts, error().hidden], [0, 0, false]);
  assert.match(error().textContent, /Write the number in the unit that the question asks for\./);
  assert.doesNotMatch(error().textContent, /mg/, "a unit may be of another language than the sentence, and the label shows it");
  answer("a little");
  assert.equal(error().textContent, CATALOGUE["number.not-a-number"]);
  answer("7,5 milligrams");
  assert.deepEqual([notes[0].state, notes[0].response, error().hidden], ["correct", ["7.5"], true]);
  answer("12");
  assert.deepEqual([notes[1].state, notes[1].response], ["incorrect", ["12"]]);
});

test("what is right reaches each edition in its words", async () => {
  const { answer, notes } = await opened(NUMBERS);
  answer("20");
  const said = Object.fromEntries(scorm12.interaction({ ...notes[0], at: new Date(0) }, "q").question);
  assert.deepEqual([said["correct_responses.0.pattern"], said["correct_responses.1.pattern"], said["correct_responses.2.pattern"]], ["5", "20", undefined]);
  // One range can be told, and two cannot: a pattern from 5 to 20 would be false.
  assert.equal(pattern2004(notes[0]), "");
});

test("SCORM 1.2 receives no right answer where a range is one: its ends alone would be false", async () => {
  for (const [right, pattern, text] of [[RANGE, "", "7.5"], [`<data value="" data-low="18"></data>`, "18[:]", "99"], [`<data value="" data-high="3"></data>`, "[:]3", "-1"]]) {
    const { answer, notes } = await opened(right);
    answer(text);
    const { question, answer: told } = scorm12.interaction({ ...notes[0], at: new Date(0) }, "q");
    assert.deepEqual(question.filter(([field]) => field.startsWith("correct_responses")), []);
    assert.deepEqual(told.slice(1, 3), [["student_response", text], ["result", "correct"]]);
    assert.equal(pattern2004(notes[0]), pattern);
  }
});

test("Enter in a field uses up the last attempt, and the focus goes to the button", async () => {
  const { answer, form } = await opened();
  const [field, button, fields] = ["input", "button", "fieldset"].map((part) => form.querySelector(part));
  // Before the field is disabled: a browser loses the focus of one that has it then.
  const disabledAt = [];
  button.addEventListener("focus", () => disabledAt.push(fields.disabled));
  field.focus();
  answer("12");
  assert.deepEqual([form.ownerDocument.activeElement === field, disabledAt], [true, []], "an attempt is left");
  answer("13");
  assert.deepEqual([form.ownerDocument.activeElement === button, disabledAt, fields.disabled], [true, [false], true]);
});

test("a focus that is elsewhere stays there when no attempt is left", async () => {
  const { answer, form } = await opened();
  const other = form.ownerDocument.createElement("button");
  form.after(other);
  other.focus();
  for (const text of ["12", "13"]) answer(text);
  assert.equal(form.ownerDocument.activeElement === other, true);
});
