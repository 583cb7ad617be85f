import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "./page.mjs";
import { RECORD_SCRIPT } from "../../templates/runtime/contract.js";
import { Scene } from "./telling.mjs";

const part = (page, name) => page.document.querySelector(`[data-record-part="${name}"]`);

/** Writes a date into its fields of day, month and year. */
async function writeDate(page, date, iso) {
  const parts = iso.split("-").reverse();
  for (const [place, field] of [...date.querySelectorAll("input")].entries()) await page.write(field, parts[place]);
}

test("the record of learning: the form, goals, what goes into the document, and what is taken along", async () => {
  const device = new Device();
  const page = await device.open("visit/web", { hash: "#record" });
  const scene = new Scene("record");
  await page.load("record");
  scene.open("opens the record", page);
  const form = part(page, "form");
  const boxes = [...form.querySelectorAll("input:not([type=radio]):not([type=checkbox]), textarea")];
  for (const [place, box] of boxes.filter((one) => !one.closest("[data-date]")).entries()) await page.write(box, `answer ${place}`);
  for (const date of form.querySelectorAll("[data-date]")) await writeDate(page, date, "2026-03-01");
  for (const box of form.querySelectorAll("[type=radio], [type=checkbox]")) await page.press(box);
  scene.note("fills in the form", page);
  await page.write(page.document.getElementById("worry--record"), "The stairs.");
  scene.note("writes a reflection", page);
  const goals = part(page, "goals");
  await page.press(goals.querySelector("[data-goal-add]"));
  scene.note("adds a goal", page);
  await page.write(goals.querySelector("[data-goal-words]"), "Ask first");
  await writeDate(page, goals.querySelector("[data-goal] [data-date]"), "2026-03-02");
  await writeDate(page, goals.querySelector("[data-peer]"), "2026-04-02");
  await page.press(goals.querySelector("[data-goal-add]"));
  scene.note("says what it is, and adds another", page);
  await page.write(goals.querySelectorAll("[data-goal-words]")[1], "Listen");
  await page.press(goals.querySelectorAll("[data-goal-stage]")[1]);
  await page.press(goals.querySelector("[data-goal-remove]"));
  scene.note("takes the first one away", page);
  await page.press(goals.querySelector("[data-goal-undo]"));
  scene.note("brings it back", page);
  await page.press(page.document.querySelector("[data-choose] input"));
  scene.note("leaves a part out", page);
  for (const button of ["word", "text", "calendar", "print"]) {
    await page.press(page.document.querySelector(`[data-${button}]`));
    scene.note(`takes it along: ${button}`, page);
  }
  scene.list("the text", (await page.files[1].text()).split("\n"));
  scene.list("the calendar", (await page.files[2].text()).split("\r\n"));
  page.window.dispatchEvent(new page.window.Event("beforeprint"));
  scene.note("on paper", page);
  page.window.dispatchEvent(new page.window.Event("afterprint"));
  await page.close();
  const next = await device.open("visit/web", { hash: "#record" });
  await next.load("record");
  scene.open("found again", next);
  await next.press(next.document.querySelector("[data-shared]"));
  scene.note("on a shared device", next);
  await next.press(next.document.querySelector("[data-clear]"));
  scene.note("clears it", next);
  scene.end();
});

test("the record comes to life when it is opened, whenever its script comes, and the script is asked for once", async () => {
  const record = ({ document }) => document.querySelector("[data-record]").dataset["record"];
  const asked = ({ document }) => [...document.querySelectorAll("script")].filter(({ src }) => src.endsWith(RECORD_SCRIPT)).length;
  const early = await new Device().open("visit/web", { hash: "#before" });
  await early.pass(5000);
  assert.equal(asked(early), 1);
  await early.load("record");
  assert.notEqual(record(early), "open", "nobody has opened it");
  await early.go("#record");
  assert.equal(record(early), "open");
  const late = await new Device().open("visit/web", { hash: "#record" });
  assert.notEqual(record(late), "open");
  await late.go("#before");
  await late.go("#record");
  assert.equal(asked(late), 1);
  await late.load("record");
  assert.equal(record(late), "open");
  const broken = await new Device().open("visit/web", { hash: "#record" });
  for (const script of broken.document.querySelectorAll(`script[src$="${RECORD_SCRIPT}"]`)) script.dispatchEvent(new broken.window.Event("error"));
  await broken.go("#before");
  await broken.go("#record");
  assert.equal(asked(broken), 2, "it did not come, and is asked for again");
});
