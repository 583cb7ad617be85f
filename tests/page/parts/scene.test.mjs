import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Window } from "happy-dom";
import { Strings } from "../../../templates/runtime/page/strings.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { fromBase64url } from "../../../templates/runtime/state/suspend-data/base64url.js";
import { encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { courseKeys } from "../../../templates/runtime/state/suspend-data/keys.js";
import { pack } from "../../../templates/runtime/state/suspend-data/pack.js";

const CATALOGUE = JSON.parse(readFileSync(new URL("../../../templates/strings/en.json", import.meta.url), "utf8"));
/** Which scene leads where. From `b` a choice leads back to `a`; `d` and `e` are ends. */
const STORY = { a: ["b", "c"], b: ["a", "d", "d"], c: ["d", "e"], d: [], e: [] };

/** A story that was opened with this record. */
async function opened(record = {}, { story = STORY, looking = false } = {}) {
  const window = new Window();
  const { document } = window;
  const { Event, Element, HTMLElement, HTMLTemplateElement, NodeFilter, Text } = window;
  for (const [name, value] of Object.entries({ document, Event, Element, HTMLElement, HTMLTemplateElement, NodeFilter, Text })) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  const scenes = Object.entries(story).map(([id, targets]) => `<div data-scene="${id}"${id === "a" ? " data-now" : ""}><h2 tabindex="-1">Scene ${id}</h2>
    <ul data-decisions>${targets.map((to, at) => `<li><a href="#${to}">Choice ${at}</a></li>`).join("")}</ul></div>`);
  document.body.innerHTML = `<section data-module="m"><div id="a" data-item="a" data-kind="scene" data-shape="now1">${scenes.join("")}
    <button type="button" data-turn="back" hidden>Back</button><button type="button" data-turn="again" hidden>Another way</button></div></section>`;
  const { scene } = await import("../../../templates/components/scene/scene.js");
  const element = document.querySelector("[data-item]");
  const kept = { ...emptyRecord(), ...record };
  const notes = [];
  const learning = {
    recordOf: () => kept,
    draft: (_, draft) => Object.assign(kept, { draft }),
    check: (note, state, response) => notes.push(note) && Object.assign(kept, { state, response, draft: null }),
  };
  const bench = { learning, clock: { ticks: () => 0, now: () => new Date(0) }, strings: new Strings(CATALOGUE, "en-GB"), device: { looking }, typesOf: () => ({ scorm12: "sequencing", scorm2004: "sequencing" }) };
  scene.open(element, bench);
  const shown = () => [...element.querySelectorAll("[data-now]")].map(({ dataset }) => dataset.scene).join();
  return {
    kept,
    notes,
    shown,
    choose: (place) => element.querySelectorAll("[data-now] a")[place].click(),
    press: (turn) => element.querySelector(`[data-turn="${turn}"]`).click(),
    buttons: () => [...element.querySelectorAll("[data-turn]")].filter(({ hidden }) => !hidden).map(({ textContent }) => textContent),
    focused: () => document.activeElement.textContent,
    told: (response) => scene.told(element, response).map((one) => one.textContent ?? one).join(""),
  };
}

/** Bytes that a way takes in what an LMS is given to keep, beside those of a question that stands there without an answer. */
function bytesOf(record) {
  const course = { modules: courseKeys(["m"]), items: courseKeys(["a"]), films: courseKeys([]), choicesOf: () => null, limited: () => false, fingerprint: () => 1 };
  const size = (items) => fromBase64url(encodePacked(pack({ ...emptySnapshot(), items }, course), 0).split(".")[2]).length;
  return size(new Map([["a", record]])) - size(new Map([["a", { ...record, response: [] }]]));
}

test("one scene is shown at a time, and its heading gets the focus", async () => {
  const { shown, choose, focused, buttons } = await opened();
  assert.deepEqual([shown(), buttons()], ["a", []]);
  choose(1);
  assert.deepEqual([shown(), focused(), buttons()], ["c", "Scene c", ["Back"]]);
  choose(0);
  assert.deepEqual([shown(), focused(), buttons()], ["d", "Scene d", ["Back", "Another way"]]);
});

test("back leads to the scene before, and another way to the first", async () => {
  const { shown, choose, press, focused } = await opened();
  choose(0);
  choose(2);
  press("back");
  assert.deepEqual([shown(), focused()], ["b", "Scene b"]);
  choose(1);
  press("again");
  assert.deepEqual([shown(), focused()], ["a", "Scene a"]);
});

test("at an end the way is kept and reported, and it stays so while another is tried", async () => {
  const { kept, notes, choose, press, told } = await opened();
  choose(0);
  assert.deepEqual([kept.state, notes.length], ["unanswered", 0]);
  choose(2);
  assert.equal(kept.state, "answered");
  assert.deepEqual([notes[0].choices, notes[0].response, notes[0].correct, notes[0].module], [["a", "b", "c", "d", "e"], ["a", "b", "d"], [], "m"]);
  assert.equal(told(kept.response), "Scene a › Scene b › Scene d");
  press("again");
  choose(1);
  assert.deepEqual([kept.state, told(kept.response)], ["answered", "Scene a › Scene b › Scene d"]);
  choose(1);
  assert.deepEqual([notes[1].response, told(kept.response)], [["a", "c", "e"], "Scene a › Scene c › Scene e"]);
});

test("who comes back goes on in the scene where she was", async () => {
  const first = await opened();
  first.choose(1);
  const again = await opened({ draft: first.kept.draft });
  assert.deepEqual([again.shown(), again.buttons()], ["c", ["Back"]]);
  again.choose(1);
  const third = await opened({ state: "answered", response: again.kept.response });
  assert.deepEqual([third.shown(), third.buttons()], ["e", ["Back", "Another way"]]);
});

test("a choice that leads back is no longer way: nobody goes round for ever", async () => {
  const { shown, choose, kept } = await opened();
  for (const _ of [1, 2, 3]) {
    choose(0);
    choose(0);
  }
  assert.deepEqual([shown(), kept.draft[0]], ["a", "0"]);
});

test("a way through a story that has changed since is not told as if it were one of now", async () => {
  const { shown, told } = await opened({ state: "answered", response: ["4", "then"] });
  assert.deepEqual([shown(), told(["4", "then"])], ["a", ""]);
  for (const code of ["", "?", "zzzzzzzzzzz", "-1"]) assert.match((await opened({ draft: [code, "now1"] })).shown(), /^[a-e]$/, code);
});

test("the longest way takes no more than 20 bytes", async () => {
  const ids = Array.from({ length: 32 }, (_, place) => `s${place}`);
  const story = Object.fromEntries([["a", ["s0", "end"]], ...ids.map((id, place) => [id, ["end", ids[place + 1] ?? "end"]]), ["end", []]]);
  const { choose, kept } = await opened({}, { story });
  choose(0);
  for (const _ of ids) choose(1);
  assert.equal(kept.state, "answered");
  assert.ok(kept.response.join("").length <= 16, kept.response.join());
  assert.ok(bytesOf(kept) <= 20, `${bytesOf(kept)} bytes`);
  const again = await opened({ response: kept.response, state: "answered" }, { story });
  assert.equal(again.told(kept.response).split(" › ").length, 34);
});

test("a way of forty scenes is kept whole in eleven bytes", async () => {
  const story = { a: ["s1"], ...Object.fromEntries(Array.from({ length: 39 }, (_, at) => [`s${at + 1}`, [`s${at + 2}`]])), s40: [] };
  const { choose, kept, told } = await opened({}, { story });
  for (let step = 0; step < 40; step += 1) choose(0);
  assert.deepEqual([kept.state, kept.response[0].length <= 11, told(kept.response).split(" › ").length], ["answered", true, 41]);
  const half = await opened({}, { story });
  for (let step = 0; step < 20; step += 1) half.choose(0);
  assert.equal((await opened({ draft: half.kept.draft }, { story })).shown(), "s20");
});

test("who only looks back can walk through it, and changes nothing", async () => {
  const { shown, choose, kept, notes } = await opened({}, { looking: true });
  choose(0);
  choose(1);
  assert.deepEqual([shown(), kept.draft, kept.state, notes.length], ["d", null, "unanswered", 0]);
});
