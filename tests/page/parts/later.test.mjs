/** Parts of a large course that lie in a `noscript` until they are needed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { elementOf, unfold } from "../../../templates/runtime/later.js";

function opened() {
  const window = new Window();
  const { document } = window;
  globalThis.DOMParser = window.DOMParser;
  document.write('<html><body><main><i></i></main><form id="q"></form></body></html>');
  const fold = (place, html) => document.querySelector(place).append(Object.assign(document.createElement("noscript"), { textContent: html }));
  fold("main", '<div class="prose"><p id="one">One &amp; <b>two</b></p></div> and more');
  fold("main", '<p id="two">Three</p>');
  fold("form", '<fieldset><input name="a"></fieldset>');
  return document;
}

test("a part becomes elements where it stood, and no other part does", () => {
  const document = opened();
  const form = document.getElementById("q");
  assert.equal(unfold(form), form);
  assert.equal(form.innerHTML, '<fieldset><input name="a"></fieldset>');
  assert.equal(document.querySelectorAll("main > noscript").length, 2);
  unfold(document);
  assert.equal(document.querySelector("main").innerHTML, '<i></i><div class="prose"><p id="one">One &amp; <b>two</b></p></div> and more<p id="two">Three</p>');
});

test("a place is found in a part that nobody needed yet, and that part alone is opened", () => {
  const document = opened();
  assert.equal(elementOf(document, "two").textContent, "Three");
  assert.equal(document.querySelectorAll("noscript").length, 2);
  assert.equal(elementOf(document, "q"), document.getElementById("q"));
  assert.equal(elementOf(document, "none"), null);
  assert.equal(elementOf(document, ""), null);
  assert.equal(document.querySelectorAll("noscript").length, 2);
});
