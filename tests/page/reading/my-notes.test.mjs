import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "../page.mjs";
import { StrictLms } from "../../runtime/fakes/strict-lms.mjs";

const PAGE = '<header class="module__head"><h1 id="before--title">Before you go</h1></header><h2 id="ask">Ask</h2><p>Read <b>the file. Ask</b> first.</p><p>Then go to the door.</p>';

/** A module with words of its own to be highlighted. */
function before(window) {
  window.Element.prototype.getClientRects = () => [{}];
  window.Element.prototype.getBoundingClientRect = () => ({ bottom: 100, top: 80 });
  const module = window.document.querySelector("#before");
  for (const part of [...module.children]) if (!part.matches("[data-my-notes], .onward")) part.remove();
  const place = window.document.createElement("div");
  place.innerHTML = PAGE;
  module.prepend(place);
}
const open = (device, settings = {}) => device.open("visit/web", { hash: "#before", before, ...settings });

const part = (page, name, within = page.document.querySelector("[data-my-notes=before]")) => within.querySelector(`[data-${name}]`);
const marked = (page) => [...page.document.querySelectorAll("#before mark")].map(({ textContent }) => textContent).join("|");
const passages = (within) => [...within.querySelectorAll("[data-passage]")].map((item) => [item.querySelector("a").textContent, item.querySelector("textarea").value]);

/** Selects the words of an element, as a mouse, a finger or the keyboard does. */
async function select(page, element) {
  const selection = page.document.getSelection();
  const range = page.document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
  page.document.dispatchEvent(new page.window.Event("selectionchange"));
  await page.pass();
}
const button = (page) => page.document.querySelector("[data-highlight]");

test("what is selected is highlighted, and pressed again it is not; each is said once", async () => {
  const page = await open(new Device());
  assert.equal(button(page).hidden, true);
  await select(page, page.document.querySelector("#before p b"));
  assert.deepEqual([button(page).hidden, button(page).textContent], [false, "Highlight"]);
  page.told.length = 0;
  await page.press(button(page));
  assert.deepEqual([marked(page), button(page).textContent], ["the file. Ask", "Remove highlight"]);
  await page.pass();
  assert.equal(page.told.filter((line) => line.includes("Highlighted.")).length, 1, page.told.join("\n"));
  await page.press(button(page));
  assert.deepEqual([marked(page), button(page).textContent], ["", "Highlight"]);
  await page.press(button(page));
  assert.equal(marked(page), "the file. Ask", "and back again");
  assert.equal(part(page, "my-notes-count").textContent, "1 note or highlight");
});

test("by keyboard: Tab comes to the button from what is selected, and the way goes on from there", async () => {
  const page = await open(new Device());
  const bold = page.document.querySelector("#before p b");
  const key = (name) => {
    const event = new page.window.KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
    page.document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  await select(page, bold);
  assert.equal(key("Tab"), true);
  assert.equal(page.document.activeElement, button(page));
  await page.press(button(page));
  assert.equal(page.document.activeElement, button(page), "the focus is not lost");
  assert.equal(key("Tab"), false);
  assert.deepEqual([page.document.activeElement, button(page).hidden], [bold, true]);
  await select(page, bold);
  key("Escape");
  assert.equal(button(page).hidden, true);
});

test("sentences can be chosen from a list, without a mouse", async () => {
  const page = await open(new Device());
  const list = part(page, "sentences");
  list.open = true;
  list.dispatchEvent(new page.window.Event("toggle"));
  await page.pass();
  const boxes = [...list.querySelectorAll("input")];
  assert.deepEqual(boxes.map((box) => box.parentElement.textContent.trim()), ["Ask", "Read the file.", "Ask first.", "Then go to the door."]);
  await page.press(boxes[2]);
  await page.press(boxes[3]);
  assert.equal(marked(page), "Ask| first.|Then go to the door.");
  await page.press(boxes[2]);
  assert.deepEqual([marked(page), boxes.map(({ checked }) => checked)], ["Then go to the door.", [false, false, false, true]]);
});

test("notes and highlights are found again, in the module and in the record, and go into the document", async () => {
  const device = new Device();
  const page = await open(device);
  await page.write(part(page, "note"), "Take the long way.");
  assert.match(part(page, "saved").textContent, /^Saved on this device at /);
  await select(page, page.document.querySelector("#before p b"));
  await page.press(button(page));
  await select(page, page.document.querySelectorAll("#before p")[1]);
  await page.press(button(page));
  await page.write(part(page, "passages").querySelector("textarea"), "Which file?");
  await page.close();

  const next = await open(device);
  assert.deepEqual([marked(next), part(next, "note").value], ["the file. Ask|Then go to the door.", "Take the long way."]);
  await next.close();

  const record = await open(device, { hash: "#record" });
  await record.load("record");
  const step = record.document.querySelector('[data-record-part="notes"]');
  assert.equal(step.querySelector("[data-step-count]").textContent, "3 notes and highlights");
  assert.equal(step.querySelector("h3 a").getAttribute("href"), "#before");
  assert.deepEqual(passages(step), [["the file. Ask", "Which file?"], ["Then go to the door.", ""]]);
  assert.equal(step.querySelector("[data-passages] a").getAttribute("href"), "#ask", "the last heading before it");
  await record.write(step.querySelectorAll("textarea")[2], "At noon.");
  await record.press(step.querySelector("[data-passage-remove]"));
  assert.deepEqual(passages(step), [["Then go to the door.", "At noon."]]);
  assert.equal(record.document.activeElement, step.querySelector("[data-passage-undo]"), "the focus is on what brings it back");
  await record.press(step.querySelector("[data-passage-undo]"));
  assert.deepEqual(passages(step), [["the file. Ask", "Which file?"], ["Then go to the door.", "At noon."]]);
  assert.equal(record.document.activeElement.value, "Which file?");

  const text = async () => {
    await record.press("Download as text");
    return (await record.files.at(-1).text()).replace(/\n+/g, "\n");
  };
  assert.match(await text(), /My notes\n-+\nBefore you go\nTake the long way\.\n“the file\. Ask”\nWhich file\?\n“Then go to the door\.”\nAt noon\.\n/);
  await record.press(record.document.querySelector('[data-choose] [value="notes"]'));
  assert.doesNotMatch(await text(), /long way|the file|At noon/);
});

test("what is no longer in the text is listed as that, with what was written beside it", async () => {
  const device = new Device();
  const page = await open(device);
  await select(page, page.document.querySelectorAll("#before p")[1]);
  await page.press(button(page));
  await page.write(part(page, "passages").querySelector("textarea"), "Which door?");
  await page.close();
  const next = await open(device, { before: (window) => {
    before(window);
    window.document.querySelectorAll("#before p")[1].remove();
  } });
  assert.equal(marked(next), "");
  const item = part(next, "passages").firstElementChild;
  assert.deepEqual(passages(part(next, "passages")), [["Then go to the door.", "Which door?"]]);
  assert.deepEqual([item.querySelector("[data-passage-lost]").hidden, item.querySelector("a").hasAttribute("href")], [false, false]);
});

test("a sentence that is read aloud is marked where it stands, though part of it was highlighted since", async () => {
  const { sentencesOf } = await import("../../../templates/components/aloud/sentences.js");
  const page = await open(new Device());
  const sentences = sentencesOf(page.document.querySelector("#before"));
  await select(page, page.document.querySelector("#before p b"));
  await page.press(button(page));
  assert.deepEqual(sentences.slice(2, 4).map(({ range }) => range().toString().trim()), ["Read the file.", "Ask first."]);
});

test("they are carried in the file of her work, and what is already there stays", async () => {
  const page = await open(new Device());
  await page.write(part(page, "note"), "Take the long way.");
  await select(page, page.document.querySelector("#before p b"));
  await page.press(button(page));
  await page.press("Save my work to a file");
  const words = await page.files.at(-1).text();
  await page.close();
  const other = await open(new Device());
  await other.write(part(other, "note"), "My own.");
  const paste = other.document.querySelector("[data-carry-paste]");
  paste.value = words;
  await other.press("Look at it");
  const rows = [...other.document.querySelectorAll("[data-carry-rows] tr")].map((row) => [...row.children].map(({ textContent }) => textContent));
  assert.deepEqual(rows.find(([name]) => name === "Notes and highlights"), ["Notes and highlights", "2", "1"]);
  await other.press("Put them together");
  await other.pass();
  assert.equal(marked(other), "the file. Ask");
  assert.deepEqual(part(other, "note").value.split("\n\n").sort(), ["My own.", "Take the long way."]);
});

test("nothing of it goes to the LMS", async () => {
  const lms = new StrictLms("2004");
  const page = await new Device().open("visit/scorm2004", { hash: "#before", before, lms });
  await page.write(part(page, "note"), "Take the long way.");
  await select(page, page.document.querySelector("#before p b"));
  await page.press(button(page));
  await page.pass(120_000);
  await page.close();
  assert.ok(lms.calls("set").length > 0);
  assert.doesNotMatch(JSON.stringify(lms.log), /long way|the file/);
});

test("they go when she clears her work, and on a shared computer the page says how long they stay", async () => {
  const device = new Device();
  const page = await open(device);
  await page.write(part(page, "note"), "Take the long way.");
  await page.go("#record");
  await page.load("record");
  await page.press(page.document.querySelector("[data-shared]"));
  assert.equal(part(page, "note-kept").textContent, "Kept until you close this tab.");
  await page.press(page.document.querySelector("[data-clear]"));
  await page.close();
  assert.doesNotMatch(JSON.stringify([...device.kept]), /long way/);
  assert.equal(part(await open(device), "note").value, "");
});

test("a module that is no longer in the course is listed as that", async () => {
  const device = new Device();
  const page = await open(device);
  await page.write(part(page, "note"), "Take the long way.");
  await page.close();
  const next = await device.open("visit/web", { hash: "#record", before: (window) => window.document.querySelector("#before").remove() });
  await next.load("record");
  const list = next.document.querySelector('[data-record-part="notes"]');
  assert.deepEqual([list.querySelector("h3").textContent, list.querySelector("textarea").value], ["No longer in the course", "Take the long way."]);
});

test("where the author wants no notes, those that were kept stay on the device", async () => {
  const device = new Device();
  const page = await open(device);
  await page.write(part(page, "note"), "Take the long way.");
  await page.close();
  const without = await open(device, { before: (window) => {
    before(window);
    for (const one of window.document.querySelectorAll('[data-highlight], [data-my-notes], [data-record-part="notes"]')) one.remove();
  } });
  await without.go("#there");
  await without.write(without.item("say").querySelector("textarea"), "Good morning.");
  await without.close();
  assert.equal(part(await open(device), "note").value, "Take the long way.");
});

test("where nothing can be kept the page says so, before a word is written", async () => {
  const kept = await open(new Device());
  assert.equal(part(kept, "note-kept").textContent, "Kept on this device only.");
  const page = await open(new Device(), { storage: false });
  await page.pass(5000);
  assert.match(part(page, "note-kept").textContent, /^Not saved:/);
});
