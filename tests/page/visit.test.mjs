import { test } from "node:test";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

test("a whole visit: film, reflection, a module that waits, a test, and what remains of it tomorrow", async () => {
  const device = new Device();
  const page = await device.open("visit/web");
  const scene = new Scene("visit");
  scene.open("opens the course", page);
  await page.press(page.document.querySelector("[data-current] [data-start], #cover [data-start]"));
  scene.go("begins", page);
  await page.go("#there");
  scene.go("looks into the module that waits", page);
  await page.go("#before");
  const video = page.document.querySelector("[data-current] video");
  const film = video.closest("figure");
  await page.run(video, 12);
  scene.note("watches 12 seconds", page);
  await page.press(film.querySelector("[data-film-captions]"));
  scene.note("turns the captions off or on", page);
  await page.write(film.querySelector("select"), "1.5");
  scene.note("at another speed", page);
  await page.press(film.querySelector("[data-film-back]"));
  scene.note("ten seconds back", page);
  await page.run(video, 40);
  scene.note("watches to the end", page);
  await page.press(page.item("bag").querySelector("input"));
  await page.press(page.item("bag").querySelector("[data-check]"));
  scene.note("answers the first question", page);
  await page.press("Quite");
  await page.press(page.item("ready").querySelector("[data-check]"));
  scene.note("says how ready she is", page);
  await page.write(page.item("worry").querySelector("textarea"), "The dog, and the stairs.");
  scene.note("writes what worries her", page);
  await page.press(page.item("worry").querySelector("[data-later]"));
  await page.reachEnd();
  scene.note("marks it for later, and comes to the end", page);
  await page.go("#there");
  scene.go("goes on", page);
  await page.press(page.item("door").querySelector("input"));
  await page.press(page.item("door").querySelector("[data-check]"));
  scene.note("checks the one answer that counts", page);
  await page.press(page.item("door").querySelector("[data-sure] button"));
  scene.note("is sure", page);
  const steps = page.item("first");
  for (const way of ["up", "down", "down", "down"]) {
    await page.press(steps.querySelector(`[data-move="${way}"]`));
    scene.note(`moves the first step ${way}`, page);
  }
  await page.press(steps.querySelector("[data-check]"));
  scene.note("checks the order", page);
  await page.write(page.item("say").querySelector("textarea"), "Good morning.");
  scene.note("writes for her tutor", page);
  await page.go("#test");
  scene.go("goes to the test", page);
  const section = page.document.querySelector("[data-current] [data-hand-in]").closest("section");
  const held = [...page.document.querySelectorAll("[data-current] [data-held]:not([data-undrawn])")];
  await page.press(section.querySelector("[data-hand-in]"));
  scene.note("hands in nothing", page);
  for (const link of [...section.querySelectorAll("[data-problem] a")].reverse()) {
    await page.press(link);
    scene.note(`follows ${link.textContent}`, page);
  }
  for (const [place, form] of held.entries()) {
    for (const box of form.querySelectorAll("input:not([type=radio])")) await page.write(box, "30");
    const radio = form.querySelector("[type=radio]");
    if (radio) await page.press(radio);
    scene.note(`answers question ${place + 1} of the test`, page);
  }
  await page.press(section.querySelector("[data-hand-in]"));
  scene.note("hands in", page);
  await page.press(section.querySelector("[data-hand-in]"));
  scene.note("hands in again, with nothing changed", page);
  for (const box of held.flatMap((form) => [...form.querySelectorAll("input:not([type=radio])")])) await page.write(box, "31");
  scene.note("changes something", page);
  await page.press(section.querySelector("[data-hand-in]"));
  scene.note("hands in for the last time", page);
  await page.close();
  const next = await device.open("visit/web");
  scene.open("tomorrow", next);
  for (const module of ["before", "there", "test"]) {
    await next.go(`#${module}`);
    scene.go(`${module} again`, next);
  }
  scene.end();
});
