import { test } from "node:test";
import { StrictLms } from "../runtime/fakes/strict-lms.mjs";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

test("an LMS that fails, comes back, and is left", async () => {
  const lms = new StrictLms("2004");
  const device = new Device();
  const page = await device.open("visit/scorm2004", { lms, hash: "#before" });
  const scene = new Scene("trouble");
  await page.pass(3000);
  scene.open("opens the course in an LMS", page);
  lms.failing = 20;
  await page.press("Almost");
  await page.press(page.item("ready").querySelector("[data-check]"));
  await page.pass(60_000);
  scene.note("answers while it fails", page);
  await page.pass(180_000);
  scene.note("waits", page);
  lms.failing = 0;
  const retry = page.document.querySelector("[data-save-actions] button:not([hidden])");
  if (retry) await page.press(retry);
  await page.pass(10_000);
  scene.note("tries again", page);
  await page.press("Save and leave");
  scene.note("saves and leaves", page);
  scene.end();
});

test("what she is asked about her work: another window, work of yesterday, work that is damaged, a course to look back on", async () => {
  const device = new Device();
  const page = await device.open("visit/web", { hash: "#before" });
  const scene = new Scene("asked");
  await page.write(page.item("worry").querySelector("textarea"), "The dog.");
  scene.open("writes", page);
  const turn = [...device.kept.keys()].find((key) => key.endsWith(":turn"));
  page.window.dispatchEvent(Object.assign(new page.window.Event("storage"), { key: turn, newValue: "take 1" }));
  await page.pass();
  scene.note("another window goes on with it", page);
  await page.press(page.document.querySelector("[data-notice] button"));
  scene.note("goes on here", page);
  await page.close();
  for (const [key, value] of device.kept) device.kept.set(key, value.slice(0, -9));
  const damaged = await device.open("visit/web", { hash: "#before" });
  scene.open("what was kept is damaged", damaged);
  await damaged.press(damaged.document.querySelector("[data-notice] button"));
  scene.note("has seen it", damaged);

  const lms = new StrictLms("2004", { "cmi.learner_id": "one", "cmi.mode": "normal" });
  const shared = new Device();
  const first = await shared.open("visit/scorm2004", { lms, hash: "#before" });
  await first.write(first.item("worry").querySelector("textarea"), "The dog.");
  await first.press("Quite");
  await first.press(first.item("ready").querySelector("[data-check]"));
  await first.pass(5000);
  await first.close();
  const anew = await shared.open("visit/scorm2004", { lms: new StrictLms("2004", { "cmi.learner_id": "one", "cmi.mode": "normal" }), hash: "#before" });
  await anew.pass(5000);
  scene.open("the LMS begins a new attempt", anew);
  await anew.press(anew.document.querySelectorAll("[data-notice] button")[1]);
  await anew.pass(5000);
  scene.note("begins again", anew);
  const back = await new Device().open("visit/scorm2004", { lms: new StrictLms("2004", { ...lms.stored, "cmi.mode": "review" }), hash: "#before" });
  await back.pass(5000);
  scene.open("looks back", back);
  await back.go("#record");
  await back.load("record");
  scene.go("looks at her record", back);
  scene.end();
});

test("nothing can be kept here: the page says so, and offers a file", async () => {
  const page = await new Device().open("visit/web", { hash: "#before", storage: false });
  const scene = new Scene("nowhere");
  scene.open("opens the course where nothing is kept", page);
  await page.write(page.item("worry").querySelector("textarea"), "The dog.");
  scene.note("writes", page);
  scene.end();
});
