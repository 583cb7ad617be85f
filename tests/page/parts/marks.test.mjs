/** Marks and words that stand by fields and in the window: what eyes and a screen reader find, and that nothing stays behind. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { PageTitle } from "../../../templates/runtime/page/title.js";
import { holdStill, isStill } from "../../../templates/runtime/page/read-only.js";
import { markField, markMissing } from "../../../templates/runtime/question/field-marks.js";

const strings = { text: (key) => `<${key}>` };

function page(body, lang = "en") {
  const { document, HTMLElement, HTMLTemplateElement } = new Window();
  const icons = ["icon-correct", "icon-incorrect", "icon-error"].map((id) => `<template id="${id}"><svg class="${id}"></svg></template>`).join("");
  document.write(`<html lang="${lang}"><head><title>x</title></head><body lang="en">${icons}${body}</body></html>`);
  for (const [name, value] of Object.entries({ document, HTMLElement, HTMLTemplateElement })) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  return document;
}

test("a field is marked right or wrong by a drawing, in words and as its description, and loses it again", () => {
  const document = page('<input id="f" aria-describedby="hint"><span id="f--mark" class="own"></span>');
  const [field, mark] = [document.getElementById("f"), document.getElementById("f--mark")];
  for (const [right, icon, words, sign] of [[true, "icon-correct", "<mark.right>", "yes"], [false, "icon-incorrect", "<mark.not-right>", "no"]]) {
    markField(field, right, strings);
    assert.equal(mark.querySelector("svg").getAttribute("class"), icon);
    assert.deepEqual([mark.textContent, mark.dataset.right, mark.className, field.getAttribute("aria-describedby")], [words, sign, "own", "hint f--mark"]);
  }
  markField(field, null, strings);
  assert.deepEqual([mark.childNodes.length, "right" in mark.dataset, mark.isConnected, field.getAttribute("aria-describedby")], [0, false, true, "hint"]);
});

test("where the page has no place for a mark it stands behind what it is about, and goes with it", () => {
  const document = page('<label id="l"><input name="q" value="a"></label>');
  const [field, label] = [document.querySelector("input"), document.getElementById("l")];
  markField(field, true, strings, label);
  const mark = label.nextElementSibling;
  assert.deepEqual([field.id, mark.id, mark.className, mark.dataset.right], ["q--a", "q--a--mark", "mark", "yes"]);
  markField(field, false, strings, label);
  assert.deepEqual([document.querySelectorAll(".mark").length, label.nextElementSibling.dataset.right], [1, "no"]);
  markField(field, null, strings, label);
  assert.deepEqual([document.querySelectorAll(".mark").length, field.hasAttribute("aria-describedby")], [0, false]);
});

test("an answer that is missing is said in the line of the question and at the fields, and taken back", () => {
  const document = page('<form><fieldset aria-describedby="own"></fieldset><p id="e" hidden></p><input id="a"><input id="b" type="radio" aria-invalid="true"><select id="c"></select></form>');
  const [form, error] = [document.querySelector("form"), document.getElementById("e")];
  const [a, b, c] = ["a", "b", "c"].map((id) => document.getElementById(id));
  const facts = () => [a, b, c].map((field) => [field.getAttribute("aria-invalid"), field.getAttribute("aria-describedby")]);
  markMissing(form, error, "Missing.", [a, c]);
  assert.deepEqual([error.hidden, error.textContent, error.querySelector("svg").getAttribute("class")], [false, "Missing.", "icon-error"]);
  assert.equal(form.querySelector("fieldset").getAttribute("aria-describedby"), "own e");
  assert.deepEqual(facts(), [["true", "e"], [null, null], ["true", null]]);
  markMissing(form, error, "Choose.", [b]);
  assert.deepEqual(facts(), [[null, null], [null, "e"], [null, null]], "of options it is the question that lacks an answer");
  markMissing(form, error, "", []);
  assert.deepEqual([error.hidden, error.childNodes.length, form.querySelector("fieldset").getAttribute("aria-describedby")], [true, 0, "own"]);
  assert.deepEqual(facts(), [[null, null], [null, null], [null, null]]);
});

test("the title of the window names the page and the course, in one language, with a word while an answer is missing", () => {
  const titled = (course, lang) => {
    const document = page("", lang);
    return { document, title: new PageTitle(document, { title: course, language: lang }, strings), said: () => [document.title, document.querySelector("title").getAttribute("lang")] };
  };
  const { title, said } = titled("Course", "en");
  title.show("Module", "en");
  assert.deepEqual(said(), ["Module - Course", "en"]);
  title.show("Course", "en");
  assert.deepEqual(said(), ["Course", "en"]);
  title.show("Modiwl", "cy");
  assert.deepEqual(said(), ["Modiwl", "cy"]);
  title.mark("q", true);
  assert.deepEqual(said(), ["\u26a0 Modiwl", "cy"]);
  title.show("Module", "en");
  assert.deepEqual(said(), ["Module - Course", "en"], "another page has no missing answer");
  title.mark("q", true);
  title.mark("r", true);
  title.mark("q", false);
  assert.deepEqual(said(), ["<title.error>Module - Course", "en"]);
  title.mark("r", false);
  assert.deepEqual(said(), ["Module - Course", "en"]);
  const welsh = titled("Cwrs", "cy");
  welsh.title.show("Modiwl", "cy");
  welsh.title.mark("q", true);
  assert.deepEqual(welsh.said(), ["\u26a0 Modiwl - Cwrs", "cy"], "the interface is English");
});

const STILL = `
<button data-carry-file></button><button data-film-read></button><button data-hand-in></button>
<form data-item="q"><fieldset></fieldset><textarea></textarea><button data-check></button></form>
<form data-item="spent" data-spent><fieldset disabled></fieldset></form>
<form data-kind="choice"><input type="text" class="field"><input type="checkbox" data-later></form>
<section data-record-part="form"><textarea></textarea></section>
<section data-record-part="reflections"><textarea></textarea><button data-goal-add></button></section>`;

test("what stands still cannot be answered or written in; what is only looked at keeps her own record open", () => {
  const document = page(STILL);
  const facts = (asks) => {
    if (asks === null) delete document.documentElement.dataset.still;
    else document.documentElement.dataset.still = asks;
    holdStill(document);
    const own = [...document.body.querySelectorAll("button, fieldset, input, textarea")];
    return [isStill(document), own.map((one) => Number(one.localName === "textarea" ? one.readOnly : one.disabled)).join("")];
  };
  const order = "carry film hand | q: fieldset textarea check | spent | text later | form | reflections goal";
  const now = (bits) => bits.replace(/[ |]/g, "");
  assert.deepEqual(facts(null), [false, now("000 | 000 | 1 | 00 | 0 | 00")], order);
  assert.deepEqual(facts("elsewhere"), [true, now("111 | 111 | 1 | 11 | 1 | 11")]);
  assert.deepEqual(facts("looking"), [true, now("111 | 111 | 1 | 11 | 0 | 11")]);
  assert.deepEqual(facts("earlier"), [false, now("000 | 000 | 1 | 00 | 0 | 00")], "what is only asked holds nothing up");
});
