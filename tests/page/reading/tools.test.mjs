import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "../page.mjs";

const LOOK = ["text", "spacing", "face", "theme", "motion"];

/** How the page looks: what is chosen in each list, as the style sheet sees it. */
const lookOf = ({ document }) => Object.fromEntries(LOOK.flatMap((name) => (name in document.documentElement.dataset ? [[name, document.documentElement.dataset[name]]] : [])));
const checked = ({ document }) => [...document.querySelectorAll("[data-reading] input")].filter((box) => box.checked).map(({ value }) => value);

async function choose(page, name, value) {
  const box = page.document.querySelector(`input[name="reading-${name}"][value="${value}"]`);
  box.checked = true;
  box.dispatchEvent(new page.window.Event("change", { bubbles: true }));
  await page.pass();
}

test("a panel of reading tools opens with the focus in it, and gives the focus back", async () => {
  const page = await new Device().open("visit/web");
  const { document, window } = page;
  const panel = document.querySelector("[data-tools-panel]");
  const button = document.querySelector("[data-tools-open]");
  assert.deepEqual([panel.hidden, button.getAttribute("aria-expanded")], [true, "false"]);
  await page.press(button);
  assert.deepEqual([panel.hidden, button.getAttribute("aria-expanded"), document.activeElement === panel], [false, "true", true]);
  panel.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  assert.deepEqual([panel.hidden, document.activeElement === button], [true, true]);
  document.querySelector("[data-tools-toggle]").dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true }));
  assert.equal(panel.hidden, false);
  await page.press(document.querySelector("[data-tools-close]"));
  assert.equal(panel.hidden, true);
});

test("what she chooses is there at once, and before anything is painted when she comes back", async () => {
  const device = new Device();
  const page = await device.open("visit/web");
  assert.deepEqual(lookOf(page), {});
  assert.deepEqual(checked(page), ["100", "set", "book", "system", "system"]);
  page.told.length = 0;
  await choose(page, "theme", "dark");
  await choose(page, "text", "150");
  assert.deepEqual(lookOf(page), { text: "150", theme: "dark" });
  assert.deepEqual(page.told, [], "the list says it, and nothing else does");
  await page.close();
  const again = await device.open("visit/web", { before: ({ document }) => {
    // The script stands in the head: there is no course yet when it looks.
    Object.defineProperty(document, "readyState", { configurable: true, value: "loading" });
  } });
  assert.equal("ready" in again.document.documentElement.dataset, false);
  assert.deepEqual(lookOf(again), { text: "150", theme: "dark" });
  again.document.dispatchEvent(new again.window.Event("DOMContentLoaded"));
  await again.pass();
  assert.deepEqual(lookOf(again), { text: "150", theme: "dark" });
  assert.deepEqual(checked(again), ["150", "set", "book", "dark", "system"]);
  again.told.length = 0;
  await again.press(again.document.querySelector("[data-reading-reset]"));
  assert.deepEqual([lookOf(again), checked(again)], [{}, ["100", "set", "book", "system", "system"]]);
  assert.deepEqual(again.told.filter((line) => line.startsWith("says")), ["says: The page looks as it did at first."]);
  await again.close();
  assert.deepEqual(lookOf(await device.open("visit/web")), {});
});

test("on a computer that others use, how the page looks goes with the rest", async () => {
  const device = new Device();
  const page = await device.open("visit/web");
  await choose(page, "theme", "contrast");
  assert.ok([...device.kept.keys()].some((key) => key.endsWith(":look")));
  await page.close();
  device.kept.delete("satchel:visit:device");
  const next = await device.open("visit/web");
  assert.deepEqual(lookOf(next), {}, "the work is gone, and the look with it");
  assert.ok(![...device.kept.keys()].some((key) => key.endsWith(":look")));
});
