import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Strings } from "../../templates/runtime/page/strings.js";
import { catalogue } from "./fakes/catalogue.mjs";

const templates = new URL("../../templates/", import.meta.url);
const english = new Strings(catalogue, "en-GB");

test("places in braces are filled, and one without a value stays to be seen", () => {
  const strings = new Strings({ both: "{one} and {two}, {one}" }, "en");
  assert.equal(strings.text("both", { one: 1, two: "2" }), "1 and 2, 1");
  assert.equal(strings.text("both", { one: "{two}" }), "{two} and {two}, {two}");
});

test("one and many have the form of the language", () => {
  const strings = new Strings({ "k.one": "one", "k.two": "two", "k.other": "other" }, "cy");
  assert.deepEqual([1, 2, 5].map((count) => strings.plural("k", count)), ["one", "two", "other"]);
  assert.equal(english.plural("progress.modules", 1, { opened: 0 }), "0 of 1 module opened.");
});

test("small numbers are words, large ones figures", () => {
  assert.equal(english.number(2), "two");
  assert.equal(english.number(200), "200");
});

test("large figures are written as the language and its region write them", () => {
  for (const region of ["en", "en-GB", "en-US", "en-IN", "en-ZA", "en_GB", "de", "cy", "ar"]) {
    const strings = new Strings({ k: "{n}" }, region.slice(0, 2), region);
    const usual = new Intl.NumberFormat(region.replace("_", "-"));
    for (const n of [1000, 1001, 9999, 12345, 123456, 1234567, 12345678, 1234.5]) assert.equal(strings.text("k", { n }), usual.format(n), region);
  }
});

test("a stretch of time is told in minutes", () => {
  assert.deepEqual([0, 59, 60, 89, 90, 600].map((seconds) => english.duration(seconds)), ["Under a minute", "Under a minute", "1 minute", "1 minute", "2 minutes", "10 minutes"]);
});

test("the time is told as the language tells it", () => {
  assert.equal(english.time(new Date(2026, 10, 23, 14, 2)), "14:02");
});

test("times and days are told as the course's region tells them, however its tag is written, and a tag of nowhere stops nothing", () => {
  const told = (region) => {
    const strings = new Strings(catalogue, "en", region);
    return [strings.date(new Date(2026, 2, 7)), strings.moment(new Date(2026, 2, 7, 14, 2)), strings.day("2026-03-07")];
  };
  const british = ["7 March 2026", "7 March 2026 at 14:02", "7 March 2026"];
  for (const region of ["en-GB", "en_GB", "en-gb"]) assert.deepEqual(told(region), british);
  assert.equal(told("en-US")[0], "March 7, 2026");
  assert.equal(new Strings(catalogue, "de", "de_DE").date(new Date(2026, 2, 7)), "7. März 2026");
  assert.deepEqual(told("zz-ZZ"), ["07/03/2026", "07/03/2026, 14:02", "07/03/2026"], "in figures, and in no language of the browser");
  const [day, moment] = told("ar");
  assert.ok(moment.startsWith(day), "one form of the day");
});

test("every key that the run-time asks for is in the English catalogue", () => {
  const files = readdirSync(templates, { recursive: true }).filter((name) => /^(runtime|components).*\.js$/.test(name));
  const source = files.map((name) => readFileSync(new URL(name, templates), "utf8")).join("\n");
  // Where a key is asked for, its first part is one of the catalogue or the name of a component.
  const parts = new Set([...Object.keys(catalogue).map((key) => key.split(".")[0]), ...readdirSync(new URL("components/", templates))]);
  const quoted = [...source.matchAll(/"([a-z-]+)\.([a-z][a-z.-]*)"/g)].filter(([, part]) => parts.has(part)).map(([, part, rest]) => `${part}.${rest}`);
  const kinds = /@typedef \{("connecting"[^}]*)\} SaveKind/.exec(source)[1].match(/"[a-z-]+"/g).map((kind) => `save.${kind.slice(1, -1)}`);
  const states = ["state.not-started", "state.started", "state.done"];
  assert.ok(quoted.length > 20 && kinds.length > 10);
  for (const key of [...quoted, ...kinds, ...states]) {
    assert.ok(key in catalogue || `${key}.other` in catalogue, key);
  }
});

test("the page speaks plainly: no exclamation marks and no praise", () => {
  for (const [key, text] of Object.entries(catalogue)) {
    assert.doesNotMatch(text, /!|well done|great|congratulations|oops/i, key);
  }
});
