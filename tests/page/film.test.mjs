import assert from "node:assert/strict";
import { test } from "node:test";
import { StrictLms } from "../runtime/fakes/strict-lms.mjs";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

test("a film: its described version, its chapters, its place tomorrow, what is said where it cannot be shown", async () => {
  const device = new Device();
  const page = await device.open("visit/web", { hash: "#before" });
  const scene = new Scene("film");
  scene.open("opens the first module", page);
  await page.press(page.document.querySelector("[data-current] [data-film-read]"));
  scene.note("has read the transcript", page);
  await page.press(page.item("bag").querySelector("input"));
  await page.press(page.item("bag").querySelector("[data-check]"));
  await page.go("#there");
  scene.go("goes on", page);
  const video = page.document.querySelector("[data-current] video");
  const figure = video.closest("figure");
  await page.run(video, 3);
  await page.press(figure.querySelector("[data-film-back]"));
  scene.note("goes back beyond its beginning", page);
  await page.run(video, 11);
  // As a browser does when it knows how long the other version is.
  const loads = () => video.dispatchEvent(new page.window.Event("loadedmetadata"));
  await page.press(figure.querySelector("[data-film-described]"));
  loads();
  scene.note("turns the described version on", page);
  await page.run(video, 4);
  video.paused = false;
  await page.press(figure.querySelector("[data-film-described]"));
  loads();
  scene.note(`turns it off while it runs: ${video.paused ? "it stands" : "it runs on"}`, page);
  video.paused = true;
  for (const [place, chapter] of [...figure.querySelectorAll("[data-film-seek]")].entries()) {
    await page.press(chapter);
    scene.note(`goes to chapter ${place + 1}`, page);
  }
  video.textTracks.forEach((track) => (track.mode = "disabled"));
  video.textTracks.changed();
  scene.note("turns the captions off in the player's own menu", page);
  video.textTracks[0].mode = "showing";
  video.textTracks.changed();
  scene.note("and on again", page);
  await page.run(video, 6);
  for (const _ of [1, 2]) video.dispatchEvent(new page.window.Event("error"));
  scene.note("the film cannot be shown", page);
  loads();
  scene.note("it can be shown after all", page);
  await page.close();
  const next = await device.open("visit/web", { hash: "#there" });
  scene.open("tomorrow", next);
  const again = next.document.querySelector("[data-current] video");
  again.dispatchEvent(new next.window.Event("loadedmetadata"));
  scene.note("it has loaded", next);
  again.currentTime = 3;
  again.dispatchEvent(new next.window.Event("loadedmetadata"));
  scene.note("she is taken there once", next);
  scene.end();
});

test("while a film runs the LMS hears of her every four minutes, and of nobody who is away", async () => {
  const lms = new StrictLms("1.2");
  const page = await new Device().open("visit/scorm12", { lms, hash: "#before" });
  await page.pass(60_000);
  const calls = () => lms.calls("commit").length;
  const begun = calls();
  await page.pass(600_000);
  assert.equal(calls(), begun);
  const video = page.document.querySelector("[data-current] video");
  video.duration = 900;
  await page.run(video, 599);
  assert.ok(calls() - begun >= 2);
  await page.close();
});

test("where she went without playing is in the LMS once the window is closed, and nothing of it is seen", async () => {
  const lms = new StrictLms("1.2");
  const page = await new Device().open("visit/scorm12", { lms, hash: "#before" });
  page.document.querySelector("[data-current] video").currentTime = 20;
  await page.close();
  const next = await new Device().open("visit/scorm12", { lms: new StrictLms("1.2", lms.stored), hash: "#before" });
  const video = next.document.querySelector("[data-current] video");
  assert.equal(video.currentTime, 20);
  assert.equal(video.closest("figure").querySelector("[data-film-watched-words]").textContent, "");
  await next.close();
});
