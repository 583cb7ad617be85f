import { test } from "node:test";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

test("work is carried to another copy of the course", async () => {
  const first = await new Device().open("visit/web", { hash: "#before" });
  const scene = new Scene("carry");
  await first.press("Almost");
  await first.press(first.item("ready").querySelector("[data-check]"));
  await first.press("Save my work to a file");
  scene.open("saves her work to a file", first);
  const work = await first.files[0].text();
  const other = await new Device().open("visit/web", { hash: "#before" });
  await other.press("Quite");
  await other.press(other.item("ready").querySelector("[data-check]"));
  scene.open("elsewhere", other);
  const root = other.document.querySelector("[data-carry]");
  root.open = true;
  for (const [words, text] of [["nonsense", "no work at all"], ["the work of another course", work.replaceAll("visit", "other")], ["her work", work]]) {
    await other.write(root.querySelector("[data-carry-paste]"), text);
    await other.press(root.querySelector("[data-carry-read]"));
    scene.note(`reads ${words}`, other);
  }
  await other.press(root.querySelector("[data-carry-leave]"));
  scene.note("leaves it", other);
  await other.press(root.querySelector("[data-carry-read]"));
  await other.press(root.querySelector("[data-carry-join]"));
  scene.note("joins it", other);
  scene.end();
});
