import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "../page.mjs";

/** A browser's voices, as far as a page knows of them: each sentence is spoken until it is told to be over. */
class Voices {
  spoken = [];
  #now;
  constructor(...voices) {
    this.voices = voices;
  }
  getVoices = () => this.voices;
  speak = (speech) => {
    this.#now = speech;
    this.spoken.push(`${speech.lang}: ${speech.text}`);
  };
  cancel = () => {
    const speech = this.#now;
    this.#now = undefined;
    // Browsers say that it has ended, whoever ended it.
    speech?.onerror?.();
  };
  over() {
    const speech = this.#now;
    this.#now = undefined;
    speech?.onend?.();
  }
  get speaks() {
    return this.#now?.text;
  }
}
const ENGLISH = { lang: "en-GB", localService: true };
const WELSH = { lang: "cy_GB", localService: true };
const FAR = { lang: "cy", localService: false };

/** A page that can speak, with something of its own to be read at its end. */
async function open(voices, html = "") {
  const page = await new Device().open("visit/web", {
    hash: "#before",
    before(window) {
      window.speechSynthesis = voices;
      globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
      window.Element.prototype.getClientRects = () => [{}];
      window.Element.prototype.getBoundingClientRect = () => ({ bottom: 100, top: 80 });
      if (html) window.document.querySelector("#before").innerHTML = `<h1>Before you go</h1>${html}`;
    },
  });
  await page.press("Reading tools");
  return page;
}
const button = (page, name) => page.document.querySelector(`[data-aloud-${name}]`);

test("a page is read sentence by sentence, and each is marked while it is read", async () => {
  const voices = new Voices(ENGLISH);
  const page = await open(voices, "<p>Read <b>the file. Ask</b> first.</p><p>Then go.</p>");
  assert.deepEqual([button(page, "next").hidden, button(page, "stop").hidden], [true, true]);
  await page.press("Read from here");
  const seen = [];
  for (let turn = 0; turn < 4; turn += 1) {
    seen.push([voices.speaks, page.document.querySelector("[data-aloud]")?.localName]);
    voices.over();
  }
  assert.deepEqual(seen, [["Before you go", "h1"], ["Read the file.", "p"], ["Ask first.", "p"], ["Then go.", "p"]]);
  assert.equal(page.document.querySelector("[data-aloud]"), null, "and nothing is left at the end");
  assert.equal(button(page, "start").textContent, "Read from here");
});

test("pause keeps the sentence, next leaves it, stop ends it all", async () => {
  const voices = new Voices(ENGLISH);
  const page = await open(voices, "<p>One. Two. Three.</p>");
  await page.press("Read from here");
  voices.over();
  assert.equal(voices.speaks, "One.");
  await page.press("Pause");
  assert.equal(voices.speaks, undefined);
  await page.press("Go on");
  assert.equal(voices.speaks, "One.");
  await page.press("Next sentence");
  assert.equal(voices.speaks, "Two.");
  await page.press("Stop");
  assert.deepEqual([voices.speaks, button(page, "stop").hidden, page.document.activeElement === button(page, "start")], [undefined, true, true]);
  await page.press("Read from here");
  assert.equal(voices.speaks, "Before you go", "from where she is, not from where it stopped");
});

test("what is out of sight is not read", async () => {
  const voices = new Voices(ENGLISH);
  const page = await open(voices, `<p hidden>Hidden.</p><details><summary>More</summary><p>Closed.</p></details><details open><summary>Most</summary><p>Open.</p></details>
    <form data-item="q"><fieldset><legend>Who?</legend><label><input type="radio"> A child</label></fieldset><button>Check answer</button><div data-feedback><p>Correct.</p></div></form>`);
  await page.press("Read from here");
  for (let turn = 0; turn < 9; turn += 1) voices.over();
  assert.deepEqual(voices.spoken.map((line) => line.slice(7)), ["Before you go", "More", "Most", "Open.", "Who?", "A child"]);
});

test("each passage is read in its language, by a voice that sends nothing; where there is none, that is said once", async () => {
  const html = '<p>You say <span lang="cy">bore da</span> there.</p><p lang="cy">Nos da.</p>';
  const both = new Voices(ENGLISH, WELSH);
  const page = await open(both, html);
  await page.press("Read from here");
  for (let turn = 0; turn < 5; turn += 1) both.over();
  assert.deepEqual(both.spoken, ["en-GB: Before you go", "en-GB: You say", "cy_GB: bore da", "en-GB: there.", "cy_GB: Nos da."]);
  assert.equal(page.document.querySelector("[data-aloud-told]").textContent, "");

  const one = new Voices(FAR, ENGLISH);
  const other = await open(one, html);
  other.told.length = 0;
  await other.press("Read from here");
  for (let turn = 0; turn < 5; turn += 1) one.over();
  await other.pass();
  assert.deepEqual(one.spoken, ["en-GB: Before you go", "en-GB: You say", "en-GB: there."]);
  const said = "No voice on this device speaks Welsh. Passages in it are left out.";
  assert.deepEqual([other.told, other.document.querySelector("[data-aloud-told]").textContent], [[`says: ${said}`], said]);
});

test("it stops when another page is shown, when a film plays, and when the page is left", async () => {
  const voices = new Voices(ENGLISH);
  const page = await open(voices);
  const film = page.document.querySelector("video");
  const begin = async () => {
    // Whoever goes to another page leaves the panel.
    if (page.document.querySelector("[data-tools-panel]").hidden) await page.press("Reading tools");
    await page.press("Read from here");
    assert.ok(voices.speaks);
  };
  await begin();
  film.dispatchEvent(new page.window.Event("play"));
  assert.equal(voices.speaks, undefined);
  film.paused = false;
  film.pause = () => (film.paused = true);
  await begin();
  assert.equal(film.paused, true, "a film that plays gives way");
  await page.go("#test");
  assert.deepEqual([voices.speaks, button(page, "start").textContent], [undefined, "Read from here"]);
  await begin();
  await page.close();
  assert.equal(voices.speaks, undefined);
});

test("a browser that cannot speak offers nothing", async () => {
  const page = await new Device().open("visit/web");
  assert.equal(page.document.querySelector("[data-aloud-controls]").hidden, true);
});
