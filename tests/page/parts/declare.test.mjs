import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { OUTDATED } from "../../../templates/runtime/contract.js";
import { Strings } from "../../../templates/runtime/page/strings.js";
import { emptyRecord } from "../../../templates/runtime/state/snapshot.js";
import { catalogue } from "../../runtime/fakes/catalogue.mjs";

const MINUTE = 60_000;

/** A declaration that was opened with this record, at half past nine. */
async function opened(record) {
  const window = new Window();
  const { document } = window;
  const { Event, Element, HTMLElement, HTMLTemplateElement, NodeFilter, Text } = window;
  for (const [name, value] of Object.entries({ document, Event, Element, HTMLElement, HTMLTemplateElement, NodeFilter, Text })) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  document.body.innerHTML = `<form data-item="q" data-kind="declare" data-state="unanswered"><fieldset><h2>A policy</h2>
    <label><input type="checkbox" value="d-now"> <span>I have read it.</span></label></fieldset>
    <p data-error hidden></p><button type="submit" data-check>Save</button><div data-feedback></div></form>`;
  const { declare } = await import("../../../templates/components/declare/declare.js");
  const form = document.querySelector("form");
  const kept = { ...emptyRecord(), ...record };
  const checked = [];
  const learning = {
    seed: 1,
    recordOf: () => kept,
    outdate: () => Object.assign(kept, { basis: OUTDATED }),
    draft: (_, draft) => Object.assign(kept, { draft }),
    check: (note, state, response, basis) => checked.push([note.response, state, response]) && Object.assign(kept, { state, response, basis, draft: null }),
  };
  const clock = { ticks: () => 0, now: () => new Date(2026, 10, 29, 9, 30) };
  const bench = { learning, clock, strings: new Strings(catalogue, "en-GB"), announce() {}, title: { mark() {} }, device: { looking: false }, typesOf: () => ({}) };
  declare.open(form, bench);
  return { declare, form, kept, checked, box: form.querySelector("input"), said: () => form.querySelector("[data-feedback]").textContent };
}

const AT = Math.floor(new Date(2026, 10, 28, 16, 5).getTime() / MINUTE).toString(36);

const NOW = Math.floor(new Date(2026, 10, 29, 9, 30).getTime() / MINUTE).toString(36);

test("a sentence is confirmed with its minute, once", async () => {
  const { form, box, checked, said } = await opened({});
  box.checked = true;
  for (const _ of [1, 2]) form.dispatchEvent(new Event("submit", { cancelable: true }));
  assert.deepEqual(checked, [[["true"], "answered", ["d-now", NOW]]]);
  assert.match(said(), /^Confirmed on 29 November 2026 at 09:30\.$/);
  assert.equal(form.querySelector("fieldset").disabled, true);
});

test("what was ticked yesterday is confirmed when it is saved", async () => {
  const { form, box, checked } = await opened({ draft: ["d-now", AT] });
  assert.equal(box.checked, true);
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  assert.deepEqual(checked, [[["true"], "answered", ["d-now", NOW]]]);
});

test("a tick that was taken away before it could not be does not hide what was confirmed", async () => {
  const { box, said } = await opened({ state: "answered", response: ["d-now", AT], draft: [], attempts: 1 });
  assert.equal(box.checked, true);
  assert.match(said(), /Confirmed on 28 November 2026 at 16:05\./);
});

test("what was confirmed is shown with the time at which it was", async () => {
  const { box, said, declare, form } = await opened({ state: "answered", response: ["d-now", AT] });
  assert.equal(box.checked, true);
  assert.match(said(), /Confirmed on 28 November 2026 at 16:05\./);
  const british = new Strings(catalogue, "en-GB");
  const [words, ...when] = declare.told(form, ["d-now", AT], british);
  assert.equal(typeof words === "string" ? words : words.textContent, "I have read it.");
  assert.equal(when.join(""), " 28 November 2026 at 16:05");
  assert.equal(declare.told(form, ["d-before", AT], british).join(""), "", "no time behind a sentence that is not there");
});

test("in a language that the browser does not know, the record has its time in the words that the builder sends", async () => {
  const { declare, form } = await opened({ state: "answered", response: ["d-now", AT] });
  const dates = { ...catalogue, "date.long": "{day} {month} {year}", "date.month-11": "Tachwedd" };
  assert.equal(declare.told(form, ["d-now", AT], new Strings(dates, "xx")).slice(1).join(""), " 28 Tachwedd 2026 16:05");
});

test("another sentence has to be confirmed again", async () => {
  const { form, box, kept, checked, said } = await opened({ state: "answered", response: ["d-before", AT] });
  assert.equal(box.checked, false);
  assert.equal(kept.basis, OUTDATED);
  assert.equal(said(), catalogue["declare.changed"]);
  assert.equal(form.querySelector("fieldset").disabled, false);
  box.checked = true;
  form.dispatchEvent(new Event("input", { bubbles: true }));
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  assert.deepEqual(checked, [[["true"], "answered", ["d-now", NOW]]]);
});

test("without a tick there is nothing to save", async () => {
  const { form, checked } = await opened({});
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  assert.deepEqual(checked, []);
  assert.equal(form.querySelector("[data-error]").textContent, catalogue["declare.none"]);
});
