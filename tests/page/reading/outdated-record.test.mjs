/** What the record of learning says of an answer to a question as it was in an earlier version. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { gather } from "../../../templates/components/record/gather.js";
import { OUTDATED } from "../../../templates/runtime/contract.js";
import { Strings } from "../../../templates/runtime/page/strings.js";
import { emptyRecord } from "../../../templates/runtime/state/snapshot.js";
import { catalogue } from "../../runtime/fakes/catalogue.mjs";

/** The outcome of a declaration of which this is kept, as the record has it; `said` is the sentence on the page. */
function outcome(record, said) {
  const { document, NodeFilter, HTMLTemplateElement } = new Window();
  Object.assign(globalThis, { document, NodeFilter, HTMLTemplateElement });
  document.body.innerHTML = `<form id="q"><h2>The policy</h2></form>`;
  const item = { id: "q", element: document.getElementById("q"), told: () => said };
  const course = { title: "C", language: "en-GB", modules: [], items: new Map([["q", item]]) };
  const portfolio = { left: new Set(), goals: [], peer: "", form: new Map(), visits: new Map() };
  const learning = { portfolio, opened: new Set(), recordOf: () => ({ ...emptyRecord(), ...record }) };
  const bench = { learning, strings: new Strings(catalogue, "en-GB"), clock: { now: () => new Date(0) }, notes: null };
  return gather(document.body, course, bench).questions.map((one) => one.outcome.words ?? one.outcome);
}

test("a sentence that was confirmed before it was changed is not called answered", () => {
  assert.deepEqual(outcome({ state: "answered", response: [], basis: OUTDATED }, []), ["Answered before the question changed"]);
  assert.deepEqual(outcome({ state: "answered", response: ["d-now"] }, ["I have read it."]), ["I have read it."]);
  assert.deepEqual(outcome({ state: "answered", response: [] }, []), ["Answered"]);
});
